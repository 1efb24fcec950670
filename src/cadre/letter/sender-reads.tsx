import type { SenderRead } from '../../../contract/ticket'
import { Card } from '../../design/card'
import { Row } from '../../design/row'
import { moment } from '../../design/when'

/** For inspection: who has looked at the confidential sender, and why. */
export const SenderReads = ({ reads, now }: { reads: readonly SenderRead[]; now: number }) => (
  <Card>
    {reads.map(({ at, by, reason }) => (
      <Row key={`${at}${by}`} plain title={`${by}:${reason}`} small={moment(at, now)} />
    ))}
  </Card>
)
