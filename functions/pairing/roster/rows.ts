import { type Cell, cellText, isBlank } from './cell'
import type { Column } from './columns'
import type { Faults } from './faults'
import type { Sheet } from './sheets'
import type { Source } from './source'

type Place = { file: string; row: number }
type Value = { value: unknown } | { says: string }
/** Where each column stands in this file, and what has been read in it. */
type Layout = { name: string; column: Column; at: number; known: Map<string, Value> }[]

/** So many different texts of a column are remembered: villages and categories repeat, and are then one string in memory. */
const KNOWN_MOST = 20_000

/** A title or two may stand above the headings. */
const HEADINGS_WITHIN = 10
/** What the template writes in front of its explained example. */
const NOT_DATA = /^(示例|说明)/

/** A heading as it is compared: without blanks, stars and what stands in brackets. */
const bare = (heading: Cell) =>
  String(heading ?? '')
    .normalize('NFKC')
    .replace(/\(.*?\)|[\s*:]/g, '')

const namesOf = ({ heading, aliases = [] }: Column) => [heading, ...aliases].map(bare)
const entriesOf = (sheet: Sheet) => Object.entries(sheet.columns)

const looksLikeHeadings = (cells: Cell[], sheet: Sheet) => {
  const headings = new Set(cells.map(bare))
  return entriesOf(sheet).filter(([, column]) => namesOf(column).some((name) => headings.has(name))).length >= 2
}

/** Where the columns stand; says which are missing or stand twice. Undefined if a needed one is missing. */
function layoutOf(cells: Cell[], sheet: Sheet, place: Place, faults: Faults, ignored: Set<string>): Layout | undefined {
  const headings = cells.map(bare)
  const layout: Layout = []
  let whole = true
  for (const [name, column] of entriesOf(sheet)) {
    // The heading itself goes before another name for it.
    const hit = namesOf(column).find((alias) => headings.includes(alias))
    const at = hit === undefined ? -1 : headings.indexOf(hit)
    if (at >= 0) layout.push({ name, column, at, known: new Map() })
    else if (!column.spare) {
      whole = false
      faults.add({ ...place, column: column.heading }, '缺少这一列')
    }
    if (hit !== undefined && headings.indexOf(hit, at + 1) >= 0) {
      whole = false
      faults.add({ ...place, column: column.heading }, '这一列有两个')
    }
  }
  const used = new Set(layout.map(({ at }) => at))
  headings.forEach((heading, at) => heading && !used.has(at) && ignored.add(`${place.file}「${String(cells[at]).trim()}」`))
  return whole ? layout : undefined
}

function valueOf(text: string, column: Column, known: Map<string, Value>): Value {
  const before = known.get(text)
  if (before) return before
  const read = column.read.safeParse(text)
  const value = read.success ? { value: read.data } : { says: read.error.issues[0]?.message ?? '填得不对' }
  if (known.size < KNOWN_MOST) known.set(text, value)
  return value
}

/** What a line of a sheet turned out to be: a good row; a faulty one, by its code; or there are no rows to be had. */
type Line = { row: Record<string, unknown> } | { faulty: unknown } | { broken: true }

function parsed(cells: Cell[], layout: Layout, place: Place, faults: Faults): Line {
  const row: Record<string, unknown> = { ...place }
  let good = true
  const refuse = (column: Column, says: string) => {
    good = false
    faults.add({ ...place, column: column.heading }, says)
  }
  for (const { name, column, at, known } of layout) {
    const cell = cellText(cells[at], column.date)
    const read = 'says' in cell ? cell : valueOf(cell.text, column, known)
    if ('says' in read) refuse(column, read.says)
    else row[name] = read.value
  }
  return good ? { row } : { faulty: row['code'] }
}

/** The lines of a source, read by its sheet's columns; what is wrong is said. */
export async function* rowsOf({ file, rows }: Source, sheet: Sheet, faults: Faults, ignored: Set<string>): AsyncGenerator<Line> {
  let layout: Layout | undefined
  let row = 0
  for await (const cells of rows) {
    row += 1
    if (layout) {
      const first = cells.find((cell) => !isBlank(cell))
      const skipped = first === undefined || NOT_DATA.test(String(first)) || layout.every(({ at }) => isBlank(cells[at]))
      if (!skipped) yield parsed(cells, layout, { file, row }, faults)
    } else if (looksLikeHeadings(cells, sheet)) {
      layout = layoutOf(cells, sheet, { file, row }, faults, ignored)
      if (!layout) return yield { broken: true }
    } else if (row >= HEADINGS_WITHIN) break
  }
  if (layout) return
  const headings = entriesOf(sheet).map(([, { heading }]) => heading)
  faults.add({ file }, row === 0 ? '是空表' : `没有找到表头,应有这些列:${headings.join('、')}`)
  yield { broken: true }
}
