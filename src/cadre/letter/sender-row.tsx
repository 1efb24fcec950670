import type { Sender } from '../../../contract/ticket'
import { call } from '../../api/call'
import { Card } from '../../design/card'
import { Chip } from '../../design/chip'
import { Parts } from '../../design/parts'
import { Initial, Row } from '../../design/row'
import { spaced } from '../../design/spaced'

/** Somebody who wrote; a tap calls them. */
export const SenderRow = ({ sender: { name, phone, place } }: { sender: Sender }) => (
  <Card>
    <Row
      start={<Initial of={name} />}
      title={name}
      small={<Parts of={[place, phone ? spaced(phone) : '没有登记电话']} />}
      end={phone ? <Chip>打电话</Chip> : undefined}
      onPress={phone ? () => call(phone) : undefined}
    />
  </Card>
)
