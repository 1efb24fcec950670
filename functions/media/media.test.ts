import fc from 'fast-check'

import { MediaId, type MediaRef } from '../../contract/media'
import { Instant } from '../../contract/route'
import { TicketId } from '../../contract/ticket'
import { later, minute } from '../../contract/time'
import {
  arrived,
  asked,
  askedInVain,
  begin,
  bind,
  decided,
  due,
  flagged,
  isListed,
  judged,
  type MediaItem,
  unanswered,
  UNBOUND,
  VERDICT,
} from './media'

const start = Instant.parse('2026-11-18T01:00:00.000Z')
const id = MediaId.parse('0123456789abcdef0123456789abcdef')
const ticketId = TicketId.parse('1'.repeat(32))
const [owner, stranger] = ['owner', 'stranger']
const upload = { id, kind: 'photo', type: 'image/jpeg', bytes: 1000 } as const
const ref: MediaRef = { id, kind: 'photo' }

const begun = (): MediaItem => {
  const item = begin(undefined, upload, owner, start)
  if ('problem' in item) throw new Error(item.problem)
  return item
}
const bound = () => bind(begun(), ref, { ticketId, ownerTag: owner }, start)
const checking = () => asked(arrived(bound(), {}, start))

test('a second begin of the same upload is the same; of another account or kind it is none', () => {
  expect(begin(begun(), upload, owner, later(start, minute))).toEqual(begun())
  expect(begin(begun(), upload, stranger, start)).toEqual({ problem: 'notAllowed' })
  expect(begin(begun(), { ...upload, kind: 'voice', type: 'audio/aac' }, owner, start)).toEqual({ problem: 'changedReplay' })
})

test('an upload that no ticket names is thrown away after a day, one that a ticket names never', () => {
  expect(due(begun(), later(start, UNBOUND - 1))).toBe('nothing')
  expect(due(begun(), later(start, UNBOUND))).toBe('throwAway')
  expect(bound().wakeAt).toBeUndefined()
  const ready = judged(asked(arrived(begun(), {}, start)), 'pass', start)
  expect([ready.state, due(ready, later(start, UNBOUND))]).toEqual(['ready', 'throwAway'])
})

test('a ticket gets what is its sender’s own and of no other ticket', () => {
  const other = TicketId.parse('2'.repeat(32))
  expect(bind(undefined, ref, { ticketId, ownerTag: owner }, start)).toMatchObject({ ticketId, state: 'waiting' })
  expect(bind(begun(), ref, { ticketId, ownerTag: stranger }, start).ticketId).toBeUndefined()
  expect(bind(bound(), ref, { ticketId: other, ownerTag: owner }, start).ticketId).toBe(ticketId)
  expect(bind(begun(), { id, kind: 'voice' }, { ticketId, ownerTag: owner }, start).ticketId).toBeUndefined()
})

test('what has no verdict after half an hour is inspection’s to look at', () => {
  const once = checking()
  expect(due(once, later(start, 30 * minute - 1))).toBe('nothing')
  expect(due(once, later(start, 30 * minute))).toBe('hold')
  const held = unanswered(once, later(start, 30 * minute))
  expect([held.state, held.because, isListed(held), held.wakeAt]).toEqual(['held', 'silent', true, undefined])
})

test('a question that WeChat took late makes the half hour no longer', () => {
  const inVain = askedInVain(arrived(bound(), {}, start), false, start)
  expect(due(inVain, later(start, minute))).toBe('ask')
  const late = asked(inVain)
  expect([late.wakeAt, due(late, later(start, 30 * minute))]).toEqual([later(start, 30 * minute), 'hold'])
})

test('a verdict that comes late still counts, and a second one changes nothing', () => {
  const held = unanswered(checking(), start)
  expect(judged(held, 'pass', start).state).toBe('ready')
  const risky = judged(checking(), 'risky', start)
  expect([risky.state, risky.because, due(risky, start)]).toEqual(['held', 'risky', 'flag'])
  expect(judged(risky, 'pass', start)).toBe(risky)
  const ready = judged(checking(), 'pass', start)
  expect(judged(ready, 'risky', start)).toBe(ready)
})

