import { isDeepStrictEqual } from 'node:util'

import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import type { Table } from '../../functions/platform/table'

const Entry = z.object({ pk: z.string(), sk: z.string(), owedsk: z.string() })

/** Everything that is listed as owing something, now or at some time, the soonest first. */
export async function listed({ client, name }: Table): Promise<z.infer<typeof Entry>[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, IndexName: 'owed' }))
  return Items.map((item) => Entry.parse(item)).sort((a, b) => (a.owedsk < b.owedsk ? -1 : 1))
}

type Item = Record<string, unknown>

async function everything({ client, name }: Table): Promise<Map<string, Item>> {
  const all = new Map<string, Item>()
  let after: Item | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName: name, ExclusiveStartKey: after }))
    for (const item of Items) all.set(`${String(item['pk'])} ${String(item['sk'])}`, item)
    after = LastEvaluatedKey
  } while (after)
  return all
}

/** Numbers go on: by them a run's messages are known. */
const goesOn = (item: Item) => item['__edb_e__'] === 'number'

/** Remembers the table as it is; what is given back puts it into that state again, so that each run begins alike. */
export async function remembered(table: Table): Promise<() => Promise<void>> {
  const { client, name: TableName } = table
  const before = await everything(table)
  return async () => {
    for (const [key, item] of await everything(table)) {
      const former = before.get(key)
      if (goesOn(item)) continue
      if (!former) await client.send(new DeleteCommand({ TableName, Key: { pk: item['pk'], sk: item['sk'] } }))
      else if (!isDeepStrictEqual(former, item)) await client.send(new PutCommand({ TableName, Item: former }))
    }
  }
}
