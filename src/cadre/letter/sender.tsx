import { useState } from 'react'

import type { Letter, Sender as Who, TicketId } from '../../../contract/ticket'
import { call } from '../../api/call'
import { Card } from '../../design/card'
import { Chip } from '../../design/chip'
import { Parts } from '../../design/parts'
import { Initial, Onward, Row } from '../../design/row'
import { Note } from '../../design/standing'
import { Reveal } from './reveal'

/** Somebody who wrote; a tap calls them. */
export const SenderRow = ({ sender: { name, phone, place } }: { sender: Who }) => (
  <Card>
    <Row
      start={<Initial of={name} />}
      title={name}
      small={<Parts of={[place, phone ?? '没有登记电话']} />}
      label={phone ? `给${name}打电话` : name}
      end={phone ? <Chip>打电话</Chip> : undefined}
      onPress={phone ? () => call(phone) : undefined}
    />
  </Card>
)

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
