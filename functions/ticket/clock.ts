import type { Instant } from '../../contract/route'
import { isOpen, SILENT_DAYS, StepId } from '../../contract/ticket'
import { day, later } from '../../contract/time'
import type { Calendar } from '../calendar/calendar'
import { type Addressee, owe } from '../notice/owed'
import { calledIn } from './call-in'
import { clockOf, raisedAt } from './deadline'
import type { Entry, Head, Rung } from './head'
import { ladder, raisings, reachedBy, rungOf } from './ladder'
import { handlersOf } from './told'

const clockSteps = [
  ...(['warned50', 'warned80', 'responseMissed', 'raisedToHead', 'raisedToLeader', 'raisedToOffice', 'raisedToCity'] as const),
  ...(['waitingOver', 'silent', 'rectifyOverdue', 'callBackOverdue'] as const),
]
type ClockStep = (typeof clockSteps)[number]

/** Something that falls due: `which` tells the repeats of a step apart, so that each is done once however often the clock looks. */
type Due = { at: Instant; step: ClockStep; which: number }

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** The id of the clock's own step: the same for every dispatcher that comes to it. */
const idOf = ({ id }: Head, { step, which }: Due) => StepId.parse(`${id.slice(0, 20)}${hex(which, 8)}c0${hex(clockSteps.indexOf(step), 2)}`)

const part = (from: Instant, to: Instant, share: number) => later(from, Math.floor((Date.parse(to) - Date.parse(from)) * share))

/** The rungs whose turn comes, lowest first: those that there are and that were not passed over. */
const rungsOf = (head: Head) => ladder.filter((rung) => reachedBy(head, rung) && !head.passed?.includes(rung))

function dueWhileOpen(head: Head, calendar: Calendar): Due[] {
  const { nth, from, dueAt } = clockOf(head)
  const urgency = head.round ? 'd15' : head.urgency
  const warnings: Due[] = [
    { at: part(from, dueAt, 0.5), step: 'warned50', which: nth },
    { at: part(from, dueAt, 0.8), step: 'warned80', which: nth },
  ]
  const raises = rungsOf(head).map((rung, place): Due => ({
    at: raisedAt(urgency, dueAt, place, calendar),
    step: raisings[rung],
    which: nth,
  }))
  // An extension may be granted so late that part of its time has gone by: that was the former clock's.
  const isOfThisClock = ({ at }: Due) => at > from
  return [
    ...warnings.filter(isOfThisClock),
    ...(head.respondBy ? [{ at: head.respondBy, step: 'responseMissed' as const, which: 0 }] : []),
    ...raises.filter(isOfThisClock),
    ...(head.waitingUntil
      ? [{ at: head.waitingUntil, step: 'waitingOver' as const, which: Math.floor(Date.parse(head.waitingUntil) / 60_000) }]
      : []),
  ]
}

function all(head: Head, calendar: Calendar): Due[] {
  const { state, resolvedAt, rectification } = head
  const { nth } = clockOf(head)
  if (isOpen(state)) return dueWhileOpen(head, calendar)
  if (state === 'resolved' && resolvedAt) return [{ at: later(resolvedAt, SILENT_DAYS * day), step: 'silent', which: nth }]
  if (state !== 'confirmed' || !rectification || rectification.state === 'calledBack') return []
  // First that it is mended, then that somebody calls back.
  return [{ at: rectification.dueAt, step: rectification.state === 'owed' ? 'rectifyOverdue' : 'callBackOverdue', which: nth }]
}

