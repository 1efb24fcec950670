import type { Interval } from '../../contract/survey'
import { meanInterval } from './interval'
import { weigh, type Answers, type Values } from './weigh'

/** A question in a score: the points of each kind of answer, and what the question counts. */
export type Part = { points: Values; weight: number }
type Term = Part & { n: number; mean: number; divisor: number }

/** How far each kind of answer lies from the means, the questions summed. */
function distancesOf(terms: readonly Term[]): Float64Array {
  const distances = new Float64Array(terms[0]!.points.length)
  for (const { points, weight, mean, divisor } of terms)
    for (let kind = 0; kind < distances.length; kind++) {
      const value = points[kind]!
      if (!Number.isNaN(value)) distances[kind]! += (weight * (value - mean)) / divisor
    }
  return distances
}

function squaresOf(answers: readonly Answers[], distances: Float64Array): number {
  let squares = 0
  for (const { weight, times } of answers) {
    let sum = 0
    for (let kind = 0; kind < distances.length; kind++) sum += times[kind]! * distances[kind]! * distances[kind]!
    squares += weight * weight * sum
  }
  return squares
}

/**
 * The weighted sum of the questions' means with its 95 % interval; a question alone is the sum of one. The variance is the
 * linearised one of ratio means (Särndal, Swensson, Wretman 1992, 5.5): each ballot's weighted distances from the means,
 * summed over the questions *before* squaring, so that what a ballot answers alike counts as the one opinion that it is.
 * Two made-up ballots of average weight, all at 0 and all at 100, go into the variance and not into the mean: ten
 * unanimous answers are no proof of certainty. Nothing is taken off for the sample's being a part of a small roll.
 */
export function score(answers: readonly Answers[], parts: readonly Part[]): Interval {
  const terms = parts.map((part): Term => {
    const { n, weights, values } = weigh(answers, part.points)
    return { ...part, n, mean: values / weights, divisor: (weights * (n + 2)) / n }
  })
  const mean = terms.reduce((sum, term) => sum + term.weight * term.mean, 0)
  const atEnd = (end: number) => terms.reduce((sum, term) => sum + (term.weight * (end - term.mean)) / (term.n + 2), 0)
  const squares = squaresOf(answers, distancesOf(terms)) + atEnd(0) ** 2 + atEnd(100) ** 2
  const fewest = Math.min(...terms.map(({ n }) => n))
  return meanInterval(mean, (squares * (fewest + 2)) / (fewest + 1))
}
