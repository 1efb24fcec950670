import { Instant } from '../../contract/route'
import { StepId } from '../../contract/ticket'
import { day, hour, later } from '../../contract/time'
import { aboutUnit, aComplaint, aHead, aMove, aRequest, byStaff, now, sent, township, water } from '../../tests/fixtures/tickets'
import { called } from '../../tests/model/told'
import { plainCalendar } from '../calendar/calendar'
import { tick } from './clock'
import type { Head } from './head'
import { take } from './ticket'

const at = (text: string) => Instant.parse(text)
const after = (head: Head, ...args: Parameters<typeof aMove>) => {
  const next = take(head, aMove(...args), now, plainCalendar)
  if ('problem' in next) throw new Error(next.problem)
  return next
}
/** The steps that fall due one after the other, each with the instant at which the clock was woken for it. */
function wakings(head: Head, until: Instant): [string, string][] {
  const found: [string, string][] = []
  let current = head
  while (current.wakeAt && current.wakeAt <= until) {
    const woken = tick(current, current.wakeAt, plainCalendar)
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
  const late = tick(sent(aComplaint(aboutUnit(township))), later(now, 60 * day), plainCalendar)
  expect(late.timeline.map(({ step }) => step).slice(1)).toEqual([
    ...['responseMissed', 'warned50', 'warned80', 'raisedToHead', 'raisedToOffice', 'raisedToCity'],
  ])
  expect(late.outbox.filter(({ occasion }) => occasion === 'breached').map(({ to }) => called(to).split(' ')[0])).toEqual([
    ...['head', 'sender', 'office', 'sender', 'inspection', 'sender'],
  ])
})

test('a clock that slept for weeks does each step once, in order, and has nothing to do a second time', () => {
  const slept = tick(sent(aRequest()), later(now, 60 * day), plainCalendar)
  expect(slept.timeline.map(({ step }) => step).slice(1)).toEqual(wakings(sent(aRequest()), never).map(([step]) => step))
  expect(slept.wakeAt).toBeUndefined()
  expect(tick(slept, later(now, 61 * day), plainCalendar)).toBe(slept)
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
  expect(tick(waiting, later(now, 7 * day - 1), plainCalendar)).toMatchObject({ state: 'waiting' })
  expect(tick(waiting, later(now, 7 * day), plainCalendar)).toMatchObject({ state: 'inProgress', waitingUntil: undefined })
})

test('what was resolved is closed in silence after fifteen days, unless its sender says something', () => {
  const resolved = after(aHead(), 'resolve')
  expect(wakings(resolved, never)).toEqual([['silent', later(now, 15 * day)]])
  const closed = tick(resolved, later(now, 15 * day), plainCalendar)
  expect(closed).toMatchObject({ state: 'silent' })
  expect(closed.outbox.at(-1)).toMatchObject({ to: { to: 'sender' }, occasion: 'silentClosed' })
  expect(wakings(after(resolved, 'confirm'), never)).toEqual([])
})

test('a reopened ticket has fifteen working days of its own, warned of and raised anew', () => {
  const late = tick(aHead(), later(now, 60 * day), plainCalendar)
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

test('a rectification that nobody answers is told to inspection after fifteen working days', () => {
  const low = after(after(aHead(), 'resolve'), 'confirm', { face: 1 })
  expect(wakings(low, never)).toEqual([['rectifyOverdue', '2026-12-09T01:12:00.000Z']])
  expect(tick(low, never, plainCalendar)).toMatchObject({ watched: true })
  expect(wakings(after(low, 'rectify'), never)).toEqual([])
})

test('nobody can keep the clock from its step by taking the id that it will have', () => {
  const dueId = tick(aHead(), later(now, 60 * day), plainCalendar).timeline.find(({ step }) => step === 'raisedToHead')!.id
  const forged = after(aHead(), 'answer', { id: StepId.parse(dueId), by: byStaff(1) })
  expect(wakings(forged, never).map(([step]) => step)).toContain('raisedToHead')
})

test('two waits that end 65,536 minutes apart both end', () => {
  let head = after(aHead({ deskId: water.id }), 'ask')
  head = tick(head, later(now, 7 * day), plainCalendar)
  const asked = take(head, aMove('ask'), later(now, 65_536 * 60_000), plainCalendar)
  if ('problem' in asked) throw new Error(asked.problem)
  expect(tick(asked, later(now, 65_536 * 60_000 + 7 * day + hour), plainCalendar).state).toBe('inProgress')
})
