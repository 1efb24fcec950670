import { slipCheck } from '../../../contract/survey'
import { digits } from './random'

const PLAIN_DIGITS = 7

/** A number for a tear-off slip. It is drawn by itself and has nothing to do with the sheet's token. */
export function newSlip(): string {
  const number = digits(PLAIN_DIGITS)
  return number + slipCheck(number)
}

/** The number in groups, as it is printed and read out. */
export const printedSlip = (slip: string) => `${slip.slice(0, 4)} ${slip.slice(4)}`
