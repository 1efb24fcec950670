import type { RatedQuestion } from '../../contract/survey'
import { answered, CELLS, LEVELS, MONEY } from './tally'
import type { Answers, Values } from './weigh'

/** What one stratum's ballots say of a unit: all of it, and by each question alone. */
export type Slice = {
  whole: Answers
  service: Answers
  conduct: Answers
  results: Answers
  money: Answers
}

/** By level, 0 being none: points, whether it is of the top two, whether one was given at all. */
export const points = Float64Array.of(NaN, 0, 25, 50, 75, 100)
export const topTwo = Float64Array.of(NaN, 0, 0, 0, 1, 1)
export const noLevel = Float64Array.of(1, 0, 0, 0, 0, 0)
/** By what was said of money or goods: nothing, no, yes. */
export const tookMoney = Float64Array.of(NaN, 0, 1)
/** By cell: whether the ballot gave a level in none of the questions. */
export const saysNothing = Float64Array.from({ length: CELLS }, (_, cell) =>
  Number(answered.service[cell] === 0 && answered.conduct[cell] === 0 && answered.results[cell] === 0),
)
/** By cell: the points that it gives a question. */
export const pointsByCell: Record<RatedQuestion, Values> = {
  service: Float64Array.from(answered.service, (level) => points[level]!),
  conduct: Float64Array.from(answered.conduct, (level) => points[level]!),
  results: Float64Array.from(answered.results, (level) => points[level]!),
}

export function sliceOf(weight: number, cells: Uint32Array): Slice {
  const [service, conduct, results, money] = [LEVELS, LEVELS, LEVELS, MONEY].map((kinds) => new Float64Array(kinds))
  const said = answered
  for (let cell = 0; cell < cells.length; cell++) {
    const times = cells[cell]!
    if (times === 0) continue
    service![said.service[cell]!]! += times
    conduct![said.conduct[cell]!]! += times
    results![said.results[cell]!]! += times
    money![said.money[cell]!]! += times
  }
  const alone = (times: Float64Array | undefined): Answers => ({ weight, times: times! })
  return {
    whole: alone(Float64Array.from(cells)),
    service: alone(service),
    conduct: alone(conduct),
    results: alone(results),
    money: alone(money),
  }
}
