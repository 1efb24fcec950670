import { CARD_CODE_DIGITS } from '../../../contract/account'

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The card's code in what a scan or a launch gave: `https://…/c/<code>`, `c=<code>`, a page's path with its scene, or the digits alone. */
export function codeFrom(scanned: string): string | undefined {
  // A scene inside a path is encoded twice.
  const text = decoded(decoded(scanned)).trim()
  const found = /(?:^|\/c\/|[?&=]c=|^c=)(\d+)(?:$|[/?#&])/.exec(text)
  return found?.[1]?.length === CARD_CODE_DIGITS ? found[1] : undefined
}

/** The digits that were typed, at most a card's. */
export const digitsOf = (typed: string) => typed.replace(/\D/g, '').slice(0, CARD_CODE_DIGITS)

/** `123 456 789`: groups of three, as they are printed. */
export const grouped = (digits: string) => digits.replace(/(\d{3})(?=\d)/g, '$1 ')
