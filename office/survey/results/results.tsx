import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'

import { type Campaign, surveyLimits, type Totals } from '../../../contract/survey'
import { Panel } from '../../design/page'
import { Empty, Note } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { moment } from '../../design/when'
import { MeasureTable } from './measure-table'
import { type MeasureKey, measures, percent, summed } from './measures'
import './results.css'
import { Turnout } from './turnout'
import { usePrinting } from './use-printing'

const EVERYWHERE = '全部'

function Shown({ campaign: { state, plan }, totals }: { campaign: Campaign; totals: Totals }) {
  const now = useNow()
  const printing = usePrinting()
  const [county, setCounty] = useState(EVERYWHERE)
  const [key, choose] = useState<MeasureKey | 'turnout'>('score')
  const [typed, setTyped] = useState('')
  const { sample, drew, ballots, spoilt } = summed(totals)
  const counties = [...new Set(totals.unitsByCounty.flatMap((unit) => unit.county ?? []))]
  const ofPlace = county === EVERYWHERE ? totals.units : totals.unitsByCounty.filter((unit) => unit.county === county)
  const units = ofPlace.filter(({ name }) => name.includes(typed.trim()))
  const kpis = [
    { name: '收到票', value: `${ballots} / ${sample}`, below: `抽中户的 ${percent(ballots, sample)}` },
    { name: '领了票', value: drew, below: `其中 ${drew - ballots} 户领了没投` },
    { name: '废票', value: spoilt, below: '不计入,按凭证公布' },
    { name: '有结果的单位', value: totals.units.length, below: `不足 ${surveyLimits.publishLeast} 张票的不公布` },
  ]
  return (
    <>
      {state === 'counted' && <Note>还没有公布:现在只有办公室和督查看得到。</Note>}
      <p className="results-print">
        {plan.title} · 监票人 {moment(totals.countedAt, now)} 统计 · {county === EVERYWHERE ? '全部县乡' : county}
      </p>
      <div className="survey-kpis">
        {kpis.map(({ name, value, below }) => (
          <div className="survey-kpi" key={name}>
            <span>{name}</span>
            <b>{value}</b>
            <em>{below}</em>
          </div>
        ))}
      </div>
      <Panel title="单位结果" note={`监票人 ${moment(totals.countedAt, now)} 统计;区间重叠的是一组,组里不分先后`}>
        <div className="results-tools">
          <Segmented<MeasureKey | 'turnout'>
            aria-label="看哪一项"
            value={key}
            options={[...measures.map((measure) => ({ value: measure.key, label: measure.title })), { value: 'turnout', label: '回收' }]}
            onChange={choose}
          />
          {counties.length > 0 && key !== 'turnout' && (
            <Select
              aria-label="哪个县"
              style={{ minWidth: 120 }}
              value={county}
              options={[EVERYWHERE, ...counties].map((name) => ({ value: name, label: name }))}
              onChange={setCounty}
            />
          )}
          {key !== 'turnout' && (
            <Input
              className="results-find"
              aria-label="找单位"
              placeholder="找单位"
              value={typed}
              allowClear
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
          <Button onClick={() => window.print()}>打印全部</Button>
        </div>
        {printing ? (
          measures.map((measure) => <MeasureTable key={measure.key} measure={measure} units={ofPlace} />)
        ) : key === 'turnout' ? null : units.length === 0 ? (
          <Empty title={typed ? '没有找到' : '没有能公布的单位'} />
        ) : (
          measures.filter((measure) => measure.key === key).map((measure) => <MeasureTable key={key} measure={measure} units={units} />)
        )}
        {(printing || key === 'turnout') && <Turnout totals={totals} />}
      </Panel>
    </>
  )
}

/** What the auditors counted. Whose ballot says what, nobody here can know. */
export default function Results({ campaign }: { campaign: Campaign }) {
  const { totals } = campaign
  return totals ? <Shown campaign={campaign} totals={totals} /> : <Empty title="还没有结果" />
}
