import { Instant } from '../../contract/route'
import { StepId } from '../../contract/ticket'
import { day, hour, later } from '../../contract/time'
import {
  aboutUnit,
  aComplaint,
  aHead,
  aMove,
  aPerson,
  aRequest,
  byStaff,
  leader,
  now,
  sent,
  township,
  water,
} from '../../tests/fixtures/tickets'
import { called } from '../../tests/model/told'
import { plainCalendar } from '../calendar/calendar'
import { capacity } from './access'
import { inQuestion, type Manned, tick } from './clock'
import { ladder } from './ladder'
import type { Head } from './head'
import { take } from './ticket'

const at = (text: string) => Instant.parse(text)
const after = (head: Head, ...args: Parameters<typeof aMove>) => {
  const next = take(head, aMove(...args), now, plainCalendar)
  if ('problem' in next) throw new Error(next.problem)
  return next
}
/** The steps that fall due one after the other, each with the instant at which the clock was woken for it. */
function wakings(head: Head, until: Instant, manned: Manned = ladder): [string, string][] {
  const found: [string, string][] = []
  let current = head
  while (current.wakeAt && current.wakeAt <= until) {
    const woken = tick(current, current.wakeAt, plainCalendar, manned)
    for (const { step, at: when } of woken.timeline.slice(current.timeline.length)) found.push([step, when])
    current = woken
  }
  return found
}
const never = at('2028-01-01T00:00:00.000Z')

test('a request for help that nobody touches is warned of twice and goes up rung by rung', () => {
  expect(wakings(sent(aRequest()), never)).toEqual([
    ['responseMissed', '2026-11-19T01:12:00.000Z'],
    ['warned50', '2026-11-22T13:12:00.000Z'],
    ['warned80', '2026-11-25T06:00:00.000Z'],
    ['raisedToHead', '2026-11-27T01:12:00.000Z'],
    ['raisedToLeader', '2026-11-30T01:12:00.000Z'],
    ['raisedToOffice', '2026-12-01T01:12:00.000Z'],
    ['raisedToCity', '2026-12-02T01:12:00.000Z'],
  ])
})

test('the two hours of a danger go up every hour, at night and on Sundays too', () => {
  expect(wakings(sent(aRequest({ category: 'danger' })), never).map(([step, when]) => `${step} ${when.slice(11, 16)}`)).toEqual([
    ...['warned50 02:12', 'warned80 02:48', 'responseMissed 03:12', 'raisedToHead 03:12'],
    ...['raisedToLeader 04:12', 'raisedToOffice 05:12', 'raisedToCity 06:12'],
  ])
})

test('a complaint that lies with inspection goes up too, past the leader that it is about', () => {
  const late = tick(sent(aComplaint(aboutUnit(township))), later(now, 60 * day), plainCalendar, ladder)
  expect(late.timeline.map(({ step }) => step).slice(1)).toEqual([
    ...['responseMissed', 'warned50', 'warned80', 'raisedToHead', 'raisedToOffice', 'raisedToCity'],
  ])
  expect(late.outbox.filter(({ occasion }) => occasion === 'breached').map(({ to }) => called(to).split(' ')[0])).toEqual([
    ...['head', 'sender', 'office', 'sender', 'inspection', 'sender'],
  ])
})

describe('a rung on which nobody stands who may know of it', () => {
  test.each<[Manned, [string, string][]]>([
    [
      ['leader', 'office', 'city'],
      [
        ['raisedToLeader', '2026-11-27T01:12:00.000Z'],
        ['raisedToOffice', '2026-11-30T01:12:00.000Z'],
        ['raisedToCity', '2026-12-01T01:12:00.000Z'],
      ],
    ],
    [
      ['head', 'city'],
      [
        ['raisedToHead', '2026-11-27T01:12:00.000Z'],
        ['raisedToCity', '2026-11-30T01:12:00.000Z'],
      ],
    ],
    [['city'], [['raisedToCity', '2026-11-27T01:12:00.000Z']]],
    [[], []],
  ])('is passed over at once: only %j are there', (manned, raisings) => {
    const found = wakings(sent(aRequest()), never, manned)
    expect(found.filter(([step]) => step.startsWith('raised'))).toEqual(raisings)
  })

  test('is not counted, nor told, nor is the villager told of it', () => {
    const late = tick(after(aHead(), 'answer'), at(aHead().dueAt), plainCalendar, ['office', 'city'])
    expect(late).toMatchObject({ raised: ['office'], passed: ['head', 'leader'] })
    const told = late.outbox.filter(({ occasion }) => occasion === 'breached').map(({ to }) => called(to).split(' ')[0])
    expect(told).toEqual(['office', 'sender'])
    expect(tick(late, at(aHead().dueAt), plainCalendar, ladder)).toBe(late)
  })

  test('hears nothing of a response that is missing, and the next one up does, who may read it', () => {
    const [first] = tick(aHead(), later(now, day), plainCalendar, ['leader', 'office']).outbox
    expect(first).toMatchObject({ occasion: 'responseMissed', to: { to: 'leader' } })
    const missed = tick(aHead(), later(now, day), plainCalendar, ['leader', 'office'])
    expect(capacity(missed, aPerson(leader, township.id, { roles: ['leader'] }))).toBe('leader')
    expect(tick(aHead(), later(now, day), plainCalendar, [])).toMatchObject({ outbox: [], respondBy: undefined })
  })

  test('is asked after only where something is told to those above', () => {
    const answered = after(aHead(), 'answer')
    expect(inQuestion(answered, later(answered.dueAt, -1), plainCalendar)).toEqual([])
    expect(inQuestion(answered, answered.dueAt, plainCalendar)).toEqual(ladder)
    expect(inQuestion(aHead(), later(now, day), plainCalendar)).toEqual(ladder)
    expect(inQuestion(aHead({ rungs: {} }), later(now, day), plainCalendar)).toEqual(['head'])
  })
})

