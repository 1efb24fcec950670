import { Table, type TableColumnsType } from 'antd'

import type { Campaign, StratumProgress } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { useRead } from '../../api/read'
import { Panel } from '../../design/page'
import { Empty, Loading, Trouble } from '../../design/standing'
import { useNarrow } from '../../design/use-narrow'
import { drewOf, shareOf, sumOf } from './sums'
import './progress.css'

const LOOK_EVERY_MS = 60_000

/** A share as a bar beside its numerator and denominator. */
const Drew = ({ of }: { of: Pick<StratumProgress, 'sample' | 'phone' | 'paper' | 'telephone'> }) => (
  <span className="drew">
    <span className="drew-bar" aria-hidden>
      <i style={{ width: `${Math.min(100, shareOf(of) ?? 0)}%` }} />
    </span>
    {drewOf(of)} / {of.sample}
    <b>{shareOf(of) === undefined ? '—' : `${shareOf(of)}%`}</b>
  </span>
)

const place = ({ county, township }: StratumProgress) => (
  <>
    {township} <span className="soft">{county}</span>
  </>
)

const byShare = (a: StratumProgress, b: StratumProgress) => (shareOf(a) ?? -1) - (shareOf(b) ?? -1)

function columns(items: readonly StratumProgress[]): TableColumnsType<StratumProgress> {
  const counties = [...new Set(items.map(({ county }) => county))]
  return [
    {
      title: '乡镇',
      key: 'place',
      ...(counties.length > 1 && {
        filters: counties.map((county) => ({ text: county, value: county })),
        onFilter: (value: unknown, { county }: StratumProgress) => county === value,
      }),
      sorter: (a, b) => `${a.county}${a.township}`.localeCompare(`${b.county}${b.township}`, 'zh'),
      render: (_, each) => place(each),
    },
    { title: '领了票 / 抽中户', key: 'drew', sorter: byShare, render: (_, each) => <Drew of={each} /> },
    { title: '手机', dataIndex: 'phone', align: 'right' },
    { title: '纸质', dataIndex: 'paper', align: 'right' },
    { title: '电话', dataIndex: 'telephone', align: 'right' },
    { title: '印了', dataIndex: 'sheets', align: 'right' },
    { title: '录了', dataIndex: 'entered', align: 'right' },
    { title: '作废', dataIndex: 'voided', align: 'right' },
  ]
}

const stacked: TableColumnsType<StratumProgress> = [
  {
    title: '乡镇',
    key: 'place',
    render: (_, each) => (
      <>
        {place(each)}
        <Drew of={each} />
        <div className="soft">
          手机 {each.phone} · 纸质 {each.paper} · 电话 {each.telephone}
        </div>
      </>
    ),
  },
]

/** How many have drawn in each stratum and by which way; what they answered nobody here can know. */
export default function Progress({ campaign: { id } }: { campaign: Campaign }) {
  const narrow = useNarrow()
  const reading = useRead(['survey-progress', id], () => ask('GET /v1/surveys/{id}/progress', { params: { id } }), {
    everyMs: LOOK_EVERY_MS,
  })
  const items = reading.data?.items ?? []
  const all = sumOf(items)
  const kpis = [
    { name: '领了票', value: `${drewOf(all)} / ${all.sample}`, below: `${shareOf(all) ?? 0}% 的抽中户` },
    { name: '用手机', value: all.phone, below: '自己在小程序里领' },
    { name: '用纸', value: all.paper, below: `印 ${all.sheets} · 录 ${all.entered} · 废 ${all.voided}` },
    { name: '打电话', value: all.telephone, below: '访问员听得到' },
  ]
  return (
    <>
      <Trouble of={reading} />
      {reading.loading && (
        <Panel>
          <Loading rows={10} />
        </Panel>
      )}
      {reading.data && (
        <>
          <div className="survey-kpis">
            {kpis.map(({ name, value, below }) => (
              <div className="survey-kpi" key={name}>
                <span>{name}</span>
                <b>{value}</b>
                <em>{below}</em>
              </div>
            ))}
          </div>
          <Panel title="各乡镇领票的进度" note="只有户数,没有答案;每分钟更新">
            <Table
              size="middle"
              rowKey="id"
              columns={narrow ? stacked : columns(items)}
              dataSource={items}
              pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false, showTotal: (total) => `共 ${total} 个乡镇` }}
              locale={{ emptyText: <Empty title="还没有抽户" /> }}
            />
          </Panel>
        </>
      )}
    </>
  )
}
