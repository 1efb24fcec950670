import { isDeepStrictEqual } from 'node:util'

import { DeleteCommand, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import { Instant } from '../../contract/route'
import type { Table } from '../../functions/platform/table'

/** An item as it is stored; what is looked at of any kind of them. */
const Stored = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  __edb_e__: z._default(z.string(), ''),
  id: z.optional(z.string()),
  outbox: z._default(z.array(z.unknown()), []),
  owedsk: z.optional(z.string()),
  setAside: z.optional(z.boolean()),
})
export type Stored = z.infer<typeof Stored>
type All = ReadonlyMap<string, Stored>

async function everything({ client, name }: Table): Promise<All> {
  const all = new Map<string, Stored>()
  let after: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName: name, ExclusiveStartKey: after }))
    for (const item of Items) all.set(`${String(item['pk'])} ${String(item['sk'])}`, Stored.parse(item))
    after = LastEvaluatedKey
  } while (after)
  return all
}

const Head = z.looseObject({ wakeAt: z.optional(Instant) })

/** A ticket's head, where there is one. */
export async function headOf({ client, name }: Table, id: string): Promise<z.infer<typeof Head> | undefined> {
  const Key = { pk: `$jnj#id_${id}`, sk: '$ticket_1' }
  const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }))
  return Item && Head.parse(Item)
}

const Entry = z.object({ pk: z.string(), sk: z.string(), owedsk: Instant })

/** Everything that is listed as owing something, now or at some time, the soonest first. */
export async function listed({ client, name }: Table): Promise<z.infer<typeof Entry>[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, IndexName: 'owed' }))
  return Items.map((item) => Entry.parse(item)).sort((a, b) => (a.owedsk < b.owedsk ? -1 : 1))
}

/** The name by which a sealed ballot goes here: its table knows no entities. */
const BALLOT = 'ballot'
const Ballot = z.looseObject({ h: z.string(), sealed: z.instanceof(Uint8Array) })

async function castIn({ client, name }: Table): Promise<Stored[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }))
  const ballots = Items.map((item) => Ballot.parse(item))
  return ballots.map(({ h, ...rest }) => ({ pk: h, sk: '', __edb_e__: BALLOT, outbox: [], ...rest }))
}

/** Numbers go on: by them a run's messages are known. */
const goesOn = (item: Stored) => item.__edb_e__ === 'number'

/** What a run has changed in the table: what is new or other than before, and the keys of what is gone. */
export type Changed = { items: readonly Stored[]; gone: readonly string[] }

/** Remembers the table as it is now, in which no ballot has been cast, to see what a run changes, and to put it back so that each run begins alike. */
export async function remembered(table: Table, box: Table) {
  const { client, name: TableName } = table
  const before = await everything(table)
  return {
    changed: async (): Promise<Changed> => {
      const now = await everything(table)
      return {
        items: [...[...now].flatMap(([key, item]) => (isDeepStrictEqual(before.get(key), item) ? [] : [item])), ...(await castIn(box))],
        gone: [...before.keys()].filter((key) => !now.has(key)),
      }
    },
    restore: async ({ items, gone }: Changed): Promise<void> => {
      for (const item of items) {
        if (goesOn(item)) continue
        if (item.__edb_e__ === BALLOT) {
          await box.client.send(new DeleteCommand({ TableName: box.name, Key: { h: item.pk } }))
          continue
        }
        const former = before.get(`${item.pk} ${item.sk}`)
        if (former) await client.send(new PutCommand({ TableName, Item: former }))
        else await client.send(new DeleteCommand({ TableName, Key: { pk: item.pk, sk: item.sk } }))
      }
      for (const key of gone) await client.send(new PutCommand({ TableName, Item: before.get(key) }))
    },
  }
}
export type Remembered = Awaited<ReturnType<typeof remembered>>
