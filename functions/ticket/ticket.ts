import type { UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import {
  type Action,
  CALL_BACK_WORKING_DAYS,
  isOpen,
  RECTIFY_WORKING_DAYS,
  ROUND_WORKING_DAYS,
  TIMELINE_MOST,
  type TicketId,
  WAITING_DAYS,
} from '../../contract/ticket'
import { day, later } from '../../contract/time'
import { type Calendar, workingDaysLater } from '../calendar/calendar'
import { settled } from './clock'
import { deadlineOf } from './deadline'
import type { Entry, Head, Unit } from './head'
import { isOffered, type Move, moves } from './moves'
import { told } from './told'

/** Characters that all texts of a timeline may have together: 300 KB in UTF-8, of DynamoDB's 400 KB an item. */
const TIMELINE_TEXT_MOST = 100_000
/** Entries kept free: for what changes hands, for what brings it to its end, for the clock. */
const KEPT = { talk: 40, way: 30, end: 15 } as const
const ends: readonly Action[] = ['resolve', 'confirm', 'withdraw', 'decline', 'merge', 'rectify', 'callBack']
const ways: readonly Action[] = ['triage', 'assign', 'accept', 'takeOver', 'reopen', 'appeal']

/** Whether there is no room for it. What is open or owed can always be brought to its end: talk and further rounds stop before. */
function isFull({ timeline }: Head, { action, text = '' }: Move): boolean {
  const room = ends.includes(action) ? 'end' : ways.includes(action) ? 'way' : 'talk'
  const written = timeline.reduce((sum, entry) => sum + (entry.text?.length ?? 0), text.length)
  return timeline.length >= TIMELINE_MOST - KEPT[room] || written > (room === 'talk' ? TIMELINE_TEXT_MOST : TIMELINE_TEXT_MOST + 20_000)
}

type Refusal = Problem<'notInThisState' | 'full' | 'changedReplay'>

const entryOf = ({ id, action, by, text, face, media, unit, into, takenBy }: Move, at: Instant): Entry => {
  const to = unit?.name ?? into?.number ?? takenBy
  return { id, at, step: moves[action].step, by, text, to, face, ...(media?.length && { media: [...media] }) }
}

/** What the villager is told of. That somebody has taken it on, or asks another unit to, is no response to them. */
const responses: readonly Action[] = ['answer', 'ask', 'resolve', 'decline', 'merge', 'grantExtension']

const isSame = (a: Entry, b: Entry) =>
  a.step === b.step && a.text === b.text && a.face === b.face && a.to === b.to && JSON.stringify(a.media) === JSON.stringify(b.media)

/** A clock of its own for a ticket that has to be done again. */
const anew = ({ round }: Head, now: Instant, calendar: Calendar): Partial<Head> => ({
  round: { n: (round?.n ?? 0) + 1, from: now, dueAt: workingDaysLater(now, ROUND_WORKING_DAYS, calendar) },
  resolvedAt: undefined,
  mergedInto: undefined,
  // The confirmation of a former round has nothing to say any more.
  rectification: undefined,
  passed: undefined,
})

/** What this move changes beside state and timeline. */
function changed(
  head: Head,
  { action, text = '', unit, workingDays = 0, into, face }: Move,
  now: Instant,
  calendar: Calendar,
): Partial<Head> {
  switch (action) {
    case 'assign':
      return { deskId: unit!.id, deskName: unit!.name, offer: undefined }
    case 'ask':
      return { waitingUntil: later(now, WAITING_DAYS * day) }
    case 'supplement':
      return head.state === 'waiting' ? { state: 'inProgress' } : {}
    case 'resolve':
      return { resolvedAt: now }
    case 'offer':
      return { offer: { ...unit!, from: head.deskName ?? '', text } }
    case 'takeOver':
      return { deskId: head.offer!.id, deskName: head.offer!.name, offer: undefined }
    case 'refuseOffer':
      return { offer: undefined }
    case 'askExtension':
      return { extension: { until: workingDaysLater(deadlineOf(head), workingDays, calendar), text, state: 'asked' }, watched: true }
    case 'grantExtension':
      return { extension: { ...head.extension!, state: 'granted', grantedAt: now }, extendedTo: head.extension!.until, passed: undefined }
    case 'refuseExtension':
      return { extension: { ...head.extension!, state: 'refused' } }
    case 'merge':
      return { mergedInto: { id: into!.id, number: into!.number } }
    case 'confirm':
      return face && face <= 2 ? { rectification: { dueAt: workingDaysLater(now, RECTIFY_WORKING_DAYS, calendar), state: 'owed' } } : {}
    case 'rectify':
      // Inspection, which is told of it, sees to it that somebody calls back.
      return { rectification: { dueAt: workingDaysLater(now, CALL_BACK_WORKING_DAYS, calendar), state: 'rectified' }, watched: true }
    case 'callBack':
      return { rectification: { ...head.rectification!, state: 'calledBack' } }
    case 'reopen':
      return anew(head, now, calendar)
    case 'appeal':
      return { ...anew(head, now, calendar), appealed: true, watched: true }
    case 'triage':
    case 'accept':
    case 'answer':
    case 'decline':
    case 'withdraw':
      return {}
  }
}

/** The ticket after `move`, owing the notices that follow from it; the ticket itself if that step was already taken. */
export function take(head: Head, move: Move, now: Instant, calendar: Calendar): Head | Refusal {
  const entry = entryOf(move, now)
  const earlier = head.timeline.find(({ id }) => id === move.id)
  if (earlier) return isSame(earlier, entry) ? head : { problem: 'changedReplay' }
  if (!isOffered(head, move.action, move.as)) return { problem: 'notInThisState' }
  if (isFull(head, move)) return { problem: 'full' }
  const responded = responses.includes(move.action) ? { respondBy: undefined } : {}
  const patch = changed(head, move, now, calendar)
  const moved: Head = { ...head, ...responded, state: moves[move.action].to ?? head.state, ...patch, timeline: [...head.timeline, entry] }
  return settled({ ...moved, outbox: [...head.outbox, ...told(head, moved, move, now)] }, calendar)
}

type Desk = Unit & { unitIds?: readonly UnitId[] }
const conflicts = ({ barred }: Pick<Head, 'barred'>, { id, unitIds = [] }: Desk) => [id, ...unitIds].some((one) => barred.includes(one))

/** The ticket handed or offered to a unit's desk; never to one that it is about, nor to one below that. */
export function hand(
  head: Head,
  desk: Desk,
  move: Omit<Move, 'unit'>,
  now: Instant,
  calendar: Calendar,
): Head | Refusal | Problem<'unitInConflict'> {
  if (conflicts(head, desk)) return { problem: 'unitInConflict' }
  const repeated = head.timeline.some(({ id }) => id === move.id)
  if (!repeated && desk.id === head.deskId) return { problem: 'notInThisState' }
  return take(head, { ...move, unit: { id: desk.id, name: desk.name } }, now, calendar)
}

/** Nobody calls back about what they handled themselves. */
export const handledIt = ({ timeline }: Head, { by }: Pick<Move, 'by'>) =>
  timeline.some(
    ({ step, by: one }) =>
      ['resolved', 'answered', 'rectified'].includes(step) && one.side === 'staff' && by.side === 'staff' && one.cadreId === by.cadreId,
  )

const handledBy = ({ deskId, cadreId, offer, inspectionId }: Head) => [deskId, cadreId, offer?.id, inspectionId]
/** Whether somebody who handles the one may not know of the other. */
const meets = (a: Head, b: Head) => handledBy(a).some((id) => id && b.barred.includes(id))

/** Whether `duplicate` may be closed in favour of `main`: the same kind, still open, and nobody who handles the one barred from the other. */
export function mayMerge(duplicate: Head, main: Head): true | Problem<'notSameMatter' | 'unitInConflict'> {
  if (main.id === duplicate.id || main.kind !== duplicate.kind || !isOpen(main.state) || main.inspectionId !== duplicate.inspectionId)
    return { problem: 'notSameMatter' }
  return meets(main, duplicate) || meets(duplicate, main) ? { problem: 'unitInConflict' } : true
}

/**
 * The ticket that goes on with another's matter, and with those that had been merged into that one: whoever may not know of
 * the one does not handle the other, and each sender is still told.
 */
export function takeIn(
  main: Head,
  { id, number, barred, merged }: Pick<Head, 'id' | 'number' | 'barred' | 'merged'>,
  move: Pick<Move, 'id' | 'by'>,
  now: Instant,
): Head {
  const isNew = (one: { id: TicketId }) => main.merged.every((known) => known.id !== one.id)
  if (main.timeline.some((earlier) => earlier.id === move.id)) return main
  const entry: Entry = { id: move.id, at: now, step: 'mergedHere', by: move.by, to: number }
  return {
    ...main,
    barred: [...new Set([...main.barred, ...barred])],
    merged: [...main.merged, ...[{ id, number, at: now }, ...merged].filter(isNew)],
    timeline: [...main.timeline, entry],
  }
}
