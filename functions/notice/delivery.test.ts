import fc from 'fast-check'

import { MOST_SMS_TRIES, MOST_TRIES, NoticeId } from '../../contract/notice'
import { Instant } from '../../contract/route'
import { Urgency } from '../../contract/ticket'
import { day, hour, later, minute } from '../../contract/time'
import type { Outcome } from './channels'
import { begun, folded, goneUp, lease, leaseFor, mayStillSend, nextStep, opened, settle } from './delivery'
import { Notice } from './notice'
import { asleep } from './quiet'

/** 9:00 in Shanghai. */
const start = Instant.parse('2026-11-18T01:00:00.000Z')
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)

const bare = (change: Partial<Notice> = {}): Notice =>
  Notice.parse({
    ...{ id: NoticeId.parse('0'.repeat(32)), version: 1, addressee: `cadre-${'1'.repeat(32)}`, role: 'cadre', cadreId: '1'.repeat(32) },
    ...{ sourceId: '2'.repeat(32), source: { pk: 'p', sk: 's' }, occasion: 'letterArrived', at: start, state: 'pending' },
    ...change,
  })
const both = { wechat: true, sms: true }
const wechatOnly = { wechat: true, sms: false }
const smsOnly = { wechat: false, sms: true }

const ended = (notice: Notice, result: Exclude<Outcome['result'], 'later'>, now: Instant) =>
  settle(notice, notice.lease?.until, { result }, now)
/** One try that ends so, at the instant when it is due. */
function tried(notice: Notice, result: Exclude<Outcome['result'], 'later'>): [Notice, Instant] {
  const now = notice.lease ? later(notice.lease.until, -leaseFor) : notice.owedAt!
  return [ended(lease(notice, now), result, now), now]
}
const minutes = (from: Instant, to: Instant | undefined) => (Date.parse(to!) - Date.parse(from)) / minute

test('a delivery by WeChat alone that fails is tried again after 1, 5, 30 minutes and then every hour', () => {
  let notice = begun(bare(), wechatOnly, start)
  const waits: number[] = []
  for (let i = 0; i < 6; i++) {
    const [next, now] = tried(notice, 'transient')
    waits.push(minutes(now, next.owedAt))
    notice = next
  }
  expect(waits).toEqual([1, 5, 30, 60, 60, 60])
})

test.each([
  [undefined, 15],
  ['d7', 15],
  ['h24', 15],
  ['h2', 5],
] as const)('of class %s the text message goes out as well after %i minutes, and WeChat is still tried', (urgency, patience) => {
  let notice = begun(bare({ urgency }), both, start)
  while (nextStep(notice)?.what === 'wechat') [notice] = tried(notice, 'transient')
  expect(minutes(start, nextStep(notice)?.at)).toBe(patience)
  ;[notice] = tried(notice, 'sent')
  expect(notice).toMatchObject({ state: 'sent', sms: { state: 'sent', tries: 1 }, wechat: { state: 'waiting' } })
  expect(nextStep(notice)?.what).toBe('wechat')
  const [last] = tried(notice, 'sent')
  expect(last).toMatchObject({ state: 'sent', wechat: { state: 'sent' }, owedAt: undefined })
})

test('parked by the quota, the text message goes out after 15 minutes and WeChat after the night', () => {
  const [parked] = tried(begun(bare(), both, start), 'quota')
  expect(nextStep(parked)).toEqual({ what: 'sms', at: later(start, 15 * minute) })
  const [sent] = tried(parked, 'sent')
  expect(nextStep(sent)?.what).toBe('wechat')
  expect(minutes(start, sent.owedAt)).toBeGreaterThanOrEqual(22 * 60)
  expect(minutes(start, sent.owedAt)).toBeLessThan(22 * 60 + 20)
})

test.each(['permanent', 'none'] as const)('where WeChat ends with %s the text message is due at once', (result) => {
  const [refused, now] = tried(begun(bare(), both, start), result)
  expect(nextStep(refused)).toEqual({ what: 'sms', at: start })
  expect(lease(refused, now)).toMatchObject({ lease: { channel: 'sms' }, sms: { state: 'sending', tries: 1 } })
})

test.each([
  [wechatOnly, 'permanent', 'inboxOnly'],
  [smsOnly, 'permanent', 'inboxOnly'],
  [smsOnly, 'none', 'inboxOnly'],
  [smsOnly, 'sent', 'sent'],
  [wechatOnly, 'sent', 'sent'],
] as const)('%j, %s: it is %s and nothing more is owed', (reach, result, state) => {
  expect(tried(begun(bare(), reach, start), result)[0]).toMatchObject({ state, owedAt: undefined, lease: undefined })
})

