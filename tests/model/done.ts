import type { Action } from '../../contract/ticket'
import { DAY, workedDays } from './days'
import { isOpen, type Plain, type Who } from './plain'

/** What comes with an action. */
export type With = { unit?: string; face?: number; workingDays?: number }

function startAgain(ticket: Plain, now: number) {
  ticket.clock = { nth: ticket.clock.nth + 1, round: ticket.clock.round + 1, from: now, due: workedDays(now, 15, ticket.special) }
  ticket.state = 'reopened'
  ticket.mending = undefined
}

/** What only an open ticket has ends with it. */
function tidy(ticket: Plain) {
  ticket.headOfOffered &&= ticket.offeredTo !== undefined
  if (ticket.state !== 'waiting') ticket.waitingUntil = undefined
  if (isOpen(ticket)) return
  ticket.respondBy = undefined
  ticket.offeredTo = undefined
  ticket.headOfOffered = false
  if (ticket.extension?.state === 'asked') ticket.extension.state = 'refused'
}

/** Section 4, "first response within 24 h": what the villager hears of, and nothing that the house does among itself. */
const responses: readonly Action[] = ['answer', 'ask', 'resolve', 'decline', 'merge', 'grantExtension']

/** The action, which is allowed, done to the sheet; `undefined` as a desk to be told means inspection. */
export function act(ticket: Plain, who: Who, action: Action, { unit, face = 5, workingDays = 1 }: With, now: number): void {
  if (responses.includes(action)) ticket.respondBy = undefined
  if (who !== 'sender' && ['answer', 'resolve', 'rectify'].includes(action)) ticket.handled.add(who.cadreId)
  switch (action) {
    case 'triage':
      ticket.state = 'triaged'
      break
    case 'assign':
      ticket.state = 'assigned'
      ticket.desk = unit
      ticket.offeredTo = undefined
      break
    case 'accept':
      ticket.state = 'accepted'
      break
    case 'answer':
      ticket.state = 'inProgress'
      break
    case 'ask':
      ticket.state = 'waiting'
      ticket.waitingUntil = now + 7 * DAY
      break
    case 'resolve':
      ticket.state = 'resolved'
      ticket.resolvedAt = now
      break
    case 'offer':
      ticket.offeredTo = unit
      break
    case 'takeOver':
      ticket.state = 'accepted'
      ticket.desk = ticket.offeredTo
      ticket.offeredTo = undefined
      break
    case 'refuseOffer':
      ticket.offeredTo = undefined
      break
    case 'decline':
      ticket.state = 'declined'
      break
    case 'askExtension':
      ticket.extension = { state: 'asked', until: workedDays(ticket.clock.due, workingDays, ticket.special) }
      ticket.watched = true
      break
    case 'grantExtension':
      ticket.extension!.state = 'granted'
      ticket.clock = { ...ticket.clock, nth: ticket.clock.nth + 1, from: now, due: ticket.extension!.until }
      break
    case 'refuseExtension':
      ticket.extension!.state = 'refused'
      break
    case 'merge':
      ticket.state = 'merged'
      break
    case 'rectify':
      ticket.mending = { state: 'rectified', due: workedDays(now, 5, ticket.special) }
      ticket.watched = true
      break
    case 'callBack':
      ticket.mending!.state = 'calledBack'
      break
    case 'supplement':
      if (ticket.state === 'waiting') ticket.state = 'inProgress'
      break
    case 'confirm':
      ticket.state = 'confirmed'
      if (face <= 2) ticket.mending = { state: 'owed', due: workedDays(now, 15, ticket.special) }
      break
    case 'reopen':
      startAgain(ticket, now)
      break
    case 'withdraw':
      ticket.state = 'withdrawn'
      break
    case 'appeal':
      startAgain(ticket, now)
      ticket.appealed = true
      ticket.watched = true
      break
  }
  tidy(ticket)
}
