import fc from 'fast-check'

import { actions, type Face } from '../../contract/ticket'
import { DAY, dayNumber, HOUR, MINUTE } from './days'
import { desks, names } from './people'

/** From minutes to months, mostly short. */
const span = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 600 }).map((minutes) => minutes * MINUTE) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 72 * 60 }).map((minutes) => minutes * MINUTE) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 * 24 }).map((hours) => hours * HOUR) },
)

/**
 * What happens next. `likely` is one of what is allowed (`pick` chooses), `any` is anything by anybody; `wait` lets time pass, `neglect`
 * lets it pass until the very instant at which something falls due; `replay` sends an earlier step again, with another content if
 * `changed`; `forged` is a step under the id of one that the clock has still to take; `moves`: somebody above comes to
 * their post, or leaves it; `unread`: something has lain unread for a day.
 */
export const command = fc.record({
  does: fc.oneof(
    { weight: 20, arbitrary: fc.constant('likely' as const) },
    { weight: 8, arbitrary: fc.constant('any' as const) },
    { weight: 10, arbitrary: fc.constant('wait' as const) },
    { weight: 3, arbitrary: fc.constant('neglect' as const) },
    { weight: 2, arbitrary: fc.constant('replay' as const) },
    { weight: 1, arbitrary: fc.constant('forged' as const) },
    { weight: 1, arbitrary: fc.constant('takeIn' as const) },
    { weight: 3, arbitrary: fc.constant('moves' as const) },
    { weight: 2, arbitrary: fc.constant('unread' as const) },
  ),
  pick: fc.nat({ max: 1_000_000 }),
  changed: fc.boolean(),
  action: fc.constantFrom(...actions),
  who: fc.constantFrom('sender' as const, ...names),
  desk: fc.nat({ max: desks.length - 1 }),
  other: fc.nat({ max: 6 }),
  // Mostly the bottom two, which alone open something more.
  face: fc.constantFrom<Face>(1, 1, 1, 2, 2, 2, 3, 4, 5),
  workingDays: fc.integer({ min: 1, max: 15 }),
  text: fc.constantFrom('好', '再看看', '去过了'),
  span,
})
export type Command = typeof command extends fc.Arbitrary<infer T> ? T : never

/** Holidays and worked weekends of the two years that a run may last: up to a dozen stretches of up to nine days. */
export const holidays = (from: number) =>
  fc.array(fc.tuple(fc.nat({ max: 2 * 365 }), fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 12 }).map((stretches) => {
    const first = Math.floor(dayNumber(from))
    return new Map(
      stretches.flatMap(([start, length, works]) => Array.from({ length }, (_, i) => [first + start + i, works] as [number, boolean])),
    )
  })

/** The same days by their dates, as the product's calendar has them. */
export const dated = (special: ReadonlyMap<number, boolean>) =>
  new Map([...special].map(([number, works]) => [new Date(number * DAY).toISOString().slice(0, 10), works]))
