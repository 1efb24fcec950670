import { meanInterval, wilson } from './interval'

test.each([
  // Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3.
  [81, 263, 25.53, 36.62],
  [15, 148, 6.24, 16.05],
  [0, 20, 0, 16.11],
  [1, 29, 0.61, 17.18],
])('Wilson’s interval of %d in %d is the textbook’s', (hits, n, low, high) => {
  expect(wilson(hits / n, n)).toEqual({ value: Math.round((10_000 * hits) / n) / 100, low, high })
})

test('an interval ends where the scale ends', () => {
  // 97 ± 1.96 × √25 reaches beyond 100.
  expect(meanInterval(97, 25)).toEqual({ value: 97, low: 87.2, high: 100 })
})
