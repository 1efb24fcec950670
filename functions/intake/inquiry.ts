import type { Inquiry } from '../../contract/intake'
import type { CadreId } from '../../contract/pairing'
import type { OwnTicket } from '../../contract/ticket'

/** What of a ticket's history tells who has handled it. */
type Handled = { cadreId?: CadreId; timeline: readonly { by: { side: string; cadreId?: CadreId } }[] }

/** Whether this person has handled the ticket, or follows it: the sender's word about it is not theirs to enter. */
export const handledIt = ({ cadreId, timeline }: Handled, person: CadreId) =>
  cadreId === person || timeline.some(({ by }) => by.side === 'staff' && by.cadreId === person)

const lastWords = ['confirm', 'reopen'] as const
/** Whose texts are read out: answers. What the sender wrote stands there for whoever overhears it. */
const answers: readonly OwnTicket['timeline'][number]['step'][] = [
  ...(['answered', 'asked', 'resolved', 'declined', 'extended', 'transferred', 'rectified', 'calledBack'] as const),
]

/** What may be told of a ticket to whoever knows its number and code. */
export function inquiry({ number, kind, state, submittedAt, deadline, timeline, can }: OwnTicket, entersWords: boolean): Inquiry {
  const steps = timeline.map(({ at, step, by, text }) => ({ at, step, by, ...(answers.includes(step) && { text }) }))
  const words = lastWords.filter((word) => entersWords && can.includes(word))
  return { number, kind, state, submittedAt, deadline, steps, can: words }
}
