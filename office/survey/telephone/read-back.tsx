import { Button, Checkbox } from 'antd'
import { useState } from 'react'

import type { CampaignPlan, RatedUnit } from '../../../contract/survey'
import { columnNames, COLUMNS, meaningOf } from '../ballot/cells'
import { type Call, mended } from './call'

type Read = Extract<Call, { stage: 'readBack' }>
type Props = {
  call: Read
  plan: CampaignPlan
  units: readonly RatedUnit[]
  busy: boolean
  onMend: (call: Call) => void
  onSend: () => void
}

/** All answers once more; only the villager's yes draws the ballot and casts it. */
export function ReadBack({ call, plan, units, busy, onMend, onSend }: Props) {
  const [agreed, setAgreed] = useState(false)
  const { cells } = call
  const said = (cell: number) => meaningOf(cell, cells.length, cells[cell] ?? 0)
  return (
    <div className="intake-form">
      <p>请从头念给对方听。要改的点“改”。</p>
      <table className="call-read">
        <thead>
          <tr>
            <th scope="col">单位</th>
            {columnNames.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">改</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ id, name }, unit) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {columnNames.map((column, nth) => (
                <td key={column}>{said(unit * COLUMNS + nth)}</td>
              ))}
              <td>
                <Button size="small" onClick={() => onMend(mended(call, unit))}>
                  改<span className="unseen">,{name}</span>
                </Button>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{plan.questions.watched}</th>
            <td colSpan={COLUMNS}>{said(cells.length - 1)}</td>
            <td>
              <Button size="small" onClick={() => onMend(mended(call, units.length))}>
                改<span className="unseen">,最后一问</span>
              </Button>
            </td>
          </tr>
        </tbody>
      </table>
      <Checkbox checked={agreed} onChange={({ target }) => setAgreed(target.checked)}>
        <strong>念完了,对方说就这样投</strong>
      </Checkbox>
      <Button type="primary" size="large" disabled={!agreed} loading={busy} style={{ justifySelf: 'start' }} onClick={onSend}>
        领票,封好投出
      </Button>
      <p className="soft">点了以后不能改。这一户不能再用手机、纸质问卷评。</p>
    </div>
  )
}
