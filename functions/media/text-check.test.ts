import fc from 'fast-check'

import { Instant } from '../../contract/route'
import { StepId, TicketId } from '../../contract/ticket'
import { hour, later } from '../../contract/time'
import { openCheck, type Outcome, tried } from './text-check'

const start = Instant.parse('2026-11-18T01:00:00.000Z')
const check = openCheck('id', TicketId.parse('1'.repeat(32)), StepId.parse('2'.repeat(32)), start)

test.each<[Outcome, string]>([
  ['pass', 'passed'],
  ['gone', 'passed'],
  ['review', 'flagged'],
  ['risky', 'flagged'],
  ['permanent', 'unchecked'],
])('after %s it is %s, and nobody comes back to it', (outcome, state) => {
  const after = tried(check, outcome, start)
  expect(after).toMatchObject({ state, wakeAt: undefined })
  expect(tried(after, 'risky', start)).toBe(after)
})

test('a WeChat that is away is asked again, within the two hours in which it still looks and never later', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 60_000 }), { minLength: 30, maxLength: 30 }), (delays) => {
      let [item, last] = [check, start]
      for (const delay of delays) {
        if (!item.wakeAt) break
        expect(item.wakeAt <= later(start, 2 * hour)).toBe(true)
        last = later(item.wakeAt, delay)
        item = tried(item, 'transient', last)
      }
      expect(item.state).toBe('unchecked')
      expect(last > later(start, 1.5 * hour)).toBe(true)
    }),
  )
})
