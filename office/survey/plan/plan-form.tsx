import { Button, Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'

import { type Campaign, ratedQuestions, surveyLimits } from '../../../contract/survey'
import { Panel } from '../../design/page'
import { Note } from '../../design/standing'
import { questionNames } from '../words'
import { Fingerprint } from './fingerprint'
import { drawingUntil, weightSum } from './form'
import { usePlan } from './use-plan'

type FieldProps = { label: string; fault?: string; children: ReactNode; below?: ReactNode }

const Field = ({ label, fault, children, below }: FieldProps) => (
  <div>
    <label className="labelled">
      <span>{label}</span>
      {children}
    </label>
    {fault && (
      <p className="plan-fault" role="alert">
        {fault}
      </p>
    )}
    {below}
  </div>
)

const Moment = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <Input type="datetime-local" value={value} onChange={({ target }) => onChange(target.value)} />
)

/** What the office decides while the campaign is a draft. */
export function PlanForm({ campaign }: { campaign: Campaign }) {
  const { form, change, faults, unsaved, overtaken, says, busy, save, undo } = usePlan(campaign)
  return (
    <form
      className="plan-fields-form"
      aria-label="评议方案"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Panel title="问什么" note="手机、纸质、电话都是这几句">
        <div className="plan-fields">
          <Field label="这次评议的名称" fault={faults.title}>
            <Input value={form.title} maxLength={30} onChange={({ target }) => change({ title: target.value })} />
          </Field>
          {ratedQuestions.map((name) => (
            <div className="plan-weights" key={name}>
              <Field label={`${questionNames[name]}:很差、差、一般、好、很好`}>
                <Input
                  value={form.questions[name]}
                  maxLength={40}
                  onChange={({ target }) => change({ questions: { ...form.questions, [name]: target.value } })}
                />
              </Field>
              <Field label="占多少分">
                <InputNumber
                  aria-label={`${questionNames[name]}占多少分`}
                  min={0}
                  max={100}
                  precision={0}
                  value={form.weights[name]}
                  onChange={(weight) => change({ weights: { ...form.weights, [name]: weight } })}
                />
              </Field>
            </div>
          ))}
          <p className={`plan-sum ${faults.weights ? 'plan-fault' : 'soft'}`} role="status">
            {faults.weights ?? `合计 ${weightSum(form.weights)}`}
          </p>
          {(['money', 'watched'] as const).map((name) => (
            <Field key={name} label={name === 'money' ? '钱物:有、没有' : '最后问一次:有没有人在旁边'}>
              <Input
                value={form.questions[name]}
                maxLength={40}
                onChange={({ target }) => change({ questions: { ...form.questions, [name]: target.value } })}
              />
            </Field>
          ))}
          {faults.questions && <p className="plan-fault">{faults.questions}</p>}
        </div>
      </Panel>
      <Panel title="抽多少户" note="按各乡镇户数的比例抽">
        <div className="field-row">
          <Field label="一共抽多少户" fault={faults.sample}>
            <InputNumber
              min={1}
              max={1_500_000}
              precision={0}
              style={{ width: '100%' }}
              value={form.sample}
              onChange={(sample) => change({ sample })}
            />
          </Field>
          <Field label="每个乡镇至少抽多少户" fault={faults.floor}>
            <InputNumber
              min={0}
              max={1000}
              precision={0}
              style={{ width: '100%' }}
              value={form.floor}
              onChange={(floor) => change({ floor })}
            />
          </Field>
        </div>
      </Panel>
      <Panel title="公开数" note="抽哪些户由它决定:冻结时谁也不知道,所以谁也挑不了">
        <div className="field-row">
          <Field label="来源,例如:双色球第 2026137 期开奖号码" fault={faults.sourceName}>
            <Input value={form.sourceName} maxLength={60} onChange={({ target }) => change({ sourceName: target.value })} />
          </Field>
          <Field label="什么时候公布">
            <Moment value={form.sourceAt} onChange={(sourceAt) => change({ sourceAt })} />
          </Field>
        </div>
      </Panel>
      <Panel title="两把公钥" note="指纹印在海报和纸质问卷上,人人对得上">
        <div className="plan-fields">
          <Field label="选票公钥(运维用评议编号生成)" fault={faults.tokenKey} below={<Fingerprint of={form.tokenKey} />}>
            <Input
              className="plan-key"
              value={form.tokenKey}
              maxLength={60}
              onChange={({ target }) => change({ tokenKey: target.value })}
            />
          </Field>
          <Field label="密封公钥(监票人在自己的电脑上生成)" fault={faults.sealKey} below={<Fingerprint of={form.sealKey} />}>
            <Input className="plan-key" value={form.sealKey} maxLength={60} onChange={({ target }) => change({ sealKey: target.value })} />
          </Field>
        </div>
      </Panel>
      <Panel title="什么时候评" note="北京时间">
        <div className="plan-dates">
          <Field label="开始" fault={faults.opensAt}>
            <Moment value={form.opensAt} onChange={(opensAt) => change({ opensAt })} />
          </Field>
          <Field label="停止领票" fault={faults.drawsUntil}>
            <Moment value={form.drawsUntil} onChange={(drawsUntil) => change(drawingUntil(form, drawsUntil))} />
          </Field>
          <Field label={`截止投票(再晚 ${surveyLimits.hoursToCast} 小时以上)`} fault={faults.castsUntil}>
            <Moment value={form.castsUntil} onChange={(castsUntil) => change({ castsUntil })} />
          </Field>
        </div>
      </Panel>
      {(unsaved || says) && (
        <div className="plan-save">
          {says ? (
            <Note tone="seal">{says}</Note>
          ) : overtaken ? (
            <Note tone="seal">别人刚刚改过这份方案。请点“不改了”,看过新的再改。</Note>
          ) : (
            <Note>{Object.keys(faults).length > 0 ? '上面标红的改好才能保存。' : '改了还没有保存。'}</Note>
          )}
          <Button onClick={undo}>不改了</Button>
          <Button htmlType="submit" type="primary" loading={busy} disabled={overtaken || Object.keys(faults).length > 0}>
            保存方案
          </Button>
        </div>
      )}
    </form>
  )
}
