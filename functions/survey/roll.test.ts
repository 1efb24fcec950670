import fc from 'fast-check'

import { HouseholdId, VillageId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { CampaignId, drawnBy, RollId, StratumId } from '../../contract/survey'
import { day, later } from '../../contract/time'
import { invited, type Mark, marked, type RollEntry, sampled } from './roll'

const hex = (nth: number) => nth.toString(16).padStart(32, '0')
const now = Instant.parse('2026-12-01T00:00:00.000Z')
const until = later(now, 10 * day)
const household = {
  ...{ id: RollId.parse(hex(1)), campaignId: CampaignId.parse(hex(2)), householdId: HouseholdId.parse(hex(3)) },
  ...{ villageId: VillageId.parse(hex(4)), stratumId: StratumId.parse(hex(5)) },
}
const entry = sampled(household, now)

const aMark = fc
  .record({ by: fc.constantFrom(...drawnBy), value: fc.constantFrom('a', 'b'), minutes: fc.integer({ min: 0, max: 100 }) })
  .map(({ by, value, minutes }): Mark => ({ by, at: later(now, minutes), ...(by === 'paper' ? { slip: value } : { blinded: value }) }))

test('of all marks the first one stays; the same again is as good, every other is refused', () => {
  fc.assert(
    fc.property(fc.array(aMark, { minLength: 1, maxLength: 12 }), (marks) => {
      const [first] = marks
      let held: RollEntry = entry
      for (const mark of marks) {
        const next = marked(held, mark)
        const isSame = mark.by === first!.by && mark.blinded === first!.blinded && mark.slip === first!.slip
        if (isSame) held = next as RollEntry
        else expect(next).toEqual({ problem: 'alreadyDrawn' })
        expect(held.drawn).toEqual(first)
      }
    }),
  )
})

test('a household is invited once, until when it can draw, and told nothing more', () => {
  const told = invited(entry, until, now)
  expect(told.outbox).toEqual([
    { step: 'invited', occasion: 'surveyInvited', at: now, deadline: until, to: { to: 'household', householdId: household.householdId } },
  ])
  expect(told.wakeAt).toBeUndefined()
})

test.each<[string, RollEntry, Instant | undefined]>([
  ['has drawn', { ...entry, drawn: { by: 'paper', at: now, slip: '12345674' } }, until],
  ['could not draw any more', entry, now],
  ['was drawn for a survey that is not held', entry, undefined],
])('a household that %s is not invited', (_, before, end) => {
  const after = invited(before, end, now)
  expect([after.outbox, after.wakeAt]).toEqual([[], undefined])
})
