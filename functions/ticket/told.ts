import type { Instant } from '../../contract/route'
import { type Addressee, owe, type Owed } from '../notice/owed'
import type { Head } from './head'
import type { Move } from './moves'

/** Those who handle it now: the cadre and the desk it is with; without a desk it is inspection's. */
export function handlersOf({ cadreId, deskId, inspectionId }: Head): Addressee[] {
  return [
    ...(cadreId ? [{ to: 'cadre' as const, cadreId }] : []),
    deskId ? { to: 'desk' as const, unitId: deskId } : { to: 'inspection' as const, unitId: inspectionId },
  ]
}

/** The sender, and the senders of what was merged into it. */
const sendersOf = ({ merged }: Head): Addressee[] => [
  { to: 'sender' },
  ...merged.map(({ id }) => ({ to: 'mergedSender' as const, ticketId: id })),
]

/** The notices that follow from `move`, which made `after` of `before`. */
export function told(before: Head, after: Head, { action, id }: Pick<Move, 'action' | 'id'>, now: Instant): Owed[] {
  const inspection: Addressee = { to: 'inspection', unitId: after.inspectionId }
  const watching: Addressee[] = after.watched && after.deskId ? [inspection] : []
  const handlers = handlersOf(after)
  switch (action) {
    case 'assign':
      return owe(id, 'letterAssigned', now, { to: 'desk', unitId: after.deskId! })
    case 'triage':
    case 'accept':
      return []
    case 'answer':
      return owe(id, 'answered', now, ...sendersOf(after))
    case 'ask':
      return owe(id, 'asked', now, { to: 'sender' })
    case 'resolve':
      return owe(id, 'resolved', now, ...sendersOf(after))
    case 'offer':
      return owe(id, 'transferOffered', now, { to: 'desk', unitId: after.offer!.id })
    case 'takeOver':
    case 'refuseOffer':
      return owe(id, 'transferAnswered', now, { to: 'desk', unitId: before.deskId! })
    case 'decline':
      return owe(id, 'declined', now, ...sendersOf(after))
    case 'askExtension':
      return owe(id, 'extensionAsked', now, inspection)
    case 'grantExtension':
      return owe(id, 'extensionAnswered', now, ...sendersOf(after), ...handlers)
    case 'refuseExtension':
      return owe(id, 'extensionAnswered', now, ...handlers)
    case 'merge':
      return owe(id, 'merged', now, { to: 'sender' })
    case 'rectify':
      return owe(id, 'rectified', now, { to: 'sender' }, inspection)
    case 'callBack':
      return owe(id, 'calledBack', now, inspection)
    case 'supplement':
      return owe(id, 'supplemented', now, ...handlers)
    case 'confirm':
      return owe(id, after.rectification ? 'rectify' : 'confirmed', now, ...handlers, ...watching)
    case 'reopen':
      return owe(id, 'reopened', now, ...handlers, ...watching)
    case 'withdraw':
      // Whoever had the same matter can have their own reopened.
      return owe(id, 'withdrawn', now, ...handlers, ...watching, ...sendersOf(after).slice(1))
    case 'appeal':
      return owe(id, 'appealed', now, inspection)
  }
}
