import fc from 'fast-check'

import { readSheet, writeSheet } from '../../ballot/sheet'
import { aCampaign } from '../../tests/stand-ins/survey'
import { type Filled, isBegun, isFor, isSaid, pageOf, pagesOf, say, saidOf, sheetOf, shuffled, unfilled, unsay } from './answers'

const { paper } = aCampaign()
const { units } = paper.stratum
const [a, b, c] = units.map(({ id }) => id)
const fresh = () =>
  unfilled(
    paper.campaignId,
    units.map(({ id }) => id),
  )

it('has nothing chosen beforehand', () => {
  expect(units.map(({ id }) => saidOf(fresh(), id))).toEqual([{}, {}, {}])
  expect(sheetOf(fresh(), paper.stratum)).toEqual({
    watched: 0,
    units: [0, 1, 2].map((unit) => ({ unit, service: 0, conduct: 0, results: 0, money: 0 })),
  })
  expect(isBegun(fresh())).toBe(false)
})

it('takes an answer back where it is given a second time, and leaves the others', () => {
  const once = say(say(fresh(), a!, { service: 4 }), a!, { money: 'no' })
  expect(saidOf(say(once, a!, { service: 4 }), a!)).toEqual({ service: undefined, money: 'no' })
  expect(saidOf(say(once, a!, { service: 2 }), a!)).toEqual({ service: 2, money: 'no' })
  expect(isSaid(saidOf(unsay(once, a!), a!))).toBe(false)
})

it('asks for one unit a page, then for the last question, then shows all', () => {
  const filled = fresh()
  expect(pagesOf(filled)).toBe(4)
  expect([0, 1, 2, 3, 4].map((page) => pageOf({ ...filled, page }).of)).toEqual(['unit', 'unit', 'unit', 'watched', 'summary'])
})

it('asks for all units, each once, in an order that every draw of bytes can give', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 3, maxLength: 3 }), (random) => {
      const order = shuffled(units, random)
      expect([...order].sort()).toEqual([a, b, c].sort())
      seen.add(order.join())
    }),
  )
  expect(seen.size).toBe(6)
})

const said = fc.record(
  {
    service: fc.constantFrom(1, 2, 3, 4, 5),
    conduct: fc.constantFrom(1, 2, 3, 4, 5),
    results: fc.constantFrom(1, 2, 3, 4, 5),
    money: fc.constantFrom('no', 'yes'),
  },
  { requiredKeys: [] },
)

it('puts on the sheet what was said, by the places on the list and not in the order of asking', () => {
  fc.assert(
    fc.property(
      fc.tuple(said, said, said),
      fc.shuffledSubarray([a!, b!, c!], { minLength: 3 }),
      fc.option(fc.constantFrom('nobody', 'helped', 'watched'), { nil: undefined }),
      (answers, order, watched) => {
        const filled = {
          campaignId: paper.campaignId,
          order,
          page: 4,
          watched,
          said: { [a!]: answers[0], [b!]: answers[1], [c!]: answers[2] },
        }
        const read = readSheet(writeSheet(sheetOf(filled as Filled, paper.stratum)), 3)
        if ('spoilt' in read) throw new Error(read.spoilt)
        expect(read.watched).toBe(['nobody', 'helped', 'watched'].indexOf(watched ?? '') + 1)
        answers.forEach((answer, unit) => {
          const found = read.units.find((one) => one.unit === unit)
          expect(found?.service ?? 0).toBe(answer.service ?? 0)
          expect(found?.conduct ?? 0).toBe(answer.conduct ?? 0)
          expect(found?.results ?? 0).toBe(answer.results ?? 0)
          expect(found?.money ?? 0).toBe(answer.money === 'yes' ? 2 : answer.money === 'no' ? 1 : 0)
        })
      },
    ),
  )
})

it('is for the same campaign and the same units alone', () => {
  const filled = fresh()
  expect(isFor({ ...filled, order: [c!, a!, b!] }, paper)).toBe(true)
  expect(isFor({ ...filled, order: [a!, b!] }, paper)).toBe(false)
  expect(isFor({ ...filled, campaignId: 'f'.repeat(32) as never }, paper)).toBe(false)
})
