import type { TicketLine } from '../../contract/ticket'
import { Chip } from '../design/chip'
import { Parts } from '../design/parts'
import { Row } from '../design/row'
import { useNow } from '../design/use-now'
import { go } from '../ways'
import { progress, standing, titleOf } from './words'

/** One of my tickets in a list. */
export function Line({ ticket }: { ticket: TicketLine }) {
  const now = useNow()
  const [words, tone] = standing(ticket.state)
  return (
    <Row
      title={titleOf(ticket)}
      small={<Parts of={progress(ticket, now)} />}
      end={<Chip tone={tone}>{words}</Chip>}
      onPress={() => go('villager/ticket', { id: ticket.id })}
    />
  )
}
