import { toHex } from '../../ballot/bytes'
import { seal } from '../../ballot/seal'
import { type Begun, blind, finalize, type Token } from '../../ballot/token'
import { bytesFrom } from './bytes'

/**
 * What a phone computes. All its randomness is the voter's own, so that in the election in which two have exchanged their answers every
 * other phone computes the same again; it is computed once, which leaves the time to the servers. Whatever differs is computed anew.
 */
function once<Args extends readonly (string | Uint8Array)[], Result>(compute: (...args: Args) => Result) {
  const known = new Map<string, Result>()
  return (...args: Args): Result => {
    const name = args.map((part) => (typeof part === 'string' ? part : toHex(part))).join(' ')
    const result = known.get(name) ?? compute(...args)
    known.set(name, result)
    return result
  }
}

/** The blinded token of the phone of this name. */
export const begun = once((name: string, info: Uint8Array, tokenKey: Uint8Array): Begun => {
  const random = bytesFrom(`${name} token`)
  return blind(random(16), info, tokenKey, random)
})

/** Its token; undefined where the proof does not fit the release's key. */
export const finished = once(
  (name: string, info: Uint8Array, tokenKey: Uint8Array, evaluated: Uint8Array, proof: Uint8Array): Token | undefined =>
    finalize(begun(name, info, tokenKey), info, evaluated, proof),
)

/** Its sealed sheet. */
export const sealed = once((name: string, info: Uint8Array, sealKey: Uint8Array, sheet: Uint8Array) =>
  seal(sealKey, info, sheet, bytesFrom(`${name} seal`)),
)