test('whoever can be reached in no way has it in the inbox alone, at once', () => {
  expect(begun(bare(), { wechat: false, sms: false }, start)).toMatchObject({ state: 'inboxOnly', owedAt: undefined })
})

test('while one has the lease nobody else gets it, and after it anybody does', () => {
  const leased = begun(bare(), wechatOnly, start)
  expect(leased).toMatchObject({ lease: { channel: 'wechat', until: later(start, leaseFor) }, owedAt: later(start, leaseFor) })
  expect(lease(leased, later(start, leaseFor - 1))).toBe(leased)
  expect(lease(leased, later(start, leaseFor)).wechat.tries).toBe(2)
})

test('who slept through their lease may not send any more, and what they report counts for nothing', () => {
  const first = begun(bare(), wechatOnly, start)
  const now = later(start, leaseFor)
  const second = lease(first, now)
  expect(mayStillSend(first, now)).toBe(false)
  expect(settle(second, first.lease?.until, { result: 'permanent' }, now)).toBe(second)
})

test('a crash between sending a text message and recording it makes one repeat, and only one', () => {
  const first = begun(bare(), smsOnly, start)
  expect(first.sms).toMatchObject({ state: 'sending', tries: 1 })
  const second = lease(first, later(start, leaseFor))
  expect(second.sms).toMatchObject({ state: 'sending', tries: 2, unsure: 1 })
  expect(lease(second, later(start, 2 * leaseFor))).toMatchObject({
    state: 'technicalFailure',
    sms: { state: 'unsure', tries: 2 },
    owedAt: undefined,
  })
})

test('a text message whose answer was lost is repeated once', () => {
  const [lost] = tried(begun(bare(), smsOnly, start), 'unsure')
  expect(lost).toMatchObject({ state: 'pending', sms: { state: 'waiting', unsure: 1 }, owedAt: later(start, minute) })
  expect(tried(lost, 'unsure')[0]).toMatchObject({ state: 'technicalFailure', sms: { state: 'unsure' }, owedAt: undefined })
})

test('so many waits for the hour between two text messages use up no tries', () => {
  let notice = begun(bare(), smsOnly, start)
  for (let i = 0; i < 3 * MOST_SMS_TRIES; i++) {
    const now = notice.lease ? later(notice.lease.until, -leaseFor) : notice.owedAt!
    const held = lease(notice, now)
    notice = settle(held, held.lease?.until, { result: 'later', until: later(now, minute) }, now)
  }
  expect(notice.sms).toMatchObject({ state: 'waiting', tries: 0 })
})

test('what is made in the evening goes out in the morning; what is due in two hours at once', () => {
  const evening = Instant.parse('2026-11-18T14:00:00.000Z')
  const waiting = begun(bare({ at: evening }), both, evening)
  expect(waiting.lease).toBeUndefined()
  expect(waiting.owedAt! >= '2026-11-18T23:00:00.000Z' && waiting.owedAt! < '2026-11-18T23:20:00.000Z').toBe(true)
  expect(begun(bare({ at: evening, urgency: 'h2' }), both, evening).lease).toBeDefined()
  // Made by day, looked at by night.
  expect(lease({ ...begun(bare(), both, start), lease: undefined }, evening)).toMatchObject({ lease: undefined, owedAt: waiting.owedAt })
  const leased = begun(bare({ at: later(evening, -hour - 1) }), both, later(evening, -hour - 1))
  expect([mayStillSend(leased, later(evening, -hour - 1)), mayStillSend(leased, later(evening, -hour))]).toEqual([true, false])
})

test('reading it ends what has not gone out yet, and what is going out goes on', () => {
  const waiting = ended(begun(bare(), both, start), 'transient', start)
  expect(opened(waiting, start)).toMatchObject({
    readAt: start,
    state: 'inboxOnly',
    wechat: { state: 'skipped' },
    sms: { state: 'skipped' },
    owedAt: undefined,
  })
  const leased = begun(bare(), both, start)
  const read = opened(leased, start)
  expect(read).toMatchObject({ readAt: start, state: 'pending', lease: leased.lease })
  expect(ended(read, 'sent', start)).toMatchObject({ state: 'sent', owedAt: undefined })
  expect(ended(read, 'transient', start)).toMatchObject({ state: 'inboxOnly', owedAt: undefined })
  expect(opened(opened(leased, start), later(start, day)).readAt).toBe(start)
})

