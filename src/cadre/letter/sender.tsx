import { useState } from 'react'

import type { Letter, TicketId } from '../../../contract/ticket'
import { Card } from '../../design/card'
import { Onward, Row } from '../../design/row'
import { Note } from '../../design/standing'
import { Reveal } from './reveal'
import { SenderRow } from './sender-row'

/** Who sent it, or that nobody is to know. */
export function Sender({ letter: { confidential, sender, mayReveal }, id }: { letter: Letter; id: TicketId }) {
  const [asking, ask] = useState(false)
  if (!confidential) return sender ? <SenderRow sender={sender} /> : null
  if (!mayReveal) return <Note tone="field">保密投诉:看不到是谁写的</Note>
  return (
    <>
      <Card tone="field">
        <Row title="保密投诉:看不到是谁写的" small="要联系本人,先写明理由" end={<Onward />} onPress={() => ask(true)} />
      </Card>
      {asking && <Reveal id={id} onClose={() => ask(false)} />}
    </>
  )
}
