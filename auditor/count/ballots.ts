import { isVoid } from '../../ballot/seal'
import { SEALED_BYTES } from '../../contract/survey'
import { shuffled } from './shuffle'

/**
 * A stratum's ballots in an order that nobody can foresee, each receipt once: the file is sorted by bytes, so equal ballots,
 * and with them equal receipts, lie side by side. A voided sheet's place holds zeros alone and is no ballot.
 */
export function distinct(sealed: Uint8Array): { ballots: Uint8Array[]; repeated: number; voids: number } {
  const all = Array.from({ length: sealed.length / SEALED_BYTES }, (_, nth) =>
    sealed.subarray(nth * SEALED_BYTES, (nth + 1) * SEALED_BYTES),
  )
  const cast = all.filter((ballot) => !isVoid(ballot))
  const once = cast.filter((ballot, nth) => nth === 0 || Buffer.compare(ballot, cast[nth - 1]!) !== 0)
  return {
    ballots: Array.from(shuffled(once.length), (nth) => once[nth]!),
    repeated: cast.length - once.length,
    voids: all.length - cast.length,
  }
}
