import type { Line } from '../../../contract/pairing'
import { call } from '../../api/call'
import { Row } from '../../design/row'
import { Card } from '../../design/card'
import { Sheet } from '../../design/sheet'

/** Whose complaint line to call. */
export const Complaints = ({ lines, onClose }: { lines: readonly Line[]; onClose: () => void }) => (
  <Sheet title="打给谁?" onClose={onClose}>
    <Card>
      {lines.map(({ name, phone }) => (
        <Row key={name + phone} icon="phone" title={name} small={phone} onPress={() => call(phone)} />
      ))}
    </Card>
  </Sheet>
)
