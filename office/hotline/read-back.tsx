import { Checkbox } from 'antd'

import { kinds } from '../../contract/ticket'
import { wordsOf } from '../intake/home'
import { urgencyOf } from '../intake/matter'
import type { Call } from './call'

type Props = { call: Call; onAgree: (agreed: boolean) => void }

/** What is read back to the caller, as it will be sent. */
export function ReadBack({ call: { name, place, matter, readBack }, onAgree }: Props) {
  const urgency = urgencyOf(matter)
  return (
    <div className="read-back">
      <p className="soft">念给来电人听:</p>
      <p>
        您是{name || '……'},家在{place ? wordsOf(place) : '……'}。您要{kinds[matter.kind]}:
      </p>
      <p className="written">{matter.text || '……'}</p>
      {urgency && <p>{urgency.means}</p>}
      {matter.kind === 'complaint' && <p>{matter.confidential ? '对方不会知道是谁投诉的。' : '对方会知道是您投诉的。'}</p>}
      <p>
        <Checkbox checked={readBack} onChange={({ target }) => onAgree(target.checked)}>
          <strong>已向来电人复述并同意</strong>
        </Checkbox>
      </p>
    </div>
  )
}
