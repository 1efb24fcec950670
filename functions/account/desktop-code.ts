import { codeSigns, DESKTOP_CODE_SIGNS } from '../../contract/desktop'
import type { Tag } from '../platform/tag'

const BITS_A_SIGN = 5

/** The code that the sign-in with this id shows: 40 bits of a keyed hash, so that nobody can make one from an id, and nothing is stored for it. */
export function codeOf(signInId: string, tag: Tag): string {
  let bits = BigInt(`0x${tag('desktop-code', signInId)}`)
  let code = ''
  for (let sign = 0; sign < DESKTOP_CODE_SIGNS; sign++) {
    code += codeSigns[Number(bits % 32n)]
    bits >>= BigInt(BITS_A_SIGN)
  }
  return code
}

/** The two digits that stand on the desktop and on the phone. */
export const checkOf = (signInId: string, tag: Tag) =>
  String(parseInt(tag('desktop-check', signInId).slice(0, 8), 16) % 100).padStart(2, '0')

/** Under what a code's sign-in is stored. */
export const keyOfCode = (code: string, tag: Tag) => tag('desktop', code)
