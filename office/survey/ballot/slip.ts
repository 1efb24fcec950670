import { digits } from './random'

const PLAIN_DIGITS = 7

/** Luhn's check digit: one wrong digit, or two neighbours in the other order, give another one. */
function luhn(number: string): string {
  const sum = Array.from(number, Number)
    .reverse()
    .reduce((total, digit, at) => total + (at % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit), 0)
  return String((10 - (sum % 10)) % 10)
}

/** A number for a tear-off slip. It is drawn by itself and has nothing to do with the sheet's token. */
export function newSlip(): string {
  const number = digits(PLAIN_DIGITS)
  return number + luhn(number)
}

/** Whether this is a number that stands on a slip; a mistyped digit is noticed before anything is sent. */
export const isSlip = (typed: string) => /^\d{8}$/.test(typed) && luhn(typed.slice(0, -1)) === typed.slice(-1)

/** The number in groups, as it is printed and read out. */
export const printedSlip = (slip: string) => `${slip.slice(0, 4)} ${slip.slice(4)}`
