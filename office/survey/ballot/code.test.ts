/** @jest-environment node */
import fc from 'fast-check'

import { CampaignId, StratumId } from '../../../contract/survey'
import { printedCode, readCode, sheetCode, wrongLines } from './code'

const [campaign, stratum, other] = [CampaignId.parse('c'.repeat(32)), StratumId.parse('1'.repeat(32)), StratumId.parse('2'.repeat(32))]
const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const codes = fc
  .tuple(bytes, bytes)
  .map(([input, output]) => ({ token: { input, output }, code: sheetCode(campaign, stratum, { input, output }) }))
const signs = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']

it('reads back the token that was printed, however it is typed', () => {
  fc.assert(
    fc.property(codes, ({ token, code }) => {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{64}$/)
      const typed = printedCode(code).join('\n').toLowerCase().replace(/0/g, 'o').replace(/1/, 'l')
      expect(readCode(typed, campaign, stratum)).toEqual({ token, code })
      expect(
        readCode(
          code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
          campaign,
          stratum,
        ),
      ).toEqual({ token, code })
    }),
  )
})

it('says in which line a sign is wrong or two are swapped', () => {
  fc.assert(
    fc.property(codes, fc.nat({ max: 63 }), fc.constantFrom(...signs), fc.nat({ max: 15 }), ({ code }, at, sign, to) => {
      const line = Math.floor(at / 16)
      const with_ = (changes: Record<number, string>) => Array.from(code, (one, place) => changes[place] ?? one).join('')
      const changed = with_({ [at]: sign })
      const partner = line * 16 + to
      const swapped = with_({ [at]: code[partner]!, [partner]: code[at]! })
      for (const wrong of [changed, swapped]) {
        expect(wrongLines(wrong)).toEqual(wrong === code ? [] : [line + 1])
        if (wrong !== code) expect(readCode(wrong, campaign, stratum)).toEqual({ wrong: 'lines' })
      }
    }),
    { numRuns: 500 },
  )
})

it('refuses lines in another order, too few or too many signs, and a sheet of another stratum', () => {
  const { code } = fc.sample(codes, 1)[0]!
  expect(wrongLines(code.slice(16, 32) + code.slice(0, 16) + code.slice(32))).toEqual([1, 2])
  expect(readCode(code.slice(0, 63), campaign, stratum)).toEqual({ wrong: 'short' })
  expect(readCode(`${code}0`, campaign, stratum)).toEqual({ wrong: 'long' })
  expect(readCode('', campaign, stratum)).toEqual({ wrong: 'short' })
  expect(readCode(code, campaign, other)).toEqual({ wrong: 'place' })
  expect(readCode(code, CampaignId.parse('d'.repeat(32)), stratum)).toEqual({ wrong: 'place' })
})
