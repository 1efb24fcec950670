import type { Faults } from './faults'
import { spreadsheets } from './files'
import { rowsOf } from './rows'
import { type Rows, type SheetName, sheetNames, sheets } from './sheets'
import { sayMissing, sourcesOf } from './source'

/** Called now and then with what is being done, how far it is and how far it goes; `total` is 0 where nobody knows. */
export type Progress = (step: string, done: number, total: number) => void

export type ReadIn = {
  rows: Rows
  /** The codes of rows in which something is wrong: they are there, so whoever names them is not wrong too. */
  faulty: Record<SheetName, Set<unknown>>
  /** The sheets that could not be read as a whole. */
  broken: ReadonlySet<SheetName>
  /** Columns that mean nothing here, and files that hold none of the sheets. */
  ignored: string[]
}

const SAY_EVERY = 1000

/** Everything readable in the folder, by sheet; what is not is in `faults`. */
export async function readIn(folder: string, faults: Faults, progress: Progress): Promise<ReadIn> {
  const rows: Rows = { units: [], villages: [], cadres: [], households: [], pairings: [] }
  const faulty = { units: new Set(), villages: new Set(), cadres: new Set(), households: new Set(), pairings: new Set() }
  const [present, broken, ignored] = [new Set<SheetName>(), new Set<SheetName>(), new Set<string>()]
  let count = 0
  for (const found of await spreadsheets(folder, faults)) {
    const sources = await sourcesOf(found, faults)
    if (sources.length === 0) ignored.add(found.name)
    for (const source of sources) {
      present.add(source.sheet)
      // Which sheet a row belongs to decides its shape, and its columns have just read it so.
      const into = rows[source.sheet] as unknown[]
      for await (const line of rowsOf(source, sheets[source.sheet], faults, ignored)) {
        if ('row' in line) into.push(line.row)
        else if ('faulty' in line) faulty[source.sheet].add(line.faulty)
        else broken.add(source.sheet)
        if (++count % SAY_EVERY === 0) progress('读表', count, 0)
      }
    }
  }
  sayMissing(present, folder, faults)
  for (const name of sheetNames) if (!present.has(name)) broken.add(name)
  progress('读表', count, count)
  return { rows, faulty, broken, ignored: [...ignored] }
}
