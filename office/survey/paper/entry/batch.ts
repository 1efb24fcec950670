import * as z from 'zod/mini'

import type { Sheet } from '../../../../ballot/sheet'
import { Cells, openCell, sheetOf } from '../../ballot/cells'
import { Partner } from '../partner'

const Typed = z.object({ code: z.string(), cells: z.array(z.number()) })
export type Typed = z.infer<typeof Typed>

/**
 * A stack of sheets that two persons type, each without seeing what the other one did. `settled` says what stands on the paper where they
 * differ: by code and cell.
 */
export const Batch = z.object({
  stage: z.enum(['first', 'second', 'compare']),
  first: z.array(Typed),
  second: z.array(Typed),
  /** Who types the second time. */
  partner: z.optional(Partner),
  typing: z.optional(z.object({ code: z.string(), cells: Cells })),
  settled: z.record(z.string(), z.number()),
})
export type Batch = z.infer<typeof Batch>

export const freshBatch = (): Batch => ({ stage: 'first', first: [], second: [], settled: {} })

/** The sheets of the pass that is under way. */
export const passOf = (batch: Batch): readonly Typed[] => (batch.stage === 'first' ? batch.first : batch.second)

/** The batch with the sheet that was being typed put to its pass. */
export function added(batch: Batch): Batch {
  const { typing, stage } = batch
  if (!typing || stage === 'compare' || openCell(typing.cells) >= 0) return batch
  const sheet = { code: typing.code, cells: typing.cells.map(Number) }
  return { ...batch, typing: undefined, [stage]: [...batch[stage], sheet] }
}

/** The batch without a sheet. */
export const without = (batch: Batch, code: string): Batch => ({
  ...batch,
  first: batch.first.filter((sheet) => sheet.code !== code),
  second: batch.second.filter((sheet) => sheet.code !== code),
})

type Difference = { key: string; code: string; cell: number; first: number; second: number }

/** What two persons have typed differently; sheets that one of them has not typed at all. */
export function compared({ first, second }: Pick<Batch, 'first' | 'second'>): {
  differences: Difference[]
  onlyFirst: string[]
  onlySecond: string[]
} {
  const theirs = new Map(second.map((sheet) => [sheet.code, sheet]))
  const ours = new Set(first.map(({ code }) => code))
  const differences = first.flatMap(({ code, cells }) => {
    const other = theirs.get(code)
    return cells.flatMap((value, cell) => {
      const theirValue = other?.cells[cell]
      return theirValue === undefined || theirValue === value
        ? []
        : [{ key: `${code}:${cell}`, code, cell, first: value, second: theirValue }]
    })
  })
  return {
    differences,
    onlyFirst: first.filter(({ code }) => !theirs.has(code)).map(({ code }) => code),
    onlySecond: second.filter(({ code }) => !ours.has(code)).map(({ code }) => code),
  }
}

/** The sheets on which both agree, by themselves or because a difference was settled; nothing while something is open. */
export function agreed(batch: Batch): { code: string; sheet: Sheet }[] | undefined {
  const { differences, onlyFirst, onlySecond } = compared(batch)
  const open = differences.some(({ key }) => batch.settled[key] === undefined)
  if (open || onlyFirst.length > 0 || onlySecond.length > 0) return undefined
  return batch.first.map(({ code, cells }) => ({
    code,
    sheet: sheetOf(cells.map((value, cell) => batch.settled[`${code}:${cell}`] ?? value)),
  }))
}
