import type { UnitId } from '../../contract/pairing'
import type { Addressee } from '../notice/owed'
import { admits } from './access'
import type { Head } from './head'
import { ladder, reachedBy } from './ladder'

/** A notice that somebody has left unread: in which capacity they were told, and of which unit. */
export type Unread = { role: string; unitId: UnitId }

const isOffered = ({ offer }: Head, { role, unitId }: Unread) => role === 'desk' && offer?.id === unitId

/** Whether the head of that unit is to hear of it. A complaint that a cadre was asked to follow is no business of the cadre's superior. */
function isForItsHead(head: Head, unread: Unread): boolean {
  const { role, unitId } = unread
  if (role === 'cadre') return head.kind !== 'complaint'
  return role === 'inspection' ? unitId === head.inspectionId : unitId === head.deskId || isOffered(head, unread)
}

/** To whom it goes up that something was left unread, who comes first in front: the head of that unit, then the rungs above the ticket. */
export function wayUp(head: Head, unread: Unread): Addressee[] {
  const own: Addressee[] = isForItsHead(head, unread) ? [{ to: 'head', unitId: unread.unitId }] : []
  return [...own, ...ladder.flatMap((rung) => reachedBy(head, rung) ?? [])]
}

/**
 * The ticket that those may read whom it has gone up to; itself where they may already. Who was asked to take it over sees it no
 * longer than the offer stands, and so does the head of that unit.
 */
export function calledIn(head: Head, to: Addressee, unread?: Unread): Head {
  if (admits(head, to)) return head
  const { offer, called = [] } = head
  if (offer && unread && isOffered(head, unread) && to.to === 'head' && to.unitId === offer.id)
    return { ...head, offer: { ...offer, called: true } }
  return { ...head, called: [...called, to] }
}
