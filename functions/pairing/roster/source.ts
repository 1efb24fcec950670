import type { Cell } from './cell'
import { readCsv } from './csv'
import type { Faults } from './faults'
import { type Found, sheetOf } from './files'
import { type SheetName, sheetNames, sheets } from './sheets'
import { readWorkbook } from './xlsx'

/** The rows of one sheet, from its first line on, blank lines included. */
export type Source = { file: string; sheet: SheetName; rows: AsyncIterable<Cell[]> | Iterable<Cell[]> }

const stemOf = (name: string) => name.replace(/\.[^.]*$/, '')

async function ofWorkbook(found: Found, faults: Faults): Promise<Source[]> {
  const tabs = await readWorkbook(found.path)
  if ('says' in tabs) {
    faults.add({ file: found.name }, tabs.says)
    return []
  }
  // A file named after a sheet is that sheet, whatever its first tab is called; else each tab is what its own name says.
  const byFile = sheetOf(stemOf(found.name))
  if (byFile) return tabs.slice(0, 1).map(({ rows }) => ({ file: found.name, sheet: byFile, rows }))
  return tabs.flatMap(({ title, rows }) => {
    const sheet = sheetOf(title)
    return sheet ? [{ file: `${found.name}[${title}]`, sheet, rows }] : []
  })
}

async function ofCsv(found: Found, faults: Faults): Promise<Source[]> {
  const sheet = sheetOf(stemOf(found.name))
  if (!sheet) return []
  const read = await readCsv(found.path, (says) => faults.add({ file: found.name }, says))
  if ('rows' in read) return [{ file: found.name, sheet, rows: read.rows }]
  faults.add({ file: found.name }, read.says)
  return []
}

/** The sheets in one file; says if it cannot be read. */
export const sourcesOf = (found: Found, faults: Faults) => (found.format === 'csv' ? ofCsv(found, faults) : ofWorkbook(found, faults))

/** Says which of the five sheets are in none of the files. */
export function sayMissing(present: ReadonlySet<SheetName>, folder: string, faults: Faults) {
  for (const name of sheetNames) if (!present.has(name)) faults.add({ file: folder }, `没有找到“${sheets[name].names[0]}”表(.xlsx 或 .csv)`)
}
