import { surveyLimits } from '../../contract/survey'

/** Levels of a question as a sheet writes them, 0 (none given) to 5; and what it says of money: 0 nothing, 1 no, 2 yes. */
export const LEVELS = 6
export const MONEY = 3
/** The ways in which one unit can be answered. */
export const CELLS = LEVELS ** 3 * MONEY
const WATCHED = 4

/** Which cell an answer falls into. */
export const cellOf = (service: number, conduct: number, results: number, money: number) =>
  ((service * LEVELS + conduct) * LEVELS + results) * MONEY + money

const decoded = (divisor: number, base: number) => Uint8Array.from({ length: CELLS }, (_, cell) => Math.floor(cell / divisor) % base)
/** What stands in a cell, by its number. */
export const answered = {
  service: decoded(LEVELS * LEVELS * MONEY, LEVELS),
  conduct: decoded(LEVELS * MONEY, LEVELS),
  results: decoded(MONEY, LEVELS),
  money: decoded(1, MONEY),
} as const

/**
 * How often each answer was given, by stratum and place on its list of units: whole numbers, so that the order of the
 * ballots cannot matter. Every figure that is published follows from it and from the rolls.
 */
export type Tally = {
  cells: Uint32Array
  /** By stratum: silent, nobody, helped, watched. */
  watched: Uint32Array
  ballots: Uint32Array
}

export const newTally = (strata: number): Tally => ({
  cells: new Uint32Array(strata * surveyLimits.unitsMost * CELLS),
  watched: new Uint32Array(strata * WATCHED),
  ballots: new Uint32Array(strata),
})

const cellsFrom = (stratum: number, place: number) => (stratum * surveyLimits.unitsMost + place) * CELLS

/** The answers about the unit in this place of the stratum's list. */
export const cellsAt = ({ cells }: Tally, stratum: number, place: number) =>
  cells.subarray(cellsFrom(stratum, place), cellsFrom(stratum, place) + CELLS)

export const watchedAt = ({ watched }: Tally, stratum: number) => watched.subarray(stratum * WATCHED, (stratum + 1) * WATCHED)
