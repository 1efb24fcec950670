/** @jest-environment node */
import fc from 'fast-check'

import { slipCheck, survey } from '../../../contract/survey'
import { newSlip, printedSlip } from './slip'

const { body } = survey['POST /v1/surveys/{id}/paper-draws']
const isTaken = (slip: string) => body.safeParse({ rollId: 'a'.repeat(32), slip }).success

/** Luhn's sum as ISO/IEC 7812-1 has it, from the right: zero modulo ten where the number is whole. */
function luhnSum(number: string): number {
  let sum = 0
  for (let at = 0; at < number.length; at++) {
    const digit = Number(number[number.length - 1 - at])
    for (const one of String(at % 2 === 1 ? digit * 2 : digit)) sum += Number(one)
  }
  return sum % 10
}
const plain = fc.stringMatching(/^\d{7}$/)

it('draws numbers that the route takes, each another one', () => {
  const slips = Array.from({ length: 200 }, newSlip)
  expect(new Set(slips).size).toBeGreaterThan(195)
  for (const slip of slips) expect([slip, isTaken(slip)]).toEqual([slip, true])
  expect(printedSlip('12345674')).toBe('1234 5674')
})

it('has the server take a number with its check digit alone', () => {
  expect(['79927398713', '4992739871'].map((known) => slipCheck(known.slice(0, -1)) === known.slice(-1))).toEqual([true, false])
  fc.assert(
    fc.property(plain, (number) => {
      for (const digit of '0123456789') expect(isTaken(number + digit)).toBe(luhnSum(number + digit) === 0)
    }),
  )
})

it('has the server notice any digit that is mistyped, and any two neighbours that are swapped but 0 and 9', () => {
  fc.assert(
    fc.property(plain, fc.nat({ max: 7 }), fc.integer({ min: 1, max: 9 }), (number, at, more) => {
      const slip = number + slipCheck(number)
      const digit = String((Number(slip[at]) + more) % 10)
      expect(isTaken(slip.slice(0, at) + digit + slip.slice(at + 1))).toBe(false)
      const pair = slip.slice(at, at + 2)
      const swapped = slip.slice(0, at) + [...pair].reverse().join('') + slip.slice(at + 2)
      expect(isTaken(swapped)).toBe(swapped === slip || pair === '09' || pair === '90')
    }),
  )
})

it('has the server take nothing of another length or with other signs', () => {
  for (const wrong of ['', '1234 5674', '123456', '0123456', '123456745', '1234567a', '1234 567'])
    expect([wrong, isTaken(wrong)]).toEqual([wrong, false])
})
