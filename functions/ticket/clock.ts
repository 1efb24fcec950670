import type { Instant } from '../../contract/route'
import { isOpen, SILENT_DAYS, StepId } from '../../contract/ticket'
import { day, later } from '../../contract/time'
import type { Calendar } from '../calendar/calendar'
import { type Addressee, owe } from '../notice/owed'
import { clockOf, raisedAt } from './deadline'
import type { Entry, Head, Rung } from './head'
import { handlersOf } from './told'

const raisings = { head: 'raisedToHead', leader: 'raisedToLeader', office: 'raisedToOffice', city: 'raisedToCity' } as const
const clockSteps = [
  ...(['warned50', 'warned80', 'responseMissed', 'raisedToHead', 'raisedToLeader', 'raisedToOffice', 'raisedToCity'] as const),
  ...(['waitingOver', 'silent', 'rectifyOverdue'] as const),
]
type ClockStep = (typeof clockSteps)[number]

/** Something that falls due: `which` tells the repeats of a step apart, so that each is done once however often the clock looks. */
type Due = { at: Instant; step: ClockStep; which: number }

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** The id of the clock's own step: the same for every dispatcher that comes to it. */
const idOf = ({ id }: Head, { step, which }: Due) => StepId.parse(`${id.slice(0, 20)}${hex(which, 8)}c0${hex(clockSteps.indexOf(step), 2)}`)

const addresseeOf = ({ deskId, inspectionId, rungs: { leaderId, officeId, cityId } }: Head, rung: Rung): Addressee | undefined => {
  if (rung === 'head') return { to: 'head', unitId: deskId ?? inspectionId }
  if (rung === 'leader') return leaderId && { to: 'leader', cadreId: leaderId }
  if (rung === 'office') return officeId && { to: 'office', unitId: officeId }
  return cityId && { to: 'inspection', unitId: cityId }
}

const ladder = ['head', 'leader', 'office', 'city'] as const
const inConflict = ({ barred }: Head, to: Addressee) => barred.includes('cadreId' in to ? to.cadreId : 'unitId' in to ? to.unitId : '')

/** The rungs that there are and that are in no conflict, lowest first. */
function rungsOf(head: Head): Rung[] {
  return ladder.filter((rung) => {
    const to = addresseeOf(head, rung)
    return to && !inConflict(head, to)
  })
}

const part = (from: Instant, to: Instant, share: number) => later(from, Math.floor((Date.parse(to) - Date.parse(from)) * share))

function dueWhileOpen(head: Head, calendar: Calendar): Due[] {
  const { n, from, dueAt } = clockOf(head)
  const urgency = head.round ? 'd15' : head.urgency
  return [
    { at: part(from, dueAt, 0.5), step: 'warned50', which: n },
    { at: part(from, dueAt, 0.8), step: 'warned80', which: n },
    ...(head.respondBy ? [{ at: head.respondBy, step: 'responseMissed' as const, which: 0 }] : []),
    ...rungsOf(head).map((rung, place): Due => ({ at: raisedAt(urgency, dueAt, place, calendar), step: raisings[rung], which: n })),
    ...(head.waitingUntil
      ? [{ at: head.waitingUntil, step: 'waitingOver' as const, which: Math.floor(Date.parse(head.waitingUntil) / 60_000) }]
      : []),
  ]
}

function all(head: Head, calendar: Calendar): Due[] {
  const { state, resolvedAt, rectification, round } = head
  if (isOpen(state)) return dueWhileOpen(head, calendar)
  if (state === 'resolved' && resolvedAt) return [{ at: later(resolvedAt, SILENT_DAYS * day), step: 'silent', which: round?.n ?? 0 }]
  if (state === 'confirmed' && rectification?.state === 'owed')
    return [{ at: rectification.dueAt, step: 'rectifyOverdue', which: round?.n ?? 0 }]
  return []
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

/** Where the clock's step leads, and whom it is told. */
function done(head: Head, { step }: Due): { patch: Partial<Head>; tell: [Parameters<typeof owe>[1], Addressee[]] } {
  const inspection: Addressee = { to: 'inspection', unitId: head.inspectionId }
  switch (step) {
    case 'warned50':
    case 'warned80':
      return { patch: {}, tell: ['warning', handlersOf(head)] }
    case 'responseMissed':
      return { patch: { respondBy: undefined }, tell: ['responseMissed', [addresseeOf(head, 'head')!]] }
    case 'waitingOver':
      return { patch: { state: 'inProgress', waitingUntil: undefined }, tell: ['warning', handlersOf(head)] }
    case 'silent':
      return { patch: { state: 'silent' }, tell: ['silentClosed', [{ to: 'sender' }]] }
    case 'rectifyOverdue':
      return { patch: { watched: true }, tell: ['breached', [inspection]] }
    case 'raisedToHead':
    case 'raisedToLeader':
    case 'raisedToOffice':
    case 'raisedToCity': {
      const rung = ladder.find((one) => raisings[one] === step)!
      return { patch: { raised: [...new Set([...head.raised, rung])] }, tell: ['breached', [addresseeOf(head, rung)!, { to: 'sender' }]] }
    }
  }
}

/** The ticket after everything that has fallen due by `now`, each step once and in its order; itself where nothing has. */
export function tick(head: Head, now: Instant, calendar: Calendar): Head {
  let current = head
  for (let due = remaining(current, calendar)[0]; due && due.at <= now; due = remaining(current, calendar)[0]) {
    const id = idOf(current, due)
    const { patch, tell } = done(current, due)
    const entry: Entry = { id, at: now, step: due.step, by: { side: 'clock' } }
    const owed = owe(id, tell[0], now, ...tell[1])
    current = settled({ ...current, ...patch, timeline: [...current.timeline, entry], outbox: [...current.outbox, ...owed] }, calendar)
  }
  return current
}
