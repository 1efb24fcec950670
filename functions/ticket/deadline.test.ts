import { aHead, aRequest, now, sent, someResponsible } from '../../tests/fixtures/tickets'
import { Instant } from '../../contract/route'
import { calendarOf, plainCalendar } from '../calendar/calendar'
import { deadlineOf, dueAt, raisedAt, respondBy } from './deadline'

const at = (text: string) => Instant.parse(text)

test.each([
  ['h2', '2026-11-18T03:12:00.000Z'],
  ['h24', '2026-11-19T01:12:00.000Z'],
  ['d7', '2026-11-27T01:12:00.000Z'],
  ['d15', '2026-12-09T01:12:00.000Z'],
] as const)('a ticket of class %s that comes on a Wednesday morning is due at %s', (urgency, due) => {
  expect(dueAt(urgency, now, plainCalendar)).toBe(due)
})

test('a holiday is not counted, a worked Saturday is', () => {
  const calendar = calendarOf([
    { day: '2026-11-20', works: false },
    { day: '2026-11-21', works: true },
    { day: '2026-11-23', works: false },
  ])
  expect(dueAt('d7', now, calendar)).toBe('2026-11-30T01:12:00.000Z')
  expect(dueAt('h24', now, calendar)).toBe(dueAt('h24', now, plainCalendar))
})

test('days are those of Shanghai: late on Friday there is still Friday in Greenwich, and Saturday at home', () => {
  // Saturday 00:30 in Shanghai: the first working day that follows is Monday.
  expect(dueAt('d7', at('2026-11-20T16:30:00.000Z'), plainCalendar)).toBe('2026-11-30T16:30:00.000Z')
  expect(dueAt('d7', at('2026-11-20T15:30:00.000Z'), plainCalendar)).toBe('2026-12-01T15:30:00.000Z')
})

test('the first response is owed within 24 hours, and never later than the thing itself', () => {
  expect(respondBy(now, at('2026-11-27T01:12:00.000Z'))).toBe('2026-11-19T01:12:00.000Z')
  expect(respondBy(now, at('2026-11-18T03:12:00.000Z'))).toBe('2026-11-18T03:12:00.000Z')
  expect(sent(aRequest({ category: 'danger' }), someResponsible())).toMatchObject({ respondBy: '2026-11-18T03:12:00.000Z' })
})

test('the deadline is the extension, and after a reopening its own', () => {
  const extendedTo = at('2026-12-01T00:00:00.000Z')
  const round = { n: 1, from: now, dueAt: at('2027-01-01T00:00:00.000Z') }
  expect(deadlineOf(aHead())).toBe(aHead().dueAt)
  expect(deadlineOf(aHead({ extendedTo }))).toBe(extendedTo)
  expect(deadlineOf(aHead({ extendedTo, round }))).toBe(round.dueAt)
})

test.each([
  ['h2', 2, '2026-11-20T03:12:00.000Z'],
  ['h24', 2, '2026-11-21T01:12:00.000Z'],
  ['d7', 2, '2026-11-24T01:12:00.000Z'],
  ['d15', 0, '2026-11-20T01:12:00.000Z'],
] as const)('what of class %s is late is raised %i rungs up at %s', (urgency, rung, when) => {
  // A Friday.
  expect(raisedAt(urgency, at('2026-11-20T01:12:00.000Z'), rung, plainCalendar)).toBe(when)
})
