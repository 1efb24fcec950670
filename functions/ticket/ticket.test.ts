import type { Action } from '../../contract/ticket'
import { later } from '../../contract/time'
import {
  aboutUnit,
  aCadreId,
  aComplaint,
  aHead,
  aMove,
  aRequest,
  aStep,
  byStaff,
  bySender,
  hex,
  now,
  roads,
  sent,
  water,
} from '../../tests/fixtures/tickets'
import { plainCalendar } from '../calendar/calendar'
import { Head } from './head'
import { hand, handledIt, take } from './ticket'

const done = (head: Head, ...args: Parameters<typeof aMove>): Head => {
  const next = take(head, aMove(...args), now, plainCalendar)
  if ('problem' in next) throw new Error(`${args[0]}: ${next.problem}`)
  return next
}

test('the first step of a ticket is its own id', () =>
  expect(sent(aRequest()).timeline[0]).toMatchObject({ id: hex(9), step: 'submitted' }))

describe('a step that is sent again', () => {
  const move = aMove('answer', { text: '明天来' })
  const head = take(aHead(), move, now, plainCalendar) as Head

  test('changes nothing, also where the ticket has gone on', () => {
    expect(take(head, move, later(now, 1), plainCalendar)).toBe(head)
    const on = done(head, 'resolve')
    expect(take(on, move, later(now, 1), plainCalendar)).toBe(on)
  })

  test.each([
    ['text', { text: '后天来' }],
    ['photos', { media: [{ id: hex(1) as never, kind: 'photo' as const }] }],
    ['action', { action: 'resolve' as const }],
  ])('with another %s is no repeat', (_, changed) => {
    expect(take(head, { ...move, ...changed }, now, plainCalendar)).toEqual({ problem: 'changedReplay' })
  })

  test('with another face or another unit is no repeat', () => {
    const rating = aMove('confirm', { face: 5 })
    const rated = take(done(head, 'resolve'), rating, now, plainCalendar) as Head
    expect(take(rated, { ...rating, face: 1 }, now, plainCalendar)).toEqual({ problem: 'changedReplay' })
    const offering = aMove('offer')
    const offered = hand(head, roads, offering, now, plainCalendar) as Head
    expect(hand(offered, { ...roads, name: '别的' }, offering, now, plainCalendar)).toEqual({ problem: 'changedReplay' })
    expect(hand(offered, roads, offering, now, plainCalendar)).toBe(offered)
  })
})

test('nothing moves what was due, and nothing changes number, sender or barred', () => {
  const steps: [Action, object?][] = [
    ['accept'],
    ['ask'],
    ['supplement'],
    ['answer'],
    ['askExtension', { workingDays: 15 }],
    ['grantExtension', { as: 'inspection' }],
    ['resolve'],
    ['reopen'],
    ['decline'],
    ['appeal'],
    ['resolve'],
    ['confirm', { face: 1 }],
    ['rectify'],
    ['callBack', { by: byStaff(0xd9) }],
  ]
  const start = aHead({ barred: [hex(0x99)] })
  const end = steps.reduce((head, [action, more]) => done(head, action, more), start)
  expect(end.timeline).toHaveLength(steps.length + 1)
  expect(Head.parse(end)).toMatchObject({ dueAt: start.dueAt, number: start.number, senderTag: start.senderTag, barred: start.barred })
})

describe('a complaint is never handed to those it is about', () => {
  const complaint = sent(aComplaint(aboutUnit(water)))
  const assign = aMove('assign', { as: 'inspection' })

  test('nor to a unit below that', () => {
    expect(hand(complaint, water, assign, now, plainCalendar)).toEqual({ problem: 'unitInConflict' })
    expect(hand(complaint, { ...roads, unitIds: [roads.id, water.id] }, assign, now, plainCalendar)).toEqual({ problem: 'unitInConflict' })
    expect(hand(complaint, roads, assign, now, plainCalendar)).toMatchObject({ state: 'assigned', deskId: roads.id })
  })

  test('nor offered', () => {
    const assigned = hand(complaint, roads, assign, now, plainCalendar) as Head
    expect(hand(assigned, water, aMove('offer'), now, plainCalendar)).toEqual({ problem: 'unitInConflict' })
  })
})

test('the first unit keeps a ticket until another has accepted it', () => {
  const offered = hand(aHead(), roads, aMove('offer'), now, plainCalendar) as Head
  expect(offered).toMatchObject({ deskId: water.id, state: 'submitted', offer: { id: roads.id } })
  expect(done(offered, 'refuseOffer', { as: 'offered' })).toMatchObject({ deskId: water.id, offer: undefined })
  expect(done(offered, 'takeOver', { as: 'offered' })).toMatchObject({ deskId: roads.id, state: 'accepted', offer: undefined })
  // It can still be done by the first one; what was offered is then no matter any more.
  expect(done(offered, 'resolve')).toMatchObject({ deskId: water.id, state: 'resolved', offer: undefined })
  expect(hand(aHead(), water, aMove('offer'), now, plainCalendar)).toEqual({ problem: 'notInThisState' })
})

test('nobody calls back about what they handled themselves', () => {
  const head = done(done(aHead(), 'answer', { by: byStaff(1) }), 'resolve', { by: byStaff(2) })
  const handled = (n: number) => handledIt(head, { by: byStaff(n) })
  expect([handled(1), handled(2), handled(3), handledIt(head, { by: bySender })]).toEqual([true, true, false, false])
})

describe('a timeline that is nearly full', () => {
  const entry = (n: number) => ({ id: aStep(0x5000 + n), at: now, step: 'answered' as const, by: byStaff(1), text: '好' })
  const long = (length: number, more: Partial<Head> = {}) => aHead({ timeline: Array.from({ length }, (_, n) => entry(n)), ...more })
  const refusal = (head: Head, action: Action) => {
    const next = take(head, aMove(action), now, plainCalendar)
    return 'problem' in next ? next.problem : undefined
  }

  test('takes no more talk, and then no further round', () => {
    expect(refusal(long(159), 'supplement')).toBeUndefined()
    expect(refusal(long(160), 'supplement')).toBe('full')
    expect(refusal(long(169, { state: 'resolved' }), 'reopen')).toBeUndefined()
    expect(refusal(long(170, { state: 'resolved' }), 'reopen')).toBe('full')
  })

  test('can always be brought to its end: resolved, rated, mended, called back', () => {
    let head = long(170)
    for (const [action, more] of [['resolve'], ['confirm', { face: 1 }], ['rectify'], ['callBack']] as const)
      head = done(head, action, { ...more, ...(action === 'callBack' && { by: { side: 'staff', cadreId: aCadreId(3), name: '李' } }) })
    expect(head).toMatchObject({ state: 'confirmed', rectification: { state: 'calledBack' } })
  })

  test('is full by its texts as well', () => {
    const wordy = aHead({ timeline: Array.from({ length: 101 }, (_, n) => ({ ...entry(n), text: '字'.repeat(1000) })) })
    expect(refusal(wordy, 'answer')).toBe('full')
    expect(refusal(wordy, 'resolve')).toBeUndefined()
  })
})
