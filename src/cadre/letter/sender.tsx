import type { Letter } from '../../../contract/ticket'
import { call } from '../../api/call'
import { Card } from '../../design/card'
import { Chip } from '../../design/chip'
import { Parts } from '../../design/parts'
import { Initial, Row } from '../../design/row'
import { Note } from '../../design/standing'

/** Who sent it, or that nobody is to know. */
export function Sender({ confidential, sender, place }: Letter) {
  if (confidential) return <Note tone="field">保密投诉:看不到是谁写的</Note>
  if (!sender) return null
  const { name, phone } = sender
  return (
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
}
