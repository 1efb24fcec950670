import fc from 'fast-check'

import { backOffMinutes, MOST_TRIES, NoticeId } from '../../contract/notice'
import { Instant } from '../../contract/route'
import { day, hour, later, minute } from '../../contract/time'
import { backOff, lease, leaseFor, mayStillSend, Notice, type Outcome, opened, quotaResets, settle } from './notice'

const start = Instant.parse('2026-11-18T01:00:00.000Z')
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

const aNotice = (change: Partial<Notice> = {}): Notice =>
  Notice.parse({
    id: NoticeId.parse('0'.repeat(32)),
    version: 1,
    addressee: `cadre-${'1'.repeat(32)}`,
    role: 'cadre',
    cadreId: '1'.repeat(32),
    sourceId: '2'.repeat(32),
    source: { pk: 'p', sk: 's' },
    occasion: 'letterArrived',
    at: start,
    state: 'pending',
    tries: 0,
    owedAt: start,
    ...change,
  })

const tried = (notice: Notice, outcome: Outcome, now: Instant) => {
  const leased = lease(notice, now)
  return settle(leased, leased.leaseUntil, outcome, now)
}

test('a delivery that fails is tried again after 1, 5, 30 minutes and then every hour', () => {
  let [notice, now] = [aNotice(), start]
  const waits: number[] = []
  for (let i = 0; i < 6; i++) {
    notice = tried(notice, 'transient', now)
    waits.push((Date.parse(notice.owedAt!) - Date.parse(now)) / minute)
    now = notice.owedAt!
  }
  expect(waits).toEqual([1, 5, 30, 60, 60, 60])
  expect(backOff(1)).toBe(backOffMinutes[0] * minute)
})

test.each(['permanent', 'unreachable'] as const)('after the outcome %s the inbox alone has it', (outcome) => {
  expect(tried(aNotice(), outcome, start)).toMatchObject({ state: 'inboxOnly', tries: 1, owedAt: undefined, leaseUntil: undefined })
})

test('a used-up quota parks it until midnight in Shanghai', () => {
  expect(tried(aNotice(), 'quota', start).owedAt).toBe('2026-11-18T16:00:00.000Z')
  expect(quotaResets(Instant.parse('2026-11-18T15:59:59.999Z'))).toBe('2026-11-18T16:00:00.000Z')
  expect(quotaResets(Instant.parse('2026-11-18T16:00:00.000Z'))).toBe('2026-11-19T16:00:00.000Z')
})

test('while one has the lease nobody else gets it, and after it anybody does', () => {
  const leased = lease(aNotice(), start)
  expect(leased.owedAt).toBe(later(start, leaseFor))
  expect(lease(leased, later(start, leaseFor - 1))).toBe(leased)
  expect(lease(leased, later(start, leaseFor)).tries).toBe(2)
})

test('who slept through their lease may not send any more, and what they report counts for nothing', () => {
  const first = lease(aNotice(), start)
  const now = later(start, leaseFor)
  const second = lease(first, now)
  expect(mayStillSend(first, now)).toBe(false)
  expect(settle(second, first.leaseUntil, 'permanent', now)).toBe(second)
})

test('reading it in the inbox changes nothing of its delivery', () => {
  const leased = lease(aNotice(), start)
  expect(opened(leased, start)).toEqual({ ...leased, readAt: start })
  expect(opened(opened(leased, start), later(start, day)).readAt).toBe(start)
})

const outcome = fc.constantFrom<Outcome | 'crash'>('sent', 'permanent', 'unreachable', 'transient', 'quota', 'crash')
const steps = fc.array(fc.record({ outcome, pause: fc.integer({ min: 0, max: 2 * hour }) }), { maxLength: 200 })

test(`whatever happens, it is pending and owed, or settled and owed no more (seed ${seed})`, () => {
  const property = fc.property(steps, (sequence) => {
    let [notice, now] = [aNotice(), start]
    for (const { outcome, pause } of sequence) {
      const leased = lease(notice, now)
      if (notice.state !== 'pending') expect(leased).toBe(notice)
      const ended = leased === notice || leased.state !== 'pending' || outcome === 'crash'
      notice = ended ? leased : settle(leased, leased.leaseUntil, outcome, now)
      expect(notice.tries).toBeLessThanOrEqual(MOST_TRIES)
      expect(notice.owedAt !== undefined).toBe(notice.state === 'pending')
      if (notice.owedAt && leased !== notice) expect(Date.parse(notice.owedAt)).toBeLessThanOrEqual(Date.parse(now) + day)
      now = later(now, pause)
    }
    // However it stands, two months of looking bring it to an end.
    for (let i = 0; i < 2 * MOST_TRIES && notice.owedAt; i++) {
      now = notice.owedAt > now ? notice.owedAt : now
      notice = tried(notice, 'transient', now)
    }
    expect(notice.state).not.toBe('pending')
  })
  fc.assert(property, { numRuns: 2000, seed })
})
