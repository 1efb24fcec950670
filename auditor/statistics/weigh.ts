import type { Interval } from '../../contract/survey'
import { wilson } from './interval'
import { CELLS } from './tally'

/** What one stratum's ballots say of a unit: how often each answer was given, and what each ballot weighs. */
export type Slice = { weight: number; cells: Uint32Array }

/** Sums over the answers that have a value: how many, and of their weights, squared weights, weighted values. */
export type Weighed = { n: number; weights: number; squares: number; values: number }

export function weigh(slices: readonly Slice[], valueOf: (cell: number) => number | undefined): Weighed {
  const sums: Weighed = { n: 0, weights: 0, squares: 0, values: 0 }
  for (const { weight, cells } of slices) {
    let n = 0
    let values = 0
    for (let cell = 0; cell < CELLS; cell++) {
      const times = cells[cell]!
      if (times === 0) continue
      const value = valueOf(cell)
      if (value === undefined) continue
      n += times
      values += times * value
    }
    sums.n += n
    sums.weights += weight * n
    sums.squares += weight * weight * n
    sums.values += weight * values
  }
  return sums
}

/** Kish's design effect of unequal weights, n Σw² ÷ (Σw)² (Kish 1965, Survey Sampling, 11.7). */
export const designEffect = ({ n, weights, squares }: Weighed) => (n * squares) / (weights * weights)

/** The weighted share, in per cent, of those for whom `hit` says true among those for whom it says anything. */
export function share(slices: readonly Slice[], hit: (cell: number) => boolean | undefined): Interval {
  const sums = weigh(slices, (cell) => {
    const is = hit(cell)
    return is === undefined ? undefined : Number(is)
  })
  return wilson(Math.min(1, sums.values / sums.weights), sums.n / designEffect(sums))
}
