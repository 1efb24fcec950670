import * as z from 'zod/mini'

import { RollId, StratumId } from '../../../contract/survey'
import { KeptBegun } from '../ballot/begun'
import { Cells, COLUMNS, emptyCells, openCell } from '../ballot/cells'

const Household = z.object({ rollId: RollId, stratumId: StratumId, headName: z.string(), village: z.string(), group: z.string() })
export type Household = z.infer<typeof Household>

/**
 * A call from its first sentence to its ballot. Each stage knows only what it needs: once the answers are sealed they stand nowhere any
 * more.
 */
export const Call = z.discriminatedUnion('stage', [
  /** It is being said that the interviewer hears the answers. */
  z.object({ stage: z.literal('say') }),
  z.object({ stage: z.literal('find') }),
  /** `at`: the unit that is asked about; beyond the last one, the question about helpers. */
  z.object({ stage: z.literal('ask'), household: Household, cells: Cells, at: z.number() }),
  z.object({ stage: z.literal('readBack'), household: Household, cells: z.array(z.number()) }),
  /** Sealed, and on its way: the draw is kept before it is asked for, and the ballot before it is cast. */
  z.object({ stage: z.literal('send'), household: Household, begun: KeptBegun, sealed: z.string() }),
])
export type Call = z.infer<typeof Call>
export type Asking = Extract<Call, { stage: 'ask' }>

export const freshCall = (): Call => ({ stage: 'say' })

/** The questions begin, with nothing chosen. */
export const asked = (household: Household, units: number): Asking => ({ stage: 'ask', household, cells: emptyCells(units), at: 0 })

const unitsOf = ({ cells }: Asking) => (cells.length - 1) / COLUMNS
const isLast = (call: Asking) => call.at === unitsOf(call)

/** The cells of what is being asked now: a unit's, or the last question's. */
export const cellsAt = (call: Asking): number[] =>
  isLast(call) ? [call.cells.length - 1] : Array.from({ length: COLUMNS }, (_, column) => call.at * COLUMNS + column)

/** The call with an answer. */
export const answered = (call: Asking, cell: number, digit: number): Asking => ({
  ...call,
  cells: call.cells.map((each, at) => (at === cell ? digit : each)),
})

/** Whether all that is being asked now has an answer. */
export const mayGoOn = (call: Asking) => cellsAt(call).every((cell) => call.cells[cell] !== null)

/** The next unit, or what is read back once every question has been asked. */
export function goneOn(call: Asking): Call {
  if (!mayGoOn(call)) return call
  if (!isLast(call)) return { ...call, at: call.at + 1 }
  const open = openCell(call.cells)
  return open < 0
    ? { stage: 'readBack', household: call.household, cells: call.cells.map(Number) }
    : { ...call, at: Math.floor(open / COLUMNS) }
}

/** The villager knows nothing of this unit. */
export const skipped = (call: Asking): Call => goneOn(cellsAt(call).reduce((so, cell) => answered(so, cell, 0), call))

export const goneBack = (call: Asking): Asking => ({ ...call, at: Math.max(0, call.at - 1) })

/** Back from what is read back to one of the units. */
export const mended = ({ household, cells }: Extract<Call, { stage: 'readBack' }>, at: number): Asking => ({
  ...{ stage: 'ask', household, cells, at },
})
