import fc from 'fast-check'

import { Instant } from '../../contract/route'
import { Urgency } from '../../contract/ticket'
import { day, hour, later, minute } from '../../contract/time'
import { folded } from './delivery'
import { counted, dayOf, digestFor, digestId, mayFold, roundOf } from './digest'
import { Notice, roles } from './notice'
import { asleep, awake } from './quiet'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const start = Instant.parse('2026-11-17T16:00:00.000Z')
const cadreId = '1'.repeat(32)

const aNotice = (change: Record<string, unknown> = {}) =>
  Notice.parse({
    ...{ id: '0'.repeat(32), version: 1, addressee: `cadre-${cadreId}`, role: 'cadre', cadreId, sourceId: '2'.repeat(32) },
    ...{ source: { pk: 'p', sk: 's' }, occasion: 'letterArrived', ticketId: '2'.repeat(32), at: start, state: 'pending' },
    ...change,
  })

test.each([
  ['a letter of two hours', { urgency: 'h2' }],
  ['a letter of a day', { urgency: 'h24' }],
  ['an escalation', { occasion: 'breached' }],
  ['a missed first response', { occasion: 'responseMissed' }],
  ['what stayed unread', { occasion: 'unread' }],
  ['what a villager is told', { role: 'sender', cadreId: undefined }],
  ['a request to be tied', { occasion: 'tieAsked', ticketId: undefined }],
])('%s never waits for a digest', (_, change) => {
  expect(mayFold(aNotice(change))).toBe(false)
  expect(mayFold(aNotice())).toBe(true)
})

test('all who need the digest of a round make the same one', () => {
  const round = roundOf(aNotice(), start)
  const one = digestFor(aNotice().cadreId!, round)
  expect(Notice.parse(one)).toEqual(one)
  expect([one.id, one.owedAt, one.at]).toEqual([digestId(one.addressee, round), round, round])
  expect(digestId(one.addressee, later(round, day))).not.toBe(one.id)
})

test('a digest says how many wait and by when the first of them has to be dealt with', () => {
  expect(counted([])).toEqual({ count: 0, deadline: undefined })
  expect(counted([{ deadline: later(start, day) }, {}, { deadline: later(start, hour) }])).toEqual({
    count: 3,
    deadline: later(start, hour),
  })
})

const arrival = fc.record({
  pause: fc.integer({ min: 0, max: 8 * hour }),
  urgency: fc.option(fc.constantFrom(...Urgency.options), { nil: undefined }),
  occasion: fc.constantFrom('letterArrived', 'supplemented', 'breached'),
  role: fc.constantFrom(...roles),
  id: fc.stringMatching(/^[0-9a-f]{32}$/),
})

test(`whatever arrives goes out once: by itself, or in one digest of its day (seed ${seed})`, () => {
  const property = fc.property(fc.uniqueArray(arrival, { selector: ({ id }) => id, maxLength: 60 }), (arrivals) => {
    let [now, first] = [start, '']
    const single = new Map<string, Instant>()
    const digests = new Map<Instant, { id: string; made: Instant }[]>()
    for (const { pause, ...change } of arrivals) {
      now = later(now, pause)
      const notice = aNotice({ ...change, at: now })
      const today = dayOf(notice, now)
      const isFirst = today > first
      if (mayFold(notice) && isFirst) first = today
      if (!mayFold(notice) || isFirst) single.set(notice.id, awake(now, notice.id, notice.urgency))
      else {
        const round = roundOf(notice, now)
        digests.set(round, [...(digests.get(round) ?? []), { id: notice.id, made: now }])
        expect(folded(notice, round)).toMatchObject({ state: 'folded', owedAt: undefined })
      }
      if (['h2', 'h24'].includes(change.urgency ?? '')) expect(single.has(notice.id)).toBe(true)
    }
    const inDigests = [...digests.values()].flat()
    expect([...single.keys(), ...inDigests.map(({ id }) => id)].sort()).toEqual(arrivals.map(({ id }) => id).sort())
    for (const [id, out] of single) {
      const { urgency } = arrivals.find((one) => one.id === id)!
      if (urgency !== 'h2') expect(asleep(undefined, out)).toBe(false)
    }
    for (const [round, waiting] of digests) {
      expect(asleep(undefined, round)).toBe(false)
      for (const { made } of waiting) expect(Date.parse(round) - Date.parse(made)).toBeLessThanOrEqual(16 * hour + 30 * minute + 10 * hour)
    }
    // Three a day, however much arrives.
    const days = Math.ceil((Date.parse(now) - Date.parse(start)) / day) + 2
    expect(digests.size).toBeLessThanOrEqual(3 * days)
  })
  fc.assert(property, { numRuns: 1000, seed })
})
