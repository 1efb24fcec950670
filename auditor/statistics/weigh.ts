import type { Interval } from '../../contract/survey'
import { wilson } from './interval'

/** How often each kind of answer was given in one stratum, and what each ballot weighs. */
export type Answers = { weight: number; times: ArrayLike<number> }
/** What each kind of answer is worth; NaN where it says nothing. */
export type Values = Float64Array

/** Sums over the answers that have a value: how many, and of their weights, squared weights, weighted values. */
type Weighed = { n: number; weights: number; squares: number; values: number }

export function weigh(answers: readonly Answers[], values: Values): Weighed {
  const sums: Weighed = { n: 0, weights: 0, squares: 0, values: 0 }
  for (const { weight, times } of answers) {
    let n = 0
    let sum = 0
    for (let kind = 0; kind < values.length; kind++) {
      const value = values[kind]!
      if (Number.isNaN(value)) continue
      n += times[kind]!
      sum += times[kind]! * value
    }
    sums.n += n
    sums.weights += weight * n
    sums.squares += weight * weight * n
    sums.values += weight * sum
  }
  return sums
}

/** Kish's design effect of unequal weights, n Σw² ÷ (Σw)² (Kish 1965, Survey Sampling, 11.7). */
export const designEffect = ({ n, weights, squares }: Weighed) => (n * squares) / (weights * weights)

/** The weighted share, in per cent, of those whose answer has the value 1 among those whose answer has one. */
export function share(answers: readonly Answers[], values: Values): Interval {
  const sums = weigh(answers, values)
  return wilson(Math.min(1, sums.values / sums.weights), sums.n / designEffect(sums))
}