test('a clock that slept for weeks does each step once, in order, and has nothing to do a second time', () => {
  const slept = tick(sent(aRequest()), later(now, 60 * day), plainCalendar, ladder)
  expect(slept.timeline.map(({ step }) => step).slice(1)).toEqual(wakings(sent(aRequest()), never).map(([step]) => step))
  expect(slept.wakeAt).toBeUndefined()
  expect(tick(slept, later(now, 61 * day), plainCalendar, ladder)).toBe(slept)
})

test('nothing is missed of a ticket that was answered, and the warnings still come', () => {
  expect(wakings(after(aHead(), 'answer'), later(now, 6 * day)).map(([step]) => step)).toEqual(['warned50'])
})

test('what the villager is told nothing of is no response: that somebody takes it on, or asks another unit to', () => {
  const offered = after(aHead(), 'offer', { unit: township })
  for (const head of [offered, after(offered, 'takeOver', { as: 'offered' }), after(aHead(), 'accept')]) {
    expect(head.respondBy).toBe(aHead().respondBy)
    expect(head.outbox.filter(({ to }) => to.to === 'sender')).toEqual([])
  }
  expect(after(after(aHead(), 'accept'), 'answer').respondBy).toBeUndefined()
})

test('waiting for the villager ends after seven days, by itself', () => {
  const waiting = after(aHead(), 'ask')
  expect(waiting).toMatchObject({ state: 'waiting', waitingUntil: later(now, 7 * day), dueAt: aHead().dueAt })
  expect(tick(waiting, later(now, 7 * day - 1), plainCalendar, ladder)).toMatchObject({ state: 'waiting' })
  expect(tick(waiting, later(now, 7 * day), plainCalendar, ladder)).toMatchObject({ state: 'inProgress', waitingUntil: undefined })
})

test('what was resolved is closed in silence after fifteen days, unless its sender says something', () => {
  const resolved = after(aHead(), 'resolve')
  expect(wakings(resolved, never)).toEqual([['silent', later(now, 15 * day)]])
  const closed = tick(resolved, later(now, 15 * day), plainCalendar, ladder)
  expect(closed).toMatchObject({ state: 'silent' })
  expect(closed.outbox.at(-1)).toMatchObject({ to: { to: 'sender' }, occasion: 'silentClosed' })
  expect(wakings(after(resolved, 'confirm'), never)).toEqual([])
})

test('a reopened ticket has fifteen working days of its own, warned of and raised anew', () => {
  const late = tick(aHead(), later(now, 60 * day), plainCalendar, ladder)
  const again = take(after(late, 'resolve'), aMove('reopen'), later(now, 60 * day), plainCalendar)
  if ('problem' in again) throw new Error(again.problem)
  expect(again).toMatchObject({ state: 'reopened', dueAt: late.dueAt, round: { n: 1, dueAt: '2027-02-05T01:12:00.000Z' } })
  expect(wakings(again, never).map(([step]) => step)).toEqual([
    ...['warned50', 'warned80', 'raisedToHead', 'raisedToLeader', 'raisedToOffice', 'raisedToCity'],
  ])
})

