import * as z from 'zod/mini'

import { UnitId } from '../../contract/pairing'
import { Instant, writtenText } from '../../contract/route'
import { Face, StepId, SubmitTicket, TEXT_MOST, TicketId } from '../../contract/ticket'
import { ask } from './ask'

const common = {
  at: Instant,
  /** Whether it was sent once already; it may have arrived, so it cannot be taken back any more. */
  tried: z.optional(z.boolean()),
  /** Why it was refused for good, as the person reads it. */
  says: z.optional(z.string()),
}
const step = { ...common, step: StepId, ticketId: TicketId }
const text = writtenText(TEXT_MOST)

/** Something a person has decided and this phone still has to send. The name of what the about row showed goes with a submission. */
export const Errand = z.discriminatedUnion('task', [
  z.object({ ...common, task: z.literal('submit'), body: SubmitTicket, aboutName: z.string() }),
  z.object({ ...step, task: z.literal('supplement'), text }),
  z.object({ ...step, task: z.literal('reopen'), text }),
  z.object({ ...step, task: z.literal('confirm'), face: Face }),
  z.object({ ...step, task: z.literal('accept') }),
  z.object({ ...step, task: z.literal('answer'), text }),
  z.object({ ...step, task: z.literal('resolve'), text }),
  z.object({ ...step, task: z.literal('assign'), unitId: UnitId }),
])
export type Errand = z.infer<typeof Errand>

/** The id by which an errand is the same one at every try. */
export const errandId = (errand: Errand): string => (errand.task === 'submit' ? errand.body.id : errand.step)

/** What the person wrote, where the errand carries words. */
export const wordsOf = (errand: Errand): string | undefined =>
  errand.task === 'submit' ? errand.body.text : 'text' in errand ? errand.text : undefined

/** Sends it. Rejects where no answer came: then nothing is known, and it is sent again under the same id. */
export function deliver(errand: Errand) {
  if (errand.task === 'submit') return ask('POST /v1/tickets', { body: errand.body })
  const { step, ticketId: id } = errand
  switch (errand.task) {
    case 'supplement':
      return ask('POST /v1/tickets/{id}/supplement', { params: { id }, body: { step, text: errand.text } })
    case 'reopen':
      return ask('POST /v1/tickets/{id}/reopen', { params: { id }, body: { step, text: errand.text } })
    case 'confirm':
      return ask('POST /v1/tickets/{id}/confirm', { params: { id }, body: { step, face: errand.face } })
    case 'accept':
      return ask('POST /v1/letters/{id}/accept', { params: { id }, body: { step } })
    case 'answer':
      return ask('POST /v1/letters/{id}/answer', { params: { id }, body: { step, text: errand.text } })
    case 'resolve':
      return ask('POST /v1/letters/{id}/resolve', { params: { id }, body: { step, text: errand.text } })
    case 'assign':
      return ask('POST /v1/letters/{id}/assign', { params: { id }, body: { step, unitId: errand.unitId } })
  }
}
