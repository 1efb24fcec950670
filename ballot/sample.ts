import { sha256 } from '@noble/hashes/sha2.js'

import { fromHex, joined, toHex, utf8 } from './bytes'

/** The seed of the sample: nobody knows it before the public value is out, and nobody can change it after. */
export const seedOf = (frozenDigest: string, publicValue: string): string =>
  toHex(sha256(utf8(`jinnongjia survey seed 1\n${frozenDigest}\n${publicValue}\n`)))

type Sized = { id: string; roll: number }

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/**
 * How many households of each stratum are drawn, in the order of the strata: in proportion to the rolls, at least `floor` a stratum
 * (or all of a smaller one), `sample` in all or as many as there are. Where the floors alone come to more than `sample`, they stand.
 * All of it is in whole numbers, so that it comes out the same everywhere.
 */
export function sampleSizes(strata: readonly Sized[], sample: number, floor: number): number[] {
  const least = strata.map(({ roll }) => Math.min(floor, roll))
  const all = Math.min(sample, sum(strata.map(({ roll }) => roll)))
  if (sum(least) >= all) return least

  // A stratum whose share is under its floor gets the floor, and the others share what is left; that may put another under its own.
  const sizes = [...least]
  let open = strata.map((_, nth) => nth)
  for (;;) {
    const held = strata.map((_, nth) => nth).filter((nth) => !open.includes(nth))
    const left = all - sum(held.map((nth) => sizes[nth]!))
    const rolls = sum(open.map((nth) => strata[nth]!.roll))
    const still = open.filter((nth) => left * strata[nth]!.roll >= least[nth]! * rolls)
    if (still.length < open.length) {
      open = still
      continue
    }
    for (const nth of open) sizes[nth] = Math.floor((left * strata[nth]!.roll) / rolls)
    // What rounding down left over goes to the largest remainders, of equal ones to the lower id.
    const remainder = (nth: number) => (left * strata[nth]!.roll) % rolls
    const byRemainder = open.sort((a, b) => remainder(b) - remainder(a) || (strata[a]!.id < strata[b]!.id ? -1 : 1))
    for (const nth of byRemainder.slice(0, all - sum(sizes))) sizes[nth]!++
    return sizes
  }
}

/**
 * The households of a stratum that are drawn: each gets the number SHA-256(seed ‖ stratum ‖ household), and the lowest `size` are
 * drawn, in this order. Which other households stand on the roll, and in which order, changes nobody's number.
 */
export function drawSample<Id extends string>(seed: string, stratumId: string, ids: readonly Id[], size: number): Id[] {
  const before = joined(fromHex(seed), fromHex(stratumId))
  return ids
    .map((id) => ({ id, drawn: toHex(sha256(joined(before, fromHex(id)))) }))
    .sort((a, b) => (a.drawn < b.drawn ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id)
}
