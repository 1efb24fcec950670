import fc from 'fast-check'

import type { UnitResult } from '../../contract/survey'
import { aFrozen, anElection, countOf } from '../../tests/survey/ballots'
import { plainCount, plainGroups, plainWeights } from '../../tests/survey/plain-count'

const weights = { service: 30, conduct: 30, results: 40 }

/** The same structure and whole numbers, and figures within a unit of the last decimal (sums in another order round otherwise). */
function expectClose(ours: unknown, plain: unknown, where = 'totals') {
  if (typeof plain === 'number' && typeof ours === 'number') {
    if (Math.abs(ours - plain) > 0.0101) throw new Error(`${where}: ${ours} is not ${plain}`)
    return
  }
  if (typeof plain !== 'object' || plain === null || typeof ours !== 'object' || ours === null) return expect(ours).toEqual(plain)
  const mine = new Map(Object.entries(ours).filter(([key, value]) => value !== undefined && key !== 'group'))
  expect([where, ...[...mine.keys()].sort()]).toEqual([where, ...Object.keys(plain).sort()])
  for (const [key, value] of Object.entries(plain)) expectClose(mine.get(key), value, `${where}.${key}`)
}

/** All that is published of answers, with the number of ballots behind it. */
function* cells({ questions, asked, money }: UnitResult) {
  yield asked
  for (const result of [questions.service, questions.conduct, questions.results]) if (result) yield result.n
  if (money) yield money.n
}

test('a plain count, written from the documentation, comes to the same', () => {
  let published = 0
  fc.assert(
    fc.property(anElection, ([strata, ballots]) => {
      const frozen = aFrozen(strata)
      const ours = countOf(frozen, strata, ballots)
      const plain = plainCount(strata, ballots, weights)
      expectClose({ units: ours.units, unitsByCounty: ours.unitsByCounty, watched: ours.watched }, plain)
      published += ours.units.length + ours.unitsByCounty.length

      const own = plainWeights(strata, ballots)
      for (const { id, weight } of ours.strata) expect(weight).toBeCloseTo(own[id]!, 1)
      const scored = ours.units.flatMap(({ unitId, score }) => (score ? [{ unitId, score }] : []))
      const groups = plainGroups(scored)
      for (const unit of ours.units) expect(unit.group).toBe(groups[unit.unitId])
    }),
    { numRuns: 150 },
  )
  expect(published).toBeGreaterThan(200)
})

test('the order in which ballots are counted changes nothing', () => {
  fc.assert(
    fc.property(
      anElection.chain(([strata, ballots]) =>
        fc.tuple(fc.constant(strata), fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })),
      ),
      ([strata, ballots, shuffled]) => {
        const frozen = aFrozen(strata)
        expect(countOf(frozen, strata, shuffled)).toEqual(countOf(frozen, strata, ballots))
      },
    ),
    { numRuns: 60 },
  )
})

test('nothing is published that fewer than ten ballots speak to, nor follows from what is', () => {
  fc.assert(
    fc.property(anElection, ([strata, ballots]) => {
      const totals = countOf(aFrozen(strata), strata, ballots)
      for (const unit of [...totals.units, ...totals.unitsByCounty]) for (const n of cells(unit)) expect(n).toBeGreaterThanOrEqual(10)
      for (const { n } of totals.watched) expect(n).toBeGreaterThanOrEqual(10)

      for (const whole of totals.units) {
        const parts = totals.unitsByCounty.filter(({ unitId }) => unitId === whole.unitId)
        if (parts.length === 0) continue
        // What the whole says of ballots beyond those that the counties account for is of none or of ten at least.
        const rest = (of: (unit: UnitResult) => number | undefined) =>
          (of(whole) ?? 0) - parts.reduce((sum, part) => sum + (of(part) ?? 0), 0)
        expect(rest(({ asked }) => asked)).toBe(0)
        for (const question of ['service', 'conduct', 'results'] as const) {
          const shown = parts.filter(({ questions }) => questions[question]).length
          expect([0, parts.length]).toContain(shown)
          if (shown > 0) expect(rest(({ questions }) => questions[question]?.n)).toBe(0)
        }
        const shown = parts.filter(({ money }) => money).length
        expect([0, parts.length]).toContain(shown)
      }
    }),
    { numRuns: 150 },
  )
})
