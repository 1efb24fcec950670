import { weightsOf } from './weights'

const weigh = (...strata: [id: string, county: string, roll: number, counted: number][]) =>
  Object.fromEntries(weightsOf(strata.map(([id, county, roll, counted]) => ({ id, county, roll, counted }))))

test('a ballot stands for the households of its stratum', () => {
  expect(weigh(['a', '北流市', 300, 10], ['b', '北流市', 100, 20])).toEqual({ a: 30, b: 5 })
})

test('strata with few ballots are taken together, the fewest first', () => {
  // 3 + 4 + 5 = 12 ballots for 120 + 80 + 40 households; the one with fifty stands alone.
  expect(weigh(['a', '北流市', 40, 5], ['b', '北流市', 120, 3], ['c', '北流市', 500, 50], ['d', '北流市', 80, 4])).toEqual({
    a: 20,
    b: 20,
    c: 10,
    d: 20,
  })
})

test('a stratum without ballots is carried by the one with the fewest in its county', () => {
  expect(weigh(['a', '北流市', 60, 0], ['b', '北流市', 140, 20], ['c', '北流市', 300, 30])).toEqual({ a: 10, b: 10, c: 10 })
})

test('what is left under ten joins the last', () => {
  // In order: 4 + 6 = 10 is full, 7 is left, and joins them: 17 ballots for 170 households.
  expect(weigh(['a', '北流市', 50, 4], ['b', '北流市', 50, 6], ['c', '北流市', 70, 7])).toEqual({ a: 10, b: 10, c: 10 })
})

test('a county with few ballots is taken together with the smallest pool of the others', () => {
  expect(weigh(['a', '北流市', 600, 5], ['b', '博白县', 150, 20], ['c', '博白县', 400, 40])).toEqual({ a: 30, b: 30, c: 10 })
})

test('without any ballot nothing weighs anything', () => {
  expect(weigh(['a', '北流市', 600, 0], ['b', '博白县', 150, 0])).toEqual({ a: 0, b: 0 })
})
