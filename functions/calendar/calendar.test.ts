import { execFileSync } from 'node:child_process'

import fc from 'fast-check'

import { SpecialDays } from '../../contract/calendar'
import { Instant } from '../../contract/route'
import { day, instant, later, shanghai } from '../../contract/time'
import { days2026 } from '../../tests/fixtures/minle/calendar'
import { type Calendar, calendarOf, isWorkingDay, plainCalendar, workingDaysLater } from './calendar'
import { enter, unwritten, yearsAbout } from './year'

const at = (text: string) => Instant.parse(new Date(`${text}+08:00`).toISOString())
const inShanghai = (of: Instant) => shanghai(of).toISOString().slice(0, 16).replace('T', ' ')
const dayNumber = (of: Instant) => Math.floor(shanghai(of).getTime() / day)

const [first, last] = [Date.UTC(2023, 11, 1), Date.UTC(2029, 1, 1)]
const someInstant = fc.integer({ min: first, max: last }).map((time) => instant(new Date(time)))
const someCalendar = fc
  .uniqueArray(fc.record({ number: fc.integer({ min: first / day, max: last / day + 120 }), works: fc.boolean() }), {
    selector: ({ number }) => number,
    maxLength: 400,
  })
  .map((all) => calendarOf(all.map(({ number, works }) => ({ day: new Date(Math.floor(number) * day).toISOString().slice(0, 10), works }))))
const someDays = fc.integer({ min: 1, max: 40 })
const whatever = fc.tuple(someInstant, someDays, someCalendar)

/** The worked days after the day of `from` up to and with the day of `to`, counted one by one. */
function workedBetween(from: Instant, to: Instant, calendar: Calendar): number {
  let worked = 0
  for (let next = later(from, day); dayNumber(next) <= dayNumber(to); next = later(next, day)) if (isWorkingDay(next, calendar)) worked++
  return worked
}

test('a deadline falls on a worked day, as many worked days on as were given, at the same time of day', () => {
  fc.assert(
    fc.property(whatever, ([from, days, calendar]) => {
      const due = workingDaysLater(from, days, calendar)
      expect(isWorkingDay(due, calendar)).toBe(true)
      expect(workedBetween(from, due, calendar)).toBe(days)
      expect((Date.parse(due) - Date.parse(from)) % day).toBe(0)
    }),
    { numRuns: 1000 },
  )
})

test('more days are never earlier, nor is a later day', () => {
  fc.assert(
    fc.property(whatever, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), ([from, days, calendar], more, on) => {
      const due = workingDaysLater(from, days, calendar)
      expect(workingDaysLater(from, days + more, calendar) >= due).toBe(true)
      expect(workingDaysLater(later(from, on * day), days, calendar) >= due).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a day off more never makes a deadline earlier', () => {
  fc.assert(
    fc.property(whatever, fc.integer({ min: 0, max: 60 }), ([from, days, calendar], ahead) => {
      const off = shanghai(later(from, ahead * day))
        .toISOString()
        .slice(0, 10)
      const fewer: Calendar = new Map([...calendar, [off, false]])
      expect(workingDaysLater(from, days, fewer) >= workingDaysLater(from, days, calendar)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai'])('a machine in %s counts the days of Shanghai', (zone) => {
  // Half past midnight in Shanghai is another day in most of the world. A zone counts from a process's start on.
  const program = `
    const { isWorkingDay, plainCalendar, workingDaysLater } = require('./functions/calendar/calendar.ts')
    const saturday = '2026-11-27T16:30:00.000Z'
    console.log(JSON.stringify([
      process.env.TZ, new Date(saturday).getHours() === 0,
      isWorkingDay(saturday, plainCalendar), workingDaysLater(saturday, 1, plainCalendar),
    ]))`
  const args = ['--require', 'tsx/cjs', '--eval', program]
  const said = execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
  expect(JSON.parse(said)).toEqual([zone, zone === 'Asia/Shanghai', false, '2026-11-29T16:30:00.000Z'])
})

describe('by the State Council’s list for 2026', () => {
  const calendar = calendarOf(days2026)
  test('it is a list that the office could enter', () => expect(SpecialDays.safeParse(days2026).success).toBe(true))
  test.each([
    ['before the Spring Festival', '2026-02-13T09:12', 2, '2026-02-24 09:12'],
    ['before the National Day', '2026-09-30T09:12', 7, '2026-10-15 09:12'],
    ['on a worked Saturday', '2026-02-28T09:12', 1, '2026-03-02 09:12'],
    ['on a holiday', '2026-05-01T09:12', 1, '2026-05-06 09:12'],
    ['over a plain week', '2026-11-18T09:12', 7, '2026-11-27 09:12'],
    ['into a year that nobody has entered', '2026-12-30T09:12', 2, '2027-01-01 09:12'],
  ])('%s', (_, from, days, due) => expect(inShanghai(workingDaysLater(at(from), days, calendar))).toBe(due))
})

test('29 February counts where there is one', () => {
  expect(inShanghai(workingDaysLater(at('2028-02-28T10:00'), 1, plainCalendar))).toBe('2028-02-29 10:00')
  expect(inShanghai(workingDaysLater(at('2027-02-26T10:00'), 1, plainCalendar))).toBe('2027-03-01 10:00')
  expect(SpecialDays.safeParse([{ day: '2028-02-29', works: false }]).success).toBe(true)
  expect(SpecialDays.safeParse([{ day: '2027-02-29', works: false }]).success).toBe(false)
})

test('without any entry it is Monday to Friday', () => {
  const week = Array.from({ length: 7 }, (_, number) => isWorkingDay(at(`2026-11-${23 + number}T12:00`), plainCalendar))
  expect(week).toEqual([true, true, true, true, true, false, false])
})

test.each([
  ['a day twice', [{ day: '2026-10-01', works: false }, { day: '2026-10-01', works: true }]], // prettier-ignore
  ['days out of order', [{ day: '2026-10-02', works: false }, { day: '2026-10-01', works: false }]], // prettier-ignore
  ['a day that does not exist', [{ day: '2026-09-31', works: false }]],
  ['more days than any year has holidays', Array.from({ length: 101 }, (_, n) => ({ day: new Date(Date.UTC(2026, 0, n + 1)).toISOString().slice(0, 10), works: false }))], // prettier-ignore
])('%s is refused', (_, days) => expect(SpecialDays.safeParse(days).success).toBe(false))

describe('entering a year', () => {
  const now = at('2026-11-18T09:12')
  const by = '北流市委市政府办公室 李四'
  test('replaces the whole of it and says who did', () =>
    expect(enter(unwritten('2026'), { version: 0, days: days2026, by }, now)).toEqual({
      ...{ year: '2026', version: 1, days: days2026 },
      changed: { at: now, by },
    }))
  test('that somebody changed meanwhile is refused', () =>
    expect(enter({ year: '2026', version: 2, days: [] }, { version: 1, days: days2026, by }, now)).toEqual({ problem: 'changedMeanwhile' }))
  test("with another year's days is refused", () =>
    expect(enter(unwritten('2027'), { version: 0, days: days2026, by }, now)).toEqual({ problem: 'badInput', field: 'days' }))
})

test('a year begins in Shanghai', () => {
  expect(yearsAbout(Instant.parse('2026-12-31T15:59:59.999Z'))).toEqual(['2025', '2026', '2027'])
  expect(yearsAbout(Instant.parse('2026-12-31T16:00:00.000Z'))).toEqual(['2026', '2027', '2028'])
})
