import fc from 'fast-check'

import { CARD_CODE_DIGITS, CardCode, checkDigits, isCardCode } from './account'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const code = digits(CARD_CODE_DIGITS - 2).map((body) => body + checkDigits(body))

test('every code with its check digits is good, however people group it', () => {
  fc.assert(
    fc.property(code, (good) => {
      expect(isCardCode(good)).toBe(true)
      expect(CardCode.parse(good.replace(/(\d{3})(?=\d)/g, '$1 '))).toBe(good)
    }),
  )
})

test('one mistyped digit, or two neighbours swapped, never makes another good code', () => {
  fc.assert(
    fc.property(code, fc.nat({ max: CARD_CODE_DIGITS - 1 }), fc.integer({ min: 1, max: 9 }), (good, at, more) => {
      const typo = good.slice(0, at) + ((Number(good[at]) + more) % 10) + good.slice(at + 1)
      expect(isCardCode(typo)).toBe(false)
      const swapped = at > 0 ? good.slice(0, at - 1) + good[at] + good[at - 1] + good.slice(at + 1) : good
      expect(swapped === good || !isCardCode(swapped)).toBe(true)
    }),
  )
})

test.each(['', '123', 'a'.repeat(15), '1'.repeat(41), '１２３'])('%j is no code', (typed) => {
  expect(CardCode.safeParse(typed).success).toBe(false)
})
