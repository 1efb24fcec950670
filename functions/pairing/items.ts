import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { CustomAttributeType, Entity } from 'electrodb'
import * as z from 'zod/mini'

import type { Problem } from '../../contract/problem'
import { change, landed, type Table } from '../platform/table'
import { readTogether, type Ref } from './together'

type List = 'list1' | 'list2' | 'list3' | 'list4'
type Stored = { id: string; version: number }

type Model<Item extends Stored> = {
  entity: string
  schema: z.ZodMiniObject<z.core.$ZodShape> & z.ZodMiniType<Item>
  /** By which attributes the item stands in a list: which list, and where in it. All of them are present, or none. */
  lists: Partial<Record<List, readonly [string, ...string[]]>>
  /** The part of the item that its lists show. */
  line?: z.ZodMiniType
  /** Those of these attributes that the item itself does not have. */
  places?: (item: Item) => Readonly<Record<string, string>>
}

// An entity made at run time has lists whose names TypeScript cannot know.
type Keys = Readonly<Record<string, string>>
type Found = { go: (options: { limit?: number; pages?: 'all' }) => Promise<{ data: unknown[] }> }
type Query = (keys: Keys) => Found & { gt: (place: Keys) => Found }

const Listed = z.object({ line: z.unknown() })

const text = { type: 'string' } as const
const number = { type: 'number', required: true } as const
const any = { type: CustomAttributeType<unknown>('any') } as const
const keyed = (list: string, [first, ...rest]: readonly [string, ...string[]]) => ({
  ...(list && { index: list }),
  pk: { field: `${list}pk`, composite: [first] },
  sk: { field: `${list}sk`, composite: rest },
})

/** The ElectroDB entity that follows from an item's schema and its lists. */
function entityOf<Item extends Stored>({ entity, schema, lists }: Model<Item>, client: DynamoDBDocumentClient, table: string) {
  const inKeys = new Set(['id', ...Object.values(lists).flat()])
  const names = [...new Set([...Object.keys(schema.shape), ...inKeys, 'line'])]
  const attributes = Object.fromEntries(names.map((name) => [name, inKeys.has(name) ? text : any]))
  const indexes = Object.fromEntries([['byId', keyed('', ['id'])], ...Object.entries(lists).map(([list, by]) => [list, keyed(list, by)])])
  const model = { service: 'jnj', entity, version: '1' }
  return new Entity({ model, attributes: { ...attributes, version: number }, indexes }, { client, table })
}

/** Items of one kind: each read by its id, changed as a whole by one write on its version. */
export function items<Item extends Stored>(table: Table, model: Model<Item>) {
  const entity = entityOf(model, table.client, table.name)
  const queries = entity.query as unknown as Record<List, Query>
  const whole = (item: Item) => ({ ...item, ...model.places?.(item), line: model.line?.parse(item) })
  const lineOf = (row: unknown) => Listed.parse(row).line
  const ref = (id: Item['id']): Ref<Item> => ({
    key: { pk: `$jnj#id_${id}`, sk: `$${model.entity}_1` },
    parse: (raw) => model.schema.parse(raw),
  })
  const get = async (id: Item['id']): Promise<Item | undefined> => {
    const { Item: raw } = await table.client.send(new GetCommand({ TableName: table.name, Key: ref(id).key, ConsistentRead: true }))
    return raw && model.schema.parse(raw)
  }
  const put = (next: Item, from: number) =>
    landed(
      entity
        .put(whole(next))
        .where(({ version }, { eq }) => eq(version, from))
        .go(),
    )
  return {
    ref,
    /** The item, read strongly. */
    get,
    /** The items with these ids, in their order, read eventually consistent. */
    many: (ids: readonly Item['id'][]): Promise<(Item | undefined)[]> => readTogether(table, ids.map(ref)),
    /** Stores a new item; false if there is one already. */
    add: (item: Item) => landed(entity.create(whole(item)).go()),
    /** Stores `next` if the stored version is still `from`. */
    put,
    /** The item after `rule`, stored (platform/table.ts). */
    change: <Refusal extends Problem>(id: Item['id'], rule: (item: Item) => Item | Refusal) =>
      change<Item, Refusal>({ read: () => get(id), write: put }, rule),
    /** The lines of the first `limit` of a list that stand behind `after`; the caller parses them. */
    page: async (list: List, keys: Keys, after: Keys | undefined, limit: number): Promise<unknown[]> => {
      const query = queries[list](keys)
      return (await (after ? query.gt(after) : query).go({ limit })).data.map(lineOf)
    },
    /** The lines of a whole list. */
    all: async (list: List, keys: Keys): Promise<unknown[]> => (await queries[list](keys).go({ pages: 'all' })).data.map(lineOf),
  }
}
