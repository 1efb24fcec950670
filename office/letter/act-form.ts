import * as z from 'zod/mini'

import { Media } from '../../contract/media'
import { UnitId } from '../../contract/pairing'
import { type Action, DeclineReason, Letter, StepId, TicketNumber, type TicketId } from '../../contract/ticket'
import { ask } from '../api/ask'
import { newId } from '../api/id'
import type { Act } from './acts'

/** What has been filled in for an action. `step` is made with the form, so that sending twice is one step. */
export const ActDraft = z.object({
  step: StepId,
  text: z.string(),
  unitId: z.optional(UnitId),
  reason: z.optional(DeclineReason),
  days: z.optional(z.number()),
  number: z.string(),
  media: Media,
})
export type ActDraft = z.infer<typeof ActDraft>

export const freshAct = (): ActDraft => ({ step: StepId.parse(newId()), text: '', number: '', media: [] })

/** What is missing yet, as the form says it; undefined once it may be sent. */
export function missing({ text, unit, reason, days, number }: Act, draft: ActDraft): string | undefined {
  if (unit && !draft.unitId) return '请选单位。'
  if (reason && !draft.reason) return '请选理由。'
  if (days && !draft.days) return '请填延几个工作日。'
  if (number && !TicketNumber.safeParse(draft.number.trim().toUpperCase()).success) return '请填完整的编号,例如 T20261118-0043。'
  if (text && !draft.text.trim()) return `请填“${text.label}”。`
  return undefined
}

/** Does `action` to the ticket; its reply is the ticket as it stands then, where there is something to read. */
export function send(action: Action, id: TicketId, draft: ActDraft) {
  const { step, text, media } = draft
  const params = { id }
  switch (action) {
    case 'triage':
      return ask('POST /v1/letters/{id}/triage', { params, body: { step } })
    case 'assign':
      return ask('POST /v1/letters/{id}/assign', { params, body: { step, unitId: UnitId.parse(draft.unitId) } })
    case 'accept':
      return ask('POST /v1/letters/{id}/accept', { params, body: { step } })
    case 'answer':
      return ask('POST /v1/letters/{id}/answer', { params, body: { step, text, media } })
    case 'ask':
      return ask('POST /v1/letters/{id}/ask', { params, body: { step, text } })
    case 'resolve':
      return ask('POST /v1/letters/{id}/resolve', { params, body: { step, text, media } })
    case 'offer':
      return ask('POST /v1/letters/{id}/offer', { params, body: { step, unitId: UnitId.parse(draft.unitId), text } })
    case 'takeOver':
      return ask('POST /v1/letters/{id}/take-over', { params, body: { step } })
    case 'refuseOffer':
      return ask('POST /v1/letters/{id}/refuse-offer', { params, body: { step, text } })
    case 'decline':
      return ask('POST /v1/letters/{id}/decline', { params, body: { step, reason: DeclineReason.parse(draft.reason), text } })
    case 'askExtension':
      return ask('POST /v1/letters/{id}/ask-extension', { params, body: { step, workingDays: draft.days ?? 0, text } })
    case 'grantExtension':
      return ask('POST /v1/letters/{id}/grant-extension', { params, body: { step } })
    case 'refuseExtension':
      return ask('POST /v1/letters/{id}/refuse-extension', { params, body: { step, text } })
    case 'merge':
      return ask('POST /v1/letters/{id}/merge', { params, body: { step, into: TicketNumber.parse(draft.number.trim().toUpperCase()) } })
    case 'rectify':
      return ask('POST /v1/letters/{id}/rectify', { params, body: { step, text, media } })
    case 'callBack':
      return ask('POST /v1/letters/{id}/call-back', { params, body: { step, text } })
    default:
      throw new Error(`${action} is not for staff`)
  }
}

/** The ticket in an action's reply; some have nothing to tell. */
export const letterIn = (reply: object): Letter | undefined => Letter.safeParse(reply).data
