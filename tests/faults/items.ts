import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import type { Table } from '../../functions/platform/table'

/** An item as it is stored; what is looked at of it. */
export const Stored = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  __edb_e__: z.string(),
  id: z.optional(z.string()),
  owedsk: z.optional(z.string()),
  wakeAt: z.optional(z.string()),
  setAside: z.optional(z.boolean()),
})
export type Stored = z.infer<typeof Stored>

async function under({ client, name }: Table, pk: string): Promise<Stored[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    }),
  )
  return Items.map((item) => Stored.parse(item))
}

/** Everything that is stored of this ticket: head, words, sender; and the notices about it. */
export const itemsOf = async (table: Table, id: string): Promise<Stored[]> =>
  (await Promise.all([under(table, `$jnj#id_${id}`), under(table, `$jnj#sourceid_${id}`)])).flat()

export const ofKind = (items: readonly Stored[], entity: string) => items.filter((item) => item.__edb_e__ === entity)
