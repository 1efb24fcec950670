import { numberOf } from './use-inquiry'

it.each([['T20261118-0043'], ['t20261118 0043'], ['202611180043'], ['T 2026 1118 - 0043']])(
  'reads %s as the number that it is',
  (typed) => {
    expect(numberOf(typed)).toBe('T20261118-0043')
  },
)

it.each([[''], ['0043'], ['T2026-0043']])('takes %j for no number', (typed) => {
  expect(numberOf(typed)).toBeUndefined()
})
