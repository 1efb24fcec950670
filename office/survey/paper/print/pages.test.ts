import { surveyLimits } from '../../../../contract/survey'
import { pagesOf } from './pages'

it('puts every unit on one page, in order, and some of them before the slip', () => {
  for (const isLong of [false, true])
    for (let count = 1; count <= surveyLimits.unitsMost; count++) {
      const units = Array.from({ length: count }, (_, nth) => nth)
      const pages = pagesOf(units, isLong)
      expect(pages.flat()).toEqual(units)
      expect(pages.every((page) => page.length > 0)).toBe(true)
    }
  expect(
    pagesOf(
      Array.from({ length: 15 }, (_, nth) => nth),
      false,
    ).map((page) => page.length),
  ).toEqual([4, 6, 5])
})
