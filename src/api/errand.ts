import * as z from 'zod/mini'

import { WriteVisit } from '../../contract/intake'
import { Media } from '../../contract/media'
import { UnitId } from '../../contract/pairing'
import { Instant, writtenText } from '../../contract/route'
import { DeclineReason, Face, StepId, SubmitTicket, TEXT_MOST, TicketId, TicketNumber } from '../../contract/ticket'
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
const media = z._default(Media, [])

/** Something a person has decided and this phone still has to send. Names that a form showed go along, for the form to show them again. */
export const Errand = z.discriminatedUnion('task', [
  z.object({ ...common, task: z.literal('submit'), body: SubmitTicket, aboutName: z.string() }),
  z.object({ ...common, task: z.literal('visit'), body: WriteVisit, aboutName: z.string(), homeName: z.string() }),
  z.object({ ...step, task: z.enum(['supplement', 'reopen', 'answer', 'resolve', 'rectify']), text, media }),
  z.object({ ...step, task: z.enum(['withdraw', 'appeal', 'ask', 'refuseOffer', 'refuseExtension', 'callBack']), text }),
  z.object({ ...step, task: z.enum(['triage', 'accept', 'takeOver', 'grantExtension']) }),
  z.object({ ...step, task: z.literal('confirm'), face: Face }),
  z.object({ ...step, task: z.literal('assign'), unitId: UnitId }),
  z.object({ ...step, task: z.literal('offer'), unitId: UnitId, unitName: z.string(), text }),
  z.object({ ...step, task: z.literal('decline'), reason: DeclineReason, text }),
  z.object({ ...step, task: z.literal('askExtension'), workingDays: z.int(), text }),
  z.object({ ...step, task: z.literal('merge'), into: TicketNumber }),
])
export type Errand = z.infer<typeof Errand>

/** The id by which an errand is the same one at every try. */
export function errandId(errand: Errand): string {
  if (errand.task === 'submit') return errand.body.id
  return errand.task === 'visit' ? errand.body.ticket.id : errand.step
}

/** What the person wrote, where the errand carries words. */
export const wordsOf = (errand: Errand): string | undefined => {
  if (errand.task === 'submit') return errand.body.text
  if (errand.task === 'visit') return errand.body.ticket.text
  if (errand.task === 'merge') return errand.into
  return 'text' in errand ? errand.text : undefined
}

/** The photos and recordings that it names. */
export function mediaOf(errand: Errand): Media {
  if (errand.task === 'submit') return errand.body.media
  if (errand.task === 'visit') return errand.body.ticket.media
  return 'media' in errand ? errand.media : []
}

/** The errand naming these in place of what it named. */
export function withMedia(errand: Errand, media: Media): Errand {
  if (errand.task === 'submit') return { ...errand, body: { ...errand.body, media } }
  if (errand.task === 'visit') return { ...errand, body: { ...errand.body, ticket: { ...errand.body.ticket, media } } }
  return 'media' in errand ? { ...errand, media } : errand
}

/** The ticket that it is about, or that it makes. */
export function ticketIdOf(errand: Errand): TicketId {
  if (errand.task === 'submit') return errand.body.id
  return errand.task === 'visit' ? errand.body.ticket.id : errand.ticketId
}

/** Whether somebody is in danger: then the words wait for nothing. */
export function isUrgent(errand: Errand): boolean {
  if (errand.task === 'submit') return errand.body.category === 'danger'
  return errand.task === 'visit' && errand.body.ticket.category === 'danger'
}

const senders: readonly Errand['task'][] = ['submit', 'supplement', 'reopen', 'confirm', 'withdraw', 'appeal']

/** Whether this was decided by somebody who handles the ticket, not by its sender. */
export const isStaffs = ({ task }: Pick<Errand, 'task'>) => !senders.includes(task)

/** Sends it. Rejects where no answer came: then nothing is known, and it is sent again under the same id. */
export function deliver(errand: Errand) {
  if (errand.task === 'submit') return ask('POST /v1/tickets', { body: errand.body })
  if (errand.task === 'visit') return ask('POST /v1/intake/visits', { body: errand.body })
  const { step, ticketId: id } = errand
  const params = { id }
  switch (errand.task) {
    case 'supplement':
      return ask('POST /v1/tickets/{id}/supplement', { params, body: { step, text: errand.text, media: errand.media } })
    case 'reopen':
      return ask('POST /v1/tickets/{id}/reopen', { params, body: { step, text: errand.text, media: errand.media } })
    case 'confirm':
      return ask('POST /v1/tickets/{id}/confirm', { params, body: { step, face: errand.face } })
    case 'withdraw':
      return ask('POST /v1/tickets/{id}/withdraw', { params, body: { step, text: errand.text } })
    case 'appeal':
      return ask('POST /v1/tickets/{id}/appeal', { params, body: { step, text: errand.text } })
    case 'triage':
      return ask('POST /v1/letters/{id}/triage', { params, body: { step } })
    case 'accept':
      return ask('POST /v1/letters/{id}/accept', { params, body: { step } })
    case 'answer':
      return ask('POST /v1/letters/{id}/answer', { params, body: { step, text: errand.text, media: errand.media } })
    case 'ask':
      return ask('POST /v1/letters/{id}/ask', { params, body: { step, text: errand.text } })
    case 'resolve':
      return ask('POST /v1/letters/{id}/resolve', { params, body: { step, text: errand.text, media: errand.media } })
    case 'assign':
      return ask('POST /v1/letters/{id}/assign', { params, body: { step, unitId: errand.unitId } })
    case 'offer':
      return ask('POST /v1/letters/{id}/offer', { params, body: { step, unitId: errand.unitId, text: errand.text } })
    case 'takeOver':
      return ask('POST /v1/letters/{id}/take-over', { params, body: { step } })
    case 'refuseOffer':
      return ask('POST /v1/letters/{id}/refuse-offer', { params, body: { step, text: errand.text } })
    case 'decline':
      return ask('POST /v1/letters/{id}/decline', { params, body: { step, reason: errand.reason, text: errand.text } })
    case 'askExtension':
      return ask('POST /v1/letters/{id}/ask-extension', { params, body: { step, workingDays: errand.workingDays, text: errand.text } })
    case 'grantExtension':
      return ask('POST /v1/letters/{id}/grant-extension', { params, body: { step } })
    case 'refuseExtension':
      return ask('POST /v1/letters/{id}/refuse-extension', { params, body: { step, text: errand.text } })
    case 'merge':
      return ask('POST /v1/letters/{id}/merge', { params, body: { step, into: errand.into } })
    case 'rectify':
      return ask('POST /v1/letters/{id}/rectify', { params, body: { step, text: errand.text, media: errand.media } })
    case 'callBack':
      return ask('POST /v1/letters/{id}/call-back', { params, body: { step, text: errand.text } })
  }
}