test('once it is delivered it is looked at again after a day, unless it has been read', () => {
  const unreadAt = later(start, day)
  const sent = ended(begun(bare({ unreadAt }), both, start), 'sent', start)
  expect(sent).toMatchObject({ state: 'sent', owedAt: unreadAt })
  expect(lease(sent, unreadAt)).toBe(sent)
  expect(opened(sent, later(start, hour)).owedAt).toBeUndefined()
  expect(goneUp(sent).owedAt).toBeUndefined()
  expect(folded(bare({ unreadAt }), later(start, hour))).toMatchObject({ state: 'folded', owedAt: unreadAt })
})

const outcome = fc.constantFrom<Exclude<Outcome['result'], 'later'> | 'later' | 'crash' | 'read'>(
  ...(['sent', 'permanent', 'none', 'transient', 'transient', 'quota', 'unsure', 'later', 'crash', 'read'] as const),
)
const steps = fc.array(fc.record({ outcome, pause: fc.integer({ min: 0, max: 3 * hour }) }), { maxLength: 150 })
const reach = fc.record({ wechat: fc.boolean(), sms: fc.boolean() })
const urgency = fc.option(fc.constantFrom(...Urgency.options), { nil: undefined })

test(`whatever happens: never two at once, nothing at night, each channel once, and an end (seed ${seed})`, () => {
  const property = fc.property(steps, reach, urgency, fc.boolean(), fc.nat(day), (sequence, ways, how, wanted, offset) => {
    let now = later(start, offset)
    const unreadAt = wanted ? later(now, day) : undefined
    let notice = begun(bare({ urgency: how, unreadAt, at: now }), ways, now)
    const sent = { wechat: 0, sms: 0 }
    let smsUnknown = 0
    /** The lease of the holder who died last; a dead one does not go on, even within the same millisecond. */
    let dead: Instant | undefined

    const check = () => {
      expect(notice.wechat.tries).toBeLessThanOrEqual(MOST_TRIES)
      expect(notice.sms.tries).toBeLessThanOrEqual(MOST_SMS_TRIES)
      // Owed exactly while somebody has it in hand or something is to be done.
      if (!notice.lease) expect(notice.owedAt !== undefined).toBe(nextStep(notice) !== undefined)
      if (notice.state === 'pending') expect(notice.owedAt).toBeDefined()
      // What one channel has sent it never sends again, but for text messages of which that was not known, once.
      expect(sent.wechat).toBeLessThanOrEqual(1)
      expect(sent.sms + smsUnknown).toBeLessThanOrEqual(2)
    }

    for (const { outcome: what, pause } of sequence) {
      if (what === 'read') notice = opened(notice, now)
      else {
        const before = notice
        notice = lease(notice, now)
        if (before.lease && now < before.lease.until && before !== notice) throw new Error('two have the lease')
        const held = notice.lease
        if (held && held.until !== dead && mayStillSend(notice, now) && held.until === later(now, leaseFor)) {
          if (how !== 'h2') expect(asleep(undefined, now)).toBe(false)
          if (what === 'crash') {
            dead = held.until
            if (held.channel === 'sms') smsUnknown++
          } else {
            if (what === 'sent') sent[held.channel]++
            if (what === 'unsure' && held.channel === 'sms') smsUnknown++
            const result: Outcome = what === 'later' ? { result: 'later', until: later(now, hour) } : { result: what }
            notice = settle(notice, held.until, result, now)
          }
        }
      }
      check()
      now = later(now, pause)
    }
    // However it stands, so many looks bring it to an end, but for the look after a day.
    for (let i = 0; i < 3 * MOST_TRIES && (notice.lease || nextStep(notice)); i++) {
      const next = notice.lease?.until ?? notice.owedAt!
      now = next > now ? next : now
      const held = lease(notice, now)
      notice = held.lease ? ended(held, 'transient', now) : nextStep(held)?.what === 'unread' && held.owedAt! <= now ? goneUp(held) : held
      check()
    }
    expect([notice.state === 'pending', notice.owedAt, notice.lease]).toEqual([false, undefined, undefined])
    expect([notice.wechat.state, notice.sms.state]).not.toContain('waiting')
    expect(notice.sms.state).not.toBe('sending')
  })
  fc.assert(property, { numRuns: 2000, seed })
})
