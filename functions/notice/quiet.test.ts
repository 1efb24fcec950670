import fc from 'fast-check'

import { digestHours, quiet } from '../../contract/notice'
import { Instant } from '../../contract/route'
import { Urgency } from '../../contract/ticket'
import { day, hour, instant, later, minute, shanghai } from '../../contract/time'
import { asleep, awake, digestAt, nextMidnight } from './quiet'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const id = fc.stringMatching(/^[0-9a-f]{32}$/)
const urgency = fc.option(fc.constantFrom(...Urgency.options), { nil: undefined })
const year = Date.parse('2026-01-01T00:00:00.000Z')
const at = fc.integer({ min: 0, max: 366 * day }).map((offset) => instant(new Date(year + offset)))
const hourOf = (one: Instant) => shanghai(one).getUTCHours()
const spread = quiet.spreadMinutes * minute

test.each([
  ['12:59:59.999', '2026-11-18T12:59:59.999Z', false],
  ['21:00', '2026-11-18T13:00:00.000Z', true],
  ['midnight', '2026-11-18T16:00:00.000Z', true],
  ['6:59', '2026-11-18T22:59:59.999Z', true],
  ['7:00', '2026-11-18T23:00:00.000Z', false],
])('telephones are left alone from 21:00 to 7:00: %s', (_, time, is) => {
  expect(asleep(undefined, Instant.parse(time))).toBe(is)
  expect(asleep('h2', Instant.parse(time))).toBe(false)
})

test('the quota of WeChat begins anew at midnight in Shanghai', () => {
  expect(nextMidnight(Instant.parse('2026-11-18T15:59:59.999Z'))).toBe('2026-11-18T16:00:00.000Z')
  expect(nextMidnight(Instant.parse('2026-11-18T16:00:00.000Z'))).toBe('2026-11-19T16:00:00.000Z')
})

test(`what is due at night waits for the morning and no longer, what is due in two hours for nothing (seed ${seed})`, () => {
  const property = fc.property(at, id, urgency, (now, one, how) => {
    const out = awake(now, one, how)
    expect(asleep(how, out)).toBe(false)
    if (!asleep(how, now)) return expect(out).toBe(now)
    // Within twenty minutes of the next seven o'clock.
    expect([hourOf(out), shanghai(out).getUTCMinutes() < quiet.spreadMinutes]).toEqual([quiet.until, true])
    expect(Date.parse(out) - Date.parse(now)).toBeLessThanOrEqual(10 * hour + spread)
    expect(awake(out, one, how)).toBe(out)
  })
  fc.assert(property, { numRuns: 2000, seed })
})

test(`a digest goes out at the next of its hours, which is never at night (seed ${seed})`, () => {
  const property = fc.property(at, id, (now, person) => {
    const out = digestAt(now, person)
    expect(asleep(undefined, out)).toBe(false)
    expect(digestHours).toContain(hourOf(out))
    expect(shanghai(out).getUTCMinutes()).toBeLessThan(quiet.spreadMinutes)
    // Later than what it counts by minutes at least, earlier than the same hour of the next day.
    expect(Date.parse(out) - Date.parse(now)).toBeGreaterThanOrEqual(5 * minute)
    expect(Date.parse(out) - Date.parse(now)).toBeLessThanOrEqual(16 * hour + 5 * minute + spread)
    // All who wait for it agree on when it is.
    expect(digestAt(later(now, 1), person) >= out).toBe(true)
  })
  fc.assert(property, { numRuns: 2000, seed })
})
