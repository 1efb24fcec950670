import type { Action } from '../../contract/ticket'
import type { Addressee } from '../../functions/notice/owed'
import { nextAbove, type Posts } from './above'
import type { Plain } from './plain'

/** An addressee in a word. */
export const called = (to: Addressee): string =>
  'cadreId' in to
    ? `${to.to} ${to.cadreId}`
    : 'unitId' in to
      ? `${to.to} ${to.unitId}`
      : 'ticketId' in to
        ? `sender of ${to.ticketId}`
        : to.to

const handlers = ({ desk, inspection, follower }: Plain) => [
  desk ? `desk ${desk}` : `inspection ${inspection}`,
  ...(follower ? [`cadre ${follower}`] : []),
]
const everySender = ({ followed }: Plain) => ['sender', ...followed.map((id) => `sender of ${id}`)]

/** Who has to learn of what was done (section 5: whoever must act; the villager of every answer). More may be told. */
export function mustLearn(before: Plain, after: Plain, action: Action): string[] {
  switch (action) {
    case 'assign':
      return [`desk ${after.desk}`]
    case 'answer':
    case 'resolve':
    case 'decline':
      return everySender(after)
    case 'ask':
    case 'merge':
      return ['sender']
    case 'offer':
      return [`desk ${after.offeredTo}`]
    case 'takeOver':
    case 'refuseOffer':
      return [`desk ${before.desk}`]
    case 'askExtension':
    case 'appeal':
      return [`inspection ${after.inspection}`]
    case 'grantExtension':
      return [...everySender(after), ...handlers(after)]
    case 'refuseExtension':
    case 'supplement':
    case 'reopen':
    case 'confirm':
      return handlers(after)
    case 'rectify':
      return ['sender', `inspection ${after.inspection}`]
    // Who had joined this matter has nobody left who goes on with it.
    case 'withdraw':
      return [...handlers(before), ...everySender(after).slice(1)]
    case 'triage':
    case 'accept':
    case 'callBack':
      return []
  }
}

/** Who has to learn of what the clock did: the next one up, and the villager of every escalation. */
export function mustHear(ticket: Plain, step: string, posts: Posts): string[] {
  const { desk, inspection, above } = ticket
  switch (step) {
    case 'warned50':
    case 'warned80':
    case 'waitingOver':
      return handlers(ticket)
    case 'responseMissed':
      return [nextAbove(ticket, posts) ?? []].flat()
    case 'raisedToHead':
      return [`head ${desk ?? inspection}`, 'sender']
    case 'raisedToLeader':
      return [`leader ${above.leader}`, 'sender']
    case 'raisedToOffice':
      return [`office ${above.office}`, 'sender']
    case 'raisedToCity':
      return [`inspection ${above.city}`, 'sender']
    case 'silent':
      return ['sender']
    default:
      return [`inspection ${inspection}`]
  }
}
