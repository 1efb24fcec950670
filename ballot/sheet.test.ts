import fc from 'fast-check'

import { addSheet } from '../auditor/statistics/add-sheet'
import { newTally } from '../auditor/statistics/tally'
import { readSheet, type Rating, type Sheet, SHEET_BYTES, writeSheet } from './sheet'

const LISTED = 15
const level = fc.integer({ min: 0, max: 5 })
const rating = (unit: number): fc.Arbitrary<Rating> =>
  fc.record({ unit: fc.constant(unit), service: level, conduct: level, results: level, money: fc.integer({ min: 0, max: 2 }) })
const aSheet: fc.Arbitrary<Sheet> = fc.record({
  watched: fc.integer({ min: 0, max: 3 }),
  units: fc.shuffledSubarray(Array.from({ length: LISTED }, (_, unit) => unit)).chain((units) => fc.tuple(...units.map(rating))),
})
const isSaid = ({ service, conduct, results, money }: Rating) => service + conduct + results + money > 0

test('what is written is read again, in the order of the list', () => {
  fc.assert(
    fc.property(aSheet, ({ watched, units }) => {
      const bytes = writeSheet({ watched, units })
      expect(bytes.length).toBe(SHEET_BYTES)
      expect(readSheet(bytes, LISTED)).toEqual({ watched, units: units.filter(isSaid).sort((a, b) => a.unit - b.unit) })
    }),
  )
})

test('the order in which a phone asked leaves no trace', () => {
  fc.assert(
    fc.property(aSheet, ({ watched, units }) => {
      expect(writeSheet({ watched, units: [...units].reverse() })).toEqual(writeSheet({ watched, units }))
    }),
  )
})

test('the bytes of a sheet', () => {
  const units = [
    { unit: 4, service: 5, conduct: 4, results: 3, money: 1 },
    { unit: 1, service: 0, conduct: 0, results: 0, money: 2 },
    { unit: 2, service: 0, conduct: 0, results: 0, money: 0 },
  ]
  expect([...writeSheet({ watched: 3, units }).subarray(0, 14)]).toEqual([1, 3, 2, 1, 0, 0, 0, 2, 4, 5, 4, 3, 1, 0])
})

test.each<[string, Partial<Rating>]>([
  ['a sixth level', { service: 6 }],
  ['half a level', { conduct: 2.5 }],
  ['a unit that no list has', { unit: 15 }],
  ['a third answer about money', { money: 3 }],
])('%s is not written', (_, wrong) => {
  const right = { unit: 0, service: 1, conduct: 1, results: 1, money: 1 }
  expect(() => writeSheet({ watched: 0, units: [{ ...right, ...wrong }] })).toThrow(RangeError)
  expect(() => writeSheet({ watched: 0, units: [right, right] })).toThrow(/twice/)
  expect(() => writeSheet({ watched: 4, units: [right] })).toThrow(/watched/)
})

/** Bytes near enough to a sheet that each way of being spoilt comes up. */
const nearly = fc
  .tuple(aSheet, fc.array(fc.tuple(fc.nat(SHEET_BYTES - 1), fc.integer({ min: 0, max: 16 })), { maxLength: 3 }))
  .map(([sheet, strikes]) => {
    const bytes = writeSheet(sheet)
    for (const [at, byte] of strikes) bytes[at] = byte
    return bytes
  })

test('the count finds the same sheets spoilt, for the same reasons', () => {
  const reasons = new Set<string>()
  fc.assert(
    fc.property(nearly, fc.integer({ min: 1, max: LISTED }), (bytes, listed) => {
      const read = readSheet(bytes, listed)
      const spoilt = 'spoilt' in read ? read.spoilt : undefined
      reasons.add(spoilt ?? 'counted')
      expect(addSheet(newTally(1), 0, listed, bytes, 0)).toBe(spoilt)
    }),
    { numRuns: 3000 },
  )
  expect([...reasons].sort()).toEqual(['counted', 'form', 'level', 'unit'])
})
