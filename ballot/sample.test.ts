import { createHash } from 'node:crypto'
import fc from 'fast-check'

import { drawSample, sampleSizes, seedOf } from './sample'

const id = (nth: number) => nth.toString(16).padStart(32, '0')
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const strataOf = (rolls: readonly number[]) => rolls.map((roll, nth) => ({ id: id(nth), roll }))

const anyRolls = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 })
const sized = fc.tuple(anyRolls, fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 0, max: 300 }))

test('the seed is the hash of the frozen record’s digest and the public value', () => {
  const digest = 'ab'.repeat(32)
  const text = `jinnongjia survey seed 1\n${digest}\n03 08 11 双色球\n`
  expect(seedOf(digest, '03 08 11 双色球')).toBe(createHash('sha256').update(text).digest('hex'))
})

describe('sizes', () => {
  test('sum up, reach the floor and never exceed the roll', () => {
    fc.assert(
      fc.property(sized, ([rolls, sample, floor]) => {
        const sizes = sampleSizes(strataOf(rolls), sample, floor)
        const least = rolls.map((roll) => Math.min(floor, roll))
        expect(sum(sizes)).toBe(Math.max(Math.min(sample, sum(rolls)), sum(least)))
        sizes.forEach((size, nth) => {
          expect(size).toBeGreaterThanOrEqual(least[nth]!)
          expect(size).toBeLessThanOrEqual(rolls[nth]!)
        })
      }),
      { numRuns: 1000 },
    )
  })

  test('above the floor are in one proportion to the rolls, but for less than one household', () => {
    fc.assert(
      fc.property(sized, ([rolls, sample, floor]) => {
        const sizes = sampleSizes(strataOf(rolls), sample, floor)
        const above = rolls.flatMap((roll, nth) => (sizes[nth]! > Math.min(floor, roll) ? [{ roll, size: sizes[nth]! }] : []))
        for (const a of above) for (const b of above) expect(a.roll * (b.size - 1)).toBeLessThan(b.roll * (a.size + 1))
      }),
      { numRuns: 300 },
    )
  })

  test('are the same in whatever order the strata come', () => {
    fc.assert(
      fc.property(sized, fc.integer(), ([rolls, sample, floor], seed) => {
        const strata = strataOf(rolls)
        const turned = [...strata].sort((a, b) => ((a.roll * 31 + seed) % 97) - ((b.roll * 31 + seed) % 97))
        const sizes = new Map(turned.map(({ id: one }, nth) => [one, sampleSizes(turned, sample, floor)[nth]]))
        expect(sampleSizes(strata, sample, floor)).toEqual(strata.map((one) => sizes.get(one.id)))
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    // 1000 × 5000 ÷ 10,000 and so on.
    ['by the rolls alone', [5000, 3000, 2000], 1000, 0, [500, 300, 200]],
    // 10 × 1 ÷ 3 each: the one left over goes to the lower id.
    ['with one left over', [1, 1, 1].map((roll) => roll * 100), 10, 0, [4, 3, 3]],
    // 100 × 100 ÷ 10,000 = 1 is under 30: it gets 30, the others share 70 by 6900 : 3000, 48.79 and 21.21; the second is under 30 then.
    ['with a floor that puts another under its own', [6900, 3000, 100], 100, 30, [40, 30, 30]],
    ['with a roll smaller than the floor', [9000, 12], 100, 30, [88, 12]],
    ['with all there are', [50, 20], 1000, 30, [50, 20]],
    ['with floors that come to more', [500, 500, 10], 50, 30, [30, 30, 10]],
  ])('%s', (_, rolls, sample, floor, sizes) => {
    expect(sampleSizes(strataOf(rolls), sample, floor)).toEqual(sizes)
  })
})

describe('the draw', () => {
  const roll = Array.from({ length: 40 }, (_, nth) => id(nth * 7 + 1))
  const stratum = id(0xaa)
  const seedNumber = (nth: number) => createHash('sha256').update(`seed ${nth}`).digest('hex')

  test('is of the lowest numbers SHA-256(seed ‖ stratum ‖ household)', () => {
    const seed = seedNumber(0)
    const number = (one: string) =>
      createHash('sha256')
        .update(Buffer.from(seed + stratum + one, 'hex'))
        .digest('hex')
    expect(drawSample(seed, stratum, roll, 12)).toEqual([...roll].sort((a, b) => (number(a) < number(b) ? -1 : 1)).slice(0, 12))
  })

  test('is the same in whatever order the roll comes, and a larger one holds the smaller', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(roll, { minLength: 40 }), fc.nat(40), fc.nat(40), fc.nat(), (turned, a, b, nth) => {
        const drawn = drawSample(seedNumber(nth), stratum, turned, Math.max(a, b))
        expect(drawn).toEqual(drawSample(seedNumber(nth), stratum, roll, Math.max(a, b)))
        expect(drawn.slice(0, Math.min(a, b))).toEqual(drawSample(seedNumber(nth), stratum, roll, Math.min(a, b)))
        expect(new Set(drawn).size).toBe(Math.max(a, b))
      }),
      { numRuns: 50 },
    )
  })

  test('gives every household the same chance, and every pair', () => {
    const draws = 2000
    const [times, together] = [new Map<string, number>(), new Map<string, number>()]
    const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
    for (let nth = 0; nth < draws; nth++) {
      const drawn = drawSample(seedNumber(nth), stratum, roll, 10)
      drawn.forEach((one) => add(times, one))
      drawn.forEach((a) => drawn.forEach((b) => a < b && add(together, a + b)))
    }
    // Pearson's chi-square, and its value that is exceeded once in ten million: the seeds are fixed, so the test is, too.
    const chiSquare = (counts: Map<string, number>, cells: number, expected: number) =>
      [...counts.values()].reduce((total, count) => total + (count - expected) ** 2 / expected, (cells - counts.size) * expected)
    expect(chiSquare(times, 40, draws / 4)).toBeLessThan(105)
    expect(chiSquare(together, 780, (draws * 45) / 780)).toBeLessThan(1010)
  })

  test('of another stratum or another seed is another', () => {
    const drawn = drawSample(seedNumber(1), stratum, roll, 20).join()
    expect(drawSample(seedNumber(2), stratum, roll, 20).join()).not.toBe(drawn)
    expect(drawSample(seedNumber(1), id(0xab), roll, 20).join()).not.toBe(drawn)
  })
})