test('what is held before a ticket names it marks the ticket once it does', () => {
  const early = judged(asked(arrived(begun(), {}, start)), 'risky', start)
  expect([isListed(early), early.toFlag]).toEqual([false, undefined])
  const late = bind(early, ref, { ticketId, ownerTag: owner }, start)
  expect([isListed(late), late.toFlag, due(late, start)]).toEqual([true, true, 'flag'])
  expect(flagged(late)).toMatchObject({ state: 'held', toFlag: undefined, wakeAt: undefined })
})

test('inspection releases, or leaves hidden and may think again', () => {
  const held = flagged(judged(checking(), 'review', start))
  const hidden = decided(held, false)
  expect('problem' in hidden ? hidden : [hidden.state, isListed(hidden)]).toEqual(['held', false])
  expect(decided('problem' in hidden ? held : hidden, true)).toMatchObject({ state: 'ready' })
  expect(decided(checking(), true)).toEqual({ problem: 'notInThisState' })
})

test('a file that is no photo is refused for good, and says so', () => {
  const refused = arrived(bound(), undefined, start)
  expect([refused.state, refused.wakeAt]).toEqual(['refused', undefined])
  expect(arrived(refused, {}, start)).toBe(refused)
})

/** Whatever happens, in whatever order and however often. */
type Event = (item: MediaItem, now: Instant) => MediaItem
const events: Record<string, Event> = {
  bind: (item, now) => bind(item, ref, { ticketId, ownerTag: owner }, now),
  arrive: (item, now) => arrived(item, { seconds: 3 }, now),
  arriveBroken: (item, now) => arrived(item, undefined, now),
  ask: (item) => asked(item),
  askInVain: (item, now) => askedInVain(item, false, now),
  askForNothing: (item, now) => askedInVain(item, true, now),
  pass: (item, now) => judged(item, 'pass', now),
  risky: (item, now) => judged(item, 'risky', now),
  unanswered,
}

test('nobody sees what neither WeChat nor inspection has let through, and all that waits is looked after', () => {
  const names = fc.array(fc.tuple(fc.constantFrom(...Object.keys(events)), fc.nat({ max: 90 })), { maxLength: 40 })
  fc.assert(
    fc.property(names, (steps) => {
      let [item, now] = [begun(), start]
      let [passed, before] = [false, item]
      let arrivedAt: Instant | undefined
      for (const [name, minutes] of steps) {
        now = later(now, minutes * minute)
        ;[before, item] = [item, events[name]!(item, now)]
        passed ||= name === 'pass' && before.state !== 'waiting'
        if (before.state === 'waiting' && item.state === 'checking') arrivedAt = now
        if (item.state === 'ready') expect(passed).toBe(true)
        if (before.state === 'ready' || before.state === 'refused') expect(item.state).toBe(before.state)
        if (item.state === 'checking') expect(item.wakeAt! <= later(arrivedAt!, VERDICT)).toBe(true)
        if (!item.ticketId) expect(item.wakeAt && item.wakeAt <= later(now, UNBOUND)).toBe(true)
        if (item.state === 'held' && item.ticketId) expect(isListed(item)).toBe(true)
        if (item.ticketId && item.state === 'held' && item.because === 'risky') expect(item.toFlag).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a WeChat that stays away leaves no photo without an end', () => {
  let [item, now, tries] = [arrived(bound(), {}, start), start, 0]
  while (due(item, item.wakeAt!) === 'ask' && tries < 100) {
    now = item.wakeAt!
    item = askedInVain(item, false, now)
    tries++
  }
  expect([item.wakeAt, due(item, item.wakeAt!)]).toEqual([later(start, VERDICT), 'hold'])
  expect([tries > 3, tries < 10]).toEqual([true, true])
})
