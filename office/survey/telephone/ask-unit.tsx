import { Button } from 'antd'
import { useEffect, useRef } from 'react'

import { type CampaignPlan, ratedQuestions, type RatedUnit } from '../../../contract/survey'
import { Choices } from '../../intake/choices'
import { meaningOf, mostOf } from '../ballot/cells'
import { answered, type Asking, type Call, cellsAt, goneBack, goneOn, mayGoOn, skipped } from './call'

type Props = { call: Asking; plan: CampaignPlan; units: readonly RatedUnit[]; onCall: (call: Call) => void }

/** One unit a page; nothing is chosen before the villager has said it, and not knowing is always an answer. */
export function AskUnit({ call, plan: { questions }, units, onCall }: Props) {
  const { cells, at } = call
  const unit = units[at]
  const words = unit ? [...ratedQuestions.map((question) => questions[question]), questions.money] : [questions.watched]
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [at])
  return (
    <form
      className="intake-form"
      aria-label={unit ? unit.name : '最后一问'}
      onSubmit={(event) => {
        event.preventDefault()
        onCall(goneOn(call))
      }}
    >
      <div className="call-bar" role="progressbar" aria-label="问到哪里" aria-valuemin={0} aria-valuemax={units.length} aria-valuenow={at}>
        <i style={{ width: `${(100 * at) / units.length}%` }} />
      </div>
      <div>
        <p className="soft">{unit ? `第 ${at + 1} 个,共 ${units.length} 个` : '最后一问'}</p>
        <h3 className="call-unit" tabIndex={-1} ref={title}>
          {unit ? unit.name : '旁边有没有人'}
        </h3>
        {unit && <p className="soft">{unit.does}</p>}
      </div>
      {cellsAt(call).map((cell, nth) => (
        <div className="call-question" key={cell}>
          <Choices
            legend={words[nth] ?? ''}
            chosen={cells[cell] === null ? undefined : String(cells[cell])}
            of={[...Array.from({ length: mostOf(cell, cells.length) }, (_, level) => level + 1), 0].map((digit) => ({
              key: String(digit),
              title: meaningOf(cell, cells.length, digit),
            }))}
            onChoose={(digit) => onCall(answered(call, cell, Number(digit)))}
          />
        </div>
      ))}
      <div className="call-acts">
        <Button htmlType="submit" type="primary" disabled={!mayGoOn(call)}>
          {unit ? '下一个' : '念一遍'}
        </Button>
        {unit && <Button onClick={() => onCall(skipped(call))}>不了解这个单位,跳过</Button>}
        {at > 0 && <Button onClick={() => onCall(goneBack(call))}>上一个</Button>}
      </div>
    </form>
  )
}
