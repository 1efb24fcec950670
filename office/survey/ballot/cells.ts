import * as z from 'zod/mini'

import { moneyCodes, type Sheet, watchedCodes } from '../../../ballot/sheet'
import { ratedQuestions } from '../../../contract/survey'
import { faces } from '../../../contract/ticket'
import { questionNames } from '../words'

/**
 * A sheet while it is being filled in: a digit a cell, unit by unit, and the last question at the end. A cell that nobody has come to is
 * null; what is left open is 0.
 */
export const Cells = z.array(z.nullable(z.number()))
export type Cells = z.infer<typeof Cells>

/** What a unit is asked, in the order of its cells: three questions on five levels, then money. */
export const columnNames = [...ratedQuestions.map((question) => questionNames[question]), '钱物'] as const
export const COLUMNS = columnNames.length
const MONEY = COLUMNS - 1

const levelWords = ['不了解', ...faces] as const
const moneyWords = ['没说', '没有', '有'] as const
const watchedWords = ['没说', '没有人', '有人帮填', '有人在旁边看'] as const

export const emptyCells = (units: number): Cells => Array.from({ length: units * COLUMNS + 1 }, () => null)

const wordsOf = (cell: number, cells: number): readonly string[] =>
  cell === cells - 1 ? watchedWords : cell % COLUMNS === MONEY ? moneyWords : levelWords

/** The highest digit that a cell of so many takes. */
export const mostOf = (cell: number, cells: number) =>
  cell === cells - 1 ? watchedCodes.watched : cell % COLUMNS === MONEY ? moneyCodes.yes : faces.length

/** What a digit in a cell of so many means. */
export const meaningOf = (cell: number, cells: number, digit: number) => wordsOf(cell, cells)[digit] ?? ''

/** The first cell that nothing stands in yet; -1 where the sheet is whole. */
export const openCell = (cells: Cells) => cells.indexOf(null)

/** What a whole sheet says, as it is sealed. */
export function sheetOf(cells: readonly number[]): Sheet {
  const units = Array.from({ length: (cells.length - 1) / COLUMNS }, (_, unit) => {
    const [service = 0, conduct = 0, results = 0, money = 0] = cells.slice(unit * COLUMNS, (unit + 1) * COLUMNS)
    return { unit, service, conduct, results, money }
  })
  return { watched: cells[cells.length - 1] ?? 0, units }
}
