/** @jest-environment node */
import fc from 'fast-check'

import { readSheet, writeSheet } from '../../../../ballot/sheet'
import { emptyCells, mostOf, openCell } from '../../ballot/cells'
import { added, agreed, type Batch, compared, freshBatch, without } from './batch'

const UNITS = 3
const cells = fc.tuple(...emptyCells(UNITS).map((_, cell) => fc.nat({ max: mostOf(cell, UNITS * 4 + 1) })))
const stack = fc.array(cells, { minLength: 1, maxLength: 6 }).map((all) => all.map((own, nth) => ({ code: `CODE${nth}`, cells: own })))
const batch = (more: Partial<Batch>): Batch => ({ ...freshBatch(), stage: 'compare', ...more })

it('takes what two persons typed alike, whatever order their stacks had, and seals just that', () => {
  fc.assert(
    fc.property(stack, (first) => {
      const both = agreed(batch({ first, second: [...first].reverse() }))
      expect(both?.map(({ code }) => code)).toEqual(first.map(({ code }) => code))
      for (const [nth, { sheet }] of (both ?? []).entries()) {
        const read = readSheet(writeSheet(sheet), UNITS)
        if ('spoilt' in read) throw new Error(read.spoilt)
        const typed = first[nth]!.cells
        expect(read.watched).toBe(typed[UNITS * 4])
        for (let unit = 0; unit < UNITS; unit++) {
          const said = read.units.find((each) => each.unit === unit)
          expect([said?.service ?? 0, said?.conduct ?? 0, said?.results ?? 0, said?.money ?? 0]).toEqual(
            typed.slice(unit * 4, unit * 4 + 4),
          )
        }
      }
    }),
  )
})

it('shows every cell that differs, and takes what the paper is said to have there', () => {
  fc.assert(
    fc.property(stack, stack, (first, other) => {
      const second = first.map(({ code, cells: own }, nth) => ({ code, cells: other[nth]?.cells ?? own }))
      const { differences } = compared({ first, second })
      const count = first.reduce(
        (sum, { cells: own }, nth) => sum + own.filter((value, cell) => value !== second[nth]!.cells[cell]).length,
        0,
      )
      expect(differences).toHaveLength(count)
      if (count > 0) expect(agreed(batch({ first, second }))).toBeUndefined()
      const settled = Object.fromEntries(differences.map(({ key, second: theirs }) => [key, theirs]))
      expect(agreed(batch({ first, second, settled }))).toEqual(agreed(batch({ first: second, second })))
    }),
  )
})

it('waits where one of them has not typed a sheet, until it is typed or laid aside', () => {
  const sheet = { code: 'A', cells: [1, 1, 1, 1, 0] }
  const other = { code: 'B', cells: [2, 2, 2, 2, 0] }
  const half = batch({ first: [sheet, other], second: [sheet] })
  expect(compared(half)).toEqual({ differences: [], onlyFirst: ['B'], onlySecond: [] })
  expect(agreed(half)).toBeUndefined()
  expect(agreed(without(half, 'B'))).toHaveLength(1)
})

it('puts a sheet to its pass once every cell is typed', () => {
  const typing = { code: 'A', cells: [1, 2, 3, 1, null] }
  const open = { ...freshBatch(), typing }
  expect([openCell(typing.cells), added(open)]).toEqual([4, open])
  expect(added({ ...open, typing: { code: 'A', cells: [1, 2, 3, 1, 0] } })).toMatchObject({
    typing: undefined,
    first: [{ code: 'A', cells: [1, 2, 3, 1, 0] }],
  })
})