test('an extension moves the warnings and the breach, and never what was due', () => {
  const asked = after(aHead(), 'askExtension', { workingDays: 5 })
  expect(wakings(asked, never).find(([step]) => step === 'raisedToHead')?.[1]).toBe(aHead().dueAt)
  const granted = after(asked, 'grantExtension', { as: 'inspection' })
  expect(granted).toMatchObject({ dueAt: aHead().dueAt, extendedTo: '2026-12-04T01:12:00.000Z' })
  expect(wakings(granted, never).find(([step]) => step === 'raisedToHead')?.[1]).toBe('2026-12-04T01:12:00.000Z')
})

describe('an extension that was granted after warnings and a breach', () => {
  const asked = after(aHead(), 'askExtension', { workingDays: 5 })
  const granting = (at: Instant) => {
    const granted = take(tick(asked, at, plainCalendar, ladder), aMove('grantExtension', { as: 'inspection' }), at, plainCalendar)
    if ('problem' in granted) throw new Error(granted.problem)
    return granted
  }

  test('is warned of at half and four fifths of what remains, and goes up anew when it is over', () => {
    // Due on Friday the 27th, raised to the head, granted on Sunday until the Friday after.
    const granted = granting(at('2026-11-29T01:12:00.000Z'))
    expect(granted.raised).toEqual(['head'])
    expect(wakings(granted, never)).toEqual([
      ['warned50', '2026-12-01T13:12:00.000Z'],
      ['warned80', '2026-12-03T01:12:00.000Z'],
      ['raisedToHead', '2026-12-04T01:12:00.000Z'],
      ['raisedToLeader', '2026-12-07T01:12:00.000Z'],
      ['raisedToOffice', '2026-12-08T01:12:00.000Z'],
      ['raisedToCity', '2026-12-09T01:12:00.000Z'],
    ])
  })

  test('does nothing again for time that has gone by when it is granted', () => {
    const granted = granting(at('2026-12-07T09:00:00.000Z'))
    expect(wakings(granted, never).map(([step]) => step)).toEqual(['raisedToOffice', 'raisedToCity'])
  })

  test('passes nobody over because nobody stood there before', () => {
    const late = tick(asked, asked.dueAt, plainCalendar, ['city'])
    expect(late.passed).toEqual(['head', 'leader', 'office'])
    const granted = take(late, aMove('grantExtension', { as: 'inspection' }), asked.dueAt, plainCalendar)
    expect(wakings(granted as Head, never).map(([step]) => step)).toContain('raisedToLeader')
  })
})

test('a rectification that nobody answers is told to inspection after fifteen working days', () => {
  const low = after(after(aHead(), 'resolve'), 'confirm', { face: 1 })
  expect(wakings(low, never)).toEqual([['rectifyOverdue', '2026-12-09T01:12:00.000Z']])
  expect(tick(low, never, plainCalendar, ladder)).toMatchObject({ watched: true })
})

test('what was mended and nobody calls back about is told to inspection, which may read it, after five working days', () => {
  const low = after(after(aHead(), 'resolve'), 'confirm', { face: 1 })
  const mended = after(low, 'rectify')
  expect(mended).toMatchObject({ watched: true, rectification: { state: 'rectified', dueAt: '2026-11-25T01:12:00.000Z' } })
  expect(wakings(mended, never)).toEqual([['callBackOverdue', '2026-11-25T01:12:00.000Z']])
  expect(wakings(after(mended, 'callBack', { by: byStaff(0xd2) }), never)).toEqual([])
  // Mended when inspection had been told already: that nobody calls back is told again.
  const overdue = take(tick(low, never, plainCalendar, ladder), aMove('rectify'), never, plainCalendar)
  expect(wakings(overdue as Head, later(never, 60 * day)).map(([step]) => step)).toEqual(['callBackOverdue'])
})

test('nobody can keep the clock from its step by taking the id that it will have', () => {
  const dueId = tick(aHead(), later(now, 60 * day), plainCalendar, ladder).timeline.find(({ step }) => step === 'raisedToHead')!.id
  const forged = after(aHead(), 'answer', { id: StepId.parse(dueId), by: byStaff(1) })
  expect(wakings(forged, never).map(([step]) => step)).toContain('raisedToHead')
})

test('two waits that end 65,536 minutes apart both end', () => {
  let head = after(aHead({ deskId: water.id }), 'ask')
  head = tick(head, later(now, 7 * day), plainCalendar, ladder)
  const asked = take(head, aMove('ask'), later(now, 65_536 * 60_000), plainCalendar)
  if ('problem' in asked) throw new Error(asked.problem)
  expect(tick(asked, later(now, 65_536 * 60_000 + 7 * day + hour), plainCalendar, ladder).state).toBe('inProgress')
})
