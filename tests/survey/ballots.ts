import fc from 'fast-check'

import { Frozen } from '../../ballot/files'
import { addSheet } from '../../auditor/statistics/add-sheet'
import { newTally } from '../../auditor/statistics/tally'
import { totalsOf } from '../../auditor/statistics/totals'
import { Instant } from '../../contract/route'
import type { Totals } from '../../contract/survey'
import type { PlainBallot, PlainRating, PlainStratum } from './plain-count'

export const id = (nth: number) => nth.toString(16).padStart(32, '0')
const at = (day: string) => Instant.parse(`${day}T00:00:00.000Z`)
export const countedAt = at('2026-12-20')

/** A frozen record with these strata. */
export const aFrozen = (strata: PlainStratum[], weights = { service: 30, conduct: 30, results: 40 }): Frozen =>
  Frozen.parse({
    campaignId: id(0xca),
    title: '二〇二六年万名群众评机关',
    questions: { service: '办事快不快?', conduct: '作风好不好?', results: '办成了没有?', money: '收钱物没有?', watched: '有人看着吗?' },
    weights,
    sample: 10_000,
    floor: 30,
    source: { name: '双色球', at: at('2026-11-29') },
    tokenKey: 'A'.repeat(43),
    sealKey: 'A'.repeat(43),
    opensAt: at('2026-12-01'),
    drawsUntil: at('2026-12-13'),
    castsUntil: at('2026-12-15'),
    frozenAt: at('2026-11-25'),
    strata: strata.map(({ id: stratumId, county, roll, units }) => ({
      id: stratumId,
      county,
      township: `镇${stratumId.slice(-2)}`,
      units: units.map((unit) => ({ ...unit, does: '' })),
      roll,
      sample: roll,
      rollDigest: '0'.repeat(64),
    })),
  })

/** A ballot's bytes as docs/survey.md describes a sheet. */
export function sheetOf(ballot: PlainBallot, strata: readonly PlainStratum[]): Uint8Array {
  const { units } = strata.find((stratum) => stratum.id === ballot.stratum)!
  const rated = units.flatMap((unit, place) => {
    const rating = ballot.ratings[unit.id]
    return rating ? [[place, rating.service, rating.conduct, rating.results, rating.money]] : []
  })
  const sheet = new Uint8Array(128)
  sheet.set([1, ballot.watched, rated.length, ...rated.flat()])
  return sheet
}

/** The product's own count of these ballots. */
export function countOf(frozen: Frozen, strata: PlainStratum[], ballots: PlainBallot[]): Totals {
  const tally = newTally(strata.length)
  for (const ballot of ballots) {
    const nth = strata.findIndex((stratum) => stratum.id === ballot.stratum)
    expect(addSheet(tally, nth, strata[nth]!.units.length, sheetOf(ballot, strata), 0)).toBeUndefined()
  }
  const turnout = strata.map((stratum) => {
    const own = ballots.filter((ballot) => ballot.stratum === stratum.id).length
    return { drew: own, ballots: own }
  })
  return totalsOf(frozen, turnout, tally, [], countedAt)
}

export const allUnits = Array.from({ length: 5 }, (_, nth) => ({ id: id(nth + 1), name: `第${nth + 1}局` }))

const level = fc.integer({ min: 0, max: 5 })
const rating: fc.Arbitrary<PlainRating> = fc.record({
  service: level,
  conduct: level,
  results: level,
  money: fc.integer({ min: 0, max: 2 }),
})

const aStratum = (nth: number): fc.Arbitrary<PlainStratum> =>
  fc.record({
    id: fc.constant(id(0x100 + nth)),
    county: fc.constantFrom('北流市', '博白县', '陆川县'),
    roll: fc.integer({ min: 1, max: 9000 }),
    units: fc.subarray(allUnits, { minLength: 1 }),
  })

const ballotsOf = (stratum: PlainStratum): fc.Arbitrary<PlainBallot[]> =>
  fc.array(
    fc.record({
      stratum: fc.constant(stratum.id),
      watched: fc.integer({ min: 0, max: 3 }),
      ratings: fc
        .tuple(...stratum.units.map((unit) => fc.option(rating).map((given) => (given ? [[unit.id, given] as const] : []))))
        .map((given) => Object.fromEntries(given.flat())),
    }),
    { maxLength: Math.min(45, stratum.roll), size: 'max' },
  )

/** Strata of up to three counties, and the ballots cast in them: from none at all to more than enough. */
export const anElection = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, nth) => aStratum(nth))))
  .chain((strata) =>
    fc.tuple(
      fc.constant(strata),
      fc.tuple(...strata.map(ballotsOf)).map((all) => all.flat()),
    ),
  )
