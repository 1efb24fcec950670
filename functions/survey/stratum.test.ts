import fc from 'fast-check'

import { UnitId } from '../../contract/pairing'
import { CampaignId, StratumId, surveyLimits } from '../../contract/survey'
import { type Candidate, listed, newStratum, proposal, sealed, type Stratum } from './stratum'

const hex = (nth: number) => nth.toString(16).padStart(32, '0')
const campaignId = CampaignId.parse(hex(1))
const place = { id: StratumId.parse(hex(2)), county: '北流市', township: '民乐镇' }

const candidates = fc.uniqueArray(
  fc.record({
    nth: fc.integer({ min: 1, max: 200 }),
    kind: fc.constantFrom('liaison', 'service', 'township', 'department' as const),
    villages: fc.nat(20),
    leads: fc.nat(50),
  }),
  { selector: ({ nth }) => nth, maxLength: 40 },
)
const made = candidates.map((all) =>
  all.map(({ nth, ...one }): Candidate => ({ ...one, id: UnitId.parse(hex(nth)), name: `第${nth}局`, does: '' })),
)

test('a proposal has fifteen units at most, each once, and the same whatever order they come in', () => {
  fc.assert(
    fc.property(made, (all) => {
      const units = proposal(all)
      expect(units.length).toBeLessThanOrEqual(surveyLimits.unitsMost)
      expect(new Set(units.map(({ id }) => id)).size).toBe(units.length)
      expect(proposal([...all].reverse())).toEqual(units)
      const known = (id: string) => all.find((one) => one.id === id)!
      for (const { id } of units) expect(known(id).kind !== 'department' || known(id).villages + known(id).leads > 0).toBe(true)
      const isFull = units.length === surveyLimits.unitsMost
      for (const one of all) if (one.kind === 'liaison' && !isFull) expect(units.map(({ id }) => id)).toContain(one.id)
    }),
  )
})

const some = [1, 2, 3].map((nth): Candidate => ({
  id: UnitId.parse(hex(nth)),
  name: `第${nth}局`,
  does: '',
  kind: 'service',
  villages: 1,
  leads: 0,
}))
const ids = some.map(({ id }) => id)

test('a list has only units that can be rated there, each once, in the order that was chosen', () => {
  const stratum = newStratum(place, campaignId, some)
  expect((listed(stratum, [ids[2]!, ids[0]!], some) as Stratum).units.map(({ id }) => id)).toEqual([ids[2], ids[0]])
  for (const wrong of [[UnitId.parse(hex(9))], [ids[0]!, ids[0]!]]) expect(listed(stratum, wrong, some)).toEqual({ problem: 'unitUnknown' })
})

test('a stratum whose roll is frozen has the list that it had', () => {
  const stratum = sealed(newStratum(place, campaignId, some), { roll: 10, rollDigest: 'a'.repeat(64) })
  expect(listed(stratum, [ids[0]!], some)).toEqual({ problem: 'notInThisState' })
})
