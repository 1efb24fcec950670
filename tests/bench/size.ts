import { mainTable } from '../../functions/platform/table'

/** An item as the document client has it. */
export type Item = Readonly<Record<string, unknown>>

const bytes = (text: string) => Buffer.byteLength(text, 'utf8')
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
const CONTAINER = 3

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return bytes(value)
  if (typeof value === 'number') return 1 + Math.ceil(String(Math.abs(value)).replace('.', '').length / 2)
  if (value instanceof Uint8Array) return value.length
  if (Array.isArray(value)) return CONTAINER + sum(value.map((one) => 1 + valueBytes(one)))
  if (typeof value === 'object' && value !== null)
    return CONTAINER + sum(Object.entries(value).map(([name, one]) => 1 + bytes(name) + valueBytes(one)))
  return 1
}

/**
 * An item's size by DynamoDB's rules (developer guide, "DynamoDB item sizes and formats"): UTF-8, names included. The
 * embedded database counts UTF-16 units, which makes Chinese three times too cheap.
 */
export const itemBytes = (item: Item): number => sum(Object.entries(item).map(([name, value]) => bytes(name) + valueBytes(value)))

/** Capacity units of writing this much: 1 for each KB begun. */
export const writeUnits = (size: number) => Math.max(1, Math.ceil(size / 1024))
/** Capacity units of reading this much in one request: 1 for each 4 KB begun, half of it where the read is not strong. */
export const readUnits = (size: number, strong: boolean) => Math.max(1, Math.ceil(size / 4096)) * (strong ? 1 : 0.5)

const indexes = mainTable('').GlobalSecondaryIndexes ?? []

/** What this item's entry in an index holds; undefined if it is not listed there. */
function entryOf(item: Item | undefined, { KeySchema = [], Projection }: (typeof indexes)[number]): Item | undefined {
  const keys = KeySchema.flatMap(({ AttributeName }) => AttributeName ?? [])
  if (!item || keys.some((key) => item[key] === undefined)) return undefined
  const names = ['pk', 'sk', ...keys, ...(Projection?.NonKeyAttributes ?? [])]
  return Object.fromEntries(names.filter((name) => item[name] !== undefined).map((name) => [name, item[name]]))
}

/**
 * Capacity units that a write costs in the indexes beside the table's own: a new entry or a removed one 1, a moved one 2,
 * a changed projection 1, an entry that stays as it is nothing; each for a KB begun.
 */
export function indexUnits(before: Item | undefined, after: Item | undefined): number {
  return sum(
    indexes.map((index) => {
      const [old, now] = [entryOf(before, index), entryOf(after, index)]
      if (!old || !now) return old || now ? writeUnits(itemBytes((old ?? now)!)) : 0
      const moved = (index.KeySchema ?? []).some(({ AttributeName: key }) => key && old[key] !== now[key])
      if (moved) return writeUnits(itemBytes(old)) + writeUnits(itemBytes(now))
      return JSON.stringify(old) === JSON.stringify(now) ? 0 : Math.max(writeUnits(itemBytes(old)), writeUnits(itemBytes(now)))
    }),
  )
}
