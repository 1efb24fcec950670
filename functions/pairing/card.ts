import { randomInt } from 'node:crypto'

import { CARD_CODE_DIGITS, checkDigits } from '../../contract/account'

const RANDOM_DIGITS = CARD_CODE_DIGITS - 2

/** A card's code that nobody can guess: 13 digits (43 bits) from the system's random source, and their check digits. */
export function newCardCode(): string {
  const body = Array.from({ length: RANDOM_DIGITS }, () => randomInt(10)).join('')
  return body + checkDigits(body)
}
