import type { items } from '../items'
import { piecesOf, pool } from './pool'
import type { Progress } from './read-in'

type Stored = { id: string; version: number }
type Shelf<Item extends Stored> = ReturnType<typeof items<Item>>

/** An item that differs from what is stored. */
type Change<Item> = { stored?: Item; next: Item }

/** How the rows of one sheet become items. */
export type Kind<Row, Item extends Stored> = {
  title: string
  shelf: Shelf<Item>
  idOf: (row: Row) => Item['id']
  /** The item as the row has it; `stored` itself where that says the same. */
  merge: (row: Row, stored: Item | undefined) => Item
  /** Writes what else follows from the rows; it comes first, so that an import that was cut short finds the item still to be done. */
  before?: (changes: readonly Change<Item>[]) => Promise<void>
  /** Sees each row beside what is stored and what is to be. */
  see?: (row: Row, stored: Item | undefined, next: Item) => void
}

/** What the rows of a sheet mean for what is stored. */
export type Tally = { rows: number; added: number; changed: number; same: number }

/** Items that are read in one request, and how many such requests and then writes run side by side. */
const READ_AT_ONCE = 100
const LANES = 4
const WRITES_A_LANE = 4

async function write<Row, Item extends Stored>({ row, stored, next }: Change<Item> & { row: Row }, { shelf, merge }: Kind<Row, Item>) {
  const written = stored ? await shelf.put({ ...next, version: stored.version + 1 }, stored.version) : await shelf.add(next)
  if (written) return
  // Somebody else wrote the item since it was read: what they wrote is merged with the row again.
  const merged = await shelf.change(next.id, (item) => merge(row, item))
  if ('problem' in merged) throw new Error(`${next.id}: ${String(merged.problem)}`)
}

/** Compares every row with what is stored, and with `apply` writes what differs, and nothing else. */
export async function settle<Row, Item extends Stored>(
  rows: readonly Row[],
  kind: Kind<Row, Item>,
  { apply, progress }: { apply: boolean; progress: Progress },
): Promise<Tally> {
  const tally = { rows: rows.length, added: 0, changed: 0, same: 0 }
  let done = 0
  await pool(piecesOf(rows, READ_AT_ONCE), LANES, async (piece) => {
    const stored = await kind.shelf.many(piece.map(kind.idOf))
    const compared = piece.map((row, at) => ({ row, stored: stored[at], next: kind.merge(row, stored[at]) }))
    for (const { row, stored: before, next } of compared) kind.see?.(row, before, next)
    for (const { stored: before, next } of compared) tally[before ? (next === before ? 'same' : 'changed') : 'added'] += 1
    if (apply) {
      const changes = compared.filter(({ stored: before, next }) => next !== before)
      await kind.before?.(changes)
      await pool(changes, WRITES_A_LANE, (change) => write(change, kind))
    }
    done += piece.length
    progress(`${apply ? '写入' : '比对'}${kind.title}`, done, rows.length)
  })
  return tally
}
