import type { Interval, RatedQuestion } from '../../contract/survey'
import { meanInterval } from './interval'
import { answered, CELLS } from './tally'
import { weigh, type Slice } from './weigh'

/** Levels 1 to 5 as points; 0 is no level. */
const POINTS = [undefined, 0, 25, 50, 75, 100] as const
export const pointsOf = (question: RatedQuestion) => (cell: number) => POINTS[answered[question][cell]!]

type Part = { question: RatedQuestion; weight: number }

/**
 * The weighted sum of the questions' means with its 95 % interval; a question alone is the sum of one. The variance is the
 * linearised one of ratio means (Särndal, Swensson, Wretman 1992, 5.5): each ballot's weighted distances from the means,
 * summed over the questions *before* squaring, so that what a ballot answers alike counts as the one opinion that it is.
 * Two made-up ballots of average weight, all at 0 and all at 100, go into the variance and not into the mean: ten
 * unanimous answers are no proof of certainty. Nothing is taken off for the sample's being a part of a small roll.
 */
export function score(slices: readonly Slice[], parts: readonly Part[]): Interval {
  const terms = parts.map(({ question, weight }) => {
    const points = pointsOf(question)
    const sums = weigh(slices, points)
    return { points, weight, n: sums.n, mean: sums.values / sums.weights, divisor: (sums.weights * (sums.n + 2)) / sums.n }
  })
  const mean = terms.reduce((sum, term) => sum + term.weight * term.mean, 0)

  const distances = Float64Array.from({ length: CELLS }, (_, cell) =>
    terms.reduce((sum, { points, weight, mean: middle, divisor }) => {
      const value = points(cell)
      return value === undefined ? sum : sum + (weight * (value - middle)) / divisor
    }, 0),
  )
  const atEnd = (end: number) => terms.reduce((sum, { weight, n, mean: middle }) => sum + (weight * (end - middle)) / (n + 2), 0)
  const squares = slices.reduce(
    (sum, { weight, cells }) => sum + weight * weight * cells.reduce((of, times, cell) => of + times * distances[cell]! ** 2, 0),
    atEnd(0) ** 2 + atEnd(100) ** 2,
  )
  const fewest = Math.min(...terms.map(({ n }) => n))
  return meanInterval(mean, (squares * (fewest + 2)) / (fewest + 1))
}
