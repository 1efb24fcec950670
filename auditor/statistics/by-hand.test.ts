import { aFrozen, allUnits, countOf, id } from '../../tests/survey/ballots'
import type { PlainBallot, PlainRating, PlainStratum } from '../../tests/survey/plain-count'

const [bureau] = allUnits
const stratum = (nth: number, county: string, roll: number): PlainStratum => ({ id: id(nth), county, roll, units: [bureau!] })
const cast = (of: PlainStratum, times: number, rating: Partial<PlainRating>): PlainBallot[] =>
  Array.from({ length: times }, () => ({
    stratum: of.id,
    watched: 1,
    ratings: { [bureau!.id]: { service: 0, conduct: 0, results: 0, money: 0, ...rating } },
  }))
const count = (strata: PlainStratum[], ...ballots: PlainBallot[][]) => countOf(aFrozen(strata), strata, ballots.flat())

const town = stratum(1, '北流市', 100)

test('ten ballots of one town', () => {
  const [unit] = count([town], cast(town, 5, { service: 5 }), cast(town, 5, { service: 3 })).units
  // Each weighs 100 ÷ 10 = 10. Mean (5 × 100 + 5 × 50) ÷ 10 = 75; W (n + 2) ÷ n = 100 × 1.2 = 120; e = ±10 × 25 ÷ 120 = ±2.08333.
  // e₀ = −75 ÷ 12 = −6.25, e₁₀₀ = 25 ÷ 12 = 2.08333. V = (10 × 4.34028 + 39.0625 + 4.34028) × 12 ÷ 11 = 94.69697.
  // 1.959964 × √94.69697 = 19.073.
  expect(unit!.questions.service!.mean).toEqual({ value: 75, low: 55.93, high: 94.07 })
  expect(unit!.questions.service!.designEffect).toBe(1)
  expect(unit!.questions.conduct).toBeUndefined()
  expect(unit!.score).toBeUndefined()
})

test('two towns of unequal size', () => {
  const large = stratum(1, '北流市', 300)
  const small = stratum(2, '北流市', 100)
  const totals = count([large, small], cast(large, 10, { service: 5, money: 1 }), cast(small, 10, { service: 1, money: 2 }))
  // Weights 300 ÷ 10 = 30 and 100 ÷ 10 = 10. Mean (10 × 30 × 100 + 0) ÷ 400 = 75.
  // Design effect 20 × (10 × 900 + 10 × 100) ÷ 400² = 1.25, so 16 effective answers.
  // Wilson of 0.75 in 16: (0.75 + 0.120046) ÷ 1.240091 ± 1.959964 ÷ 1.240091 × √(0.1875 ÷ 16 + 3.841459 ÷ 1024) = 0.7016 ± 0.1966.
  const { service } = totals.units[0]!.questions
  expect(service).toMatchObject({ n: 20, mean: { value: 75 }, designEffect: 1.25, topTwo: { value: 75, low: 50.5, high: 89.82 } })
  // Of 400 households 100 said yes.
  expect(totals.units[0]!.money).toEqual({ n: 20, share: { value: 25, low: 10.18, high: 49.5 } })
  expect(totals.strata.map(({ weight }) => weight)).toEqual([30, 10])
})

test('what a ballot answers alike in all three questions counts as one opinion', () => {
  const alike = (level: number) => ({ service: level, conduct: level, results: level })
  const [unit] = count([town], cast(town, 5, alike(5)), cast(town, 5, alike(3))).units
  // 0.3 + 0.3 + 0.4 of the same distance is that distance: the interval of one question, not a narrower one.
  expect(unit!.score).toEqual(unit!.questions.service!.mean)
})

test('answers that cancel within each ballot leave the score its made-up ballots alone', () => {
  const [unit] = count(
    [town],
    cast(town, 5, { service: 5, conduct: 1, results: 3 }),
    cast(town, 5, { service: 1, conduct: 5, results: 3 }),
  ).units
  // Every ballot scores 0.3 × 100 + 0.4 × 50 = 50, whichever way round. e₀ = −50 ÷ 12, e₁₀₀ = 50 ÷ 12; V = 2 × 17.36111 × 12 ÷ 11 = 37.87879.
  // 1.959964 × √37.87879 = 12.063.
  expect(unit!.score).toEqual({ value: 50, low: 37.94, high: 62.06 })
})

test('"don’t know" is no level, and a unit that a ballot leaves out is the same', () => {
  const silent = { stratum: town.id, watched: 0, ratings: {} }
  const [unit] = count([town], cast(town, 10, { service: 4 }), cast(town, 6, {}), [silent, silent, silent, silent]).units
  // 10 of 20 gave a level: Wilson of 0.5 in 20 is 0.5 ± 1.959964 ÷ 1.192073 × √(0.25 ÷ 20 + 3.841459 ÷ 1600) = 0.5 ± 0.2007.
  expect(unit!.asked).toBe(20)
  expect(unit!.questions.service).toMatchObject({ n: 10, mean: { value: 75 }, dontKnow: { value: 50, low: 29.93, high: 70.07 } })
  expect(unit!.dontKnow).toEqual({ value: 50, low: 29.93, high: 70.07 })
})

test('nine in one county keep the unit out of every county’s list, not out of the whole', () => {
  const [here, there] = [stratum(1, '北流市', 100), stratum(2, '博白县', 100)]
  const nine = count([here, there], cast(here, 30, { service: 4 }), cast(there, 9, { service: 4 }))
  expect(nine.units).toMatchObject([{ asked: 39 }])
  expect(nine.unitsByCounty).toEqual([])
  expect(nine.watched).toMatchObject([{ county: '北流市', n: 30 }])
  const ten = count([here, there], cast(here, 30, { service: 4 }), cast(there, 10, { service: 4 }))
  expect(ten.unitsByCounty).toMatchObject([
    { county: '北流市', asked: 30 },
    { county: '博白县', asked: 10 },
  ])
})

test('a question that nine answered in one county is in no county’s list', () => {
  const [here, there] = [stratum(1, '北流市', 100), stratum(2, '博白县', 100)]
  const { units, unitsByCounty } = count(
    [here, there],
    cast(here, 30, { service: 4, conduct: 4 }),
    cast(there, 9, { service: 4, conduct: 4 }),
    cast(there, 1, { conduct: 4 }),
  )
  expect(Object.keys(units[0]!.questions)).toEqual(['service', 'conduct'])
  expect(unitsByCounty.map(({ questions }) => Object.keys(questions))).toEqual([['conduct'], ['conduct']])
})