/** What the clock has still to do, soonest first. */
function remaining(head: Head, calendar: Calendar): Due[] {
  // A person's step under such an id keeps the clock from nothing: it can be known beforehand.
  const done = new Set<string>(head.timeline.filter(({ by }) => by.side === 'clock').map(({ id }) => id))
  return all(head, calendar)
    .filter((due) => !done.has(idOf(head, due)))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The next instant at which anything falls due; undefined where nothing does. */
const wakeAt = (head: Head, calendar: Calendar): Instant | undefined => remaining(head, calendar)[0]?.at

/** The ticket without what only an open or a waiting one has, and with the next instant that the clock has to see. */
export function settled(head: Head, calendar: Calendar): Head {
  const still: Head = {
    ...head,
    ...(head.state !== 'waiting' && { waitingUntil: undefined }),
    ...(!isOpen(head.state) && { respondBy: undefined, offer: undefined }),
    ...(!isOpen(head.state) && head.extension?.state === 'asked' && { extension: { ...head.extension, state: 'refused' as const } }),
  }
  return { ...still, wakeAt: wakeAt(still, calendar) }
}

/** The rungs on which somebody stands who may know of the ticket; looked up before the clock does anything that is told to them. */
export type Manned = readonly Rung[]

/** The rungs of which it has to be known whether anybody stands there, before what has fallen due by `now` is done. */
export function inQuestion(head: Head, now: Instant, calendar: Calendar): Rung[] {
  const calls = remaining(head, calendar).some(({ at, step }) => at <= now && (step === 'responseMissed' || rungOf(step)))
  return calls ? ladder.filter((rung) => reachedBy(head, rung)) : []
}

type Done = { after: Head; tell: [Parameters<typeof owe>[1], Addressee[]] }

/** The ticket late by one rung more, whose people are told and may read it. */
function raised(head: Head, rung: Rung): Done {
  const to = reachedBy(head, rung)!
  return { after: calledIn({ ...head, raised: [...new Set([...head.raised, rung])] }, to), tell: ['breached', [to, { to: 'sender' }]] }
}

/** Where the clock's step leads, and whom it is told. */
function done(head: Head, step: ClockStep, manned: Manned): Done {
  switch (step) {
    case 'warned50':
    case 'warned80':
      return { after: head, tell: ['warning', handlersOf(head)] }
    case 'responseMissed': {
      const next = ladder.find((rung) => manned.includes(rung))
      const to = next && reachedBy(head, next)
      const after = { ...head, respondBy: undefined }
      return to ? { after: calledIn(after, to), tell: ['responseMissed', [to]] } : { after, tell: ['responseMissed', []] }
    }
    case 'waitingOver':
      return { after: { ...head, state: 'inProgress', waitingUntil: undefined }, tell: ['warning', handlersOf(head)] }
    case 'silent':
      return { after: { ...head, state: 'silent' }, tell: ['silentClosed', [{ to: 'sender' }]] }
    case 'rectifyOverdue':
    case 'callBackOverdue':
      return { after: { ...head, watched: true }, tell: ['breached', [{ to: 'inspection', unitId: head.inspectionId }]] }
    case 'raisedToHead':
    case 'raisedToLeader':
    case 'raisedToOffice':
    case 'raisedToCity':
      return raised(head, rungOf(step)!)
  }
}

/** The ticket after this step of the clock; where nobody stands on the rung whose turn it is, it is the next one's at once. */
function stepped(head: Head, due: Due, now: Instant, manned: Manned): Head {
  const rung = rungOf(due.step)
  if (rung && !manned.includes(rung)) return { ...head, passed: [...(head.passed ?? []), rung] }
  const id = idOf(head, due)
  const { after, tell } = done(head, due.step, manned)
  const entry: Entry = { id, at: now, step: due.step, by: { side: 'clock' } }
  return { ...after, timeline: [...head.timeline, entry], outbox: [...head.outbox, ...owe(id, tell[0], now, ...tell[1])] }
}

/** The ticket after everything that has fallen due by `now`, each step once and in its order; itself where nothing has. */
export function tick(head: Head, now: Instant, calendar: Calendar, manned: Manned): Head {
  let current = head
  for (let due = remaining(current, calendar)[0]; due && due.at <= now; due = remaining(current, calendar)[0])
    current = settled(stepped(current, due, now, manned), calendar)
  return current
}
