import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import type { Instant } from '../../contract/route'
import { landed, OWED_SHARDS, type Table } from './table'

/** The key of an item as the table has it, whatever kind of item it is. */
export const ItemKey = z.object({ pk: z.string(), sk: z.string() })
export type ItemKey = z.infer<typeof ItemKey>

/** An item as it is stored; whoever uses it parses it. */
export type RawItem = ItemKey & Readonly<Record<string, unknown>>

/** Keys listed in one look at a shard. */
const A_LOOK = 100

/**
 * The items of `table` that owe something, by their raw keys: all that `dispatch` needs to know of an item it did not
 * make. `owedsk` stands in an item exactly while it is listed as owing, so it is what the conditions compare.
 */
export function outbox({ client, name }: Table) {
  const update = ({ pk, sk }: ItemKey, UpdateExpression: string, ConditionExpression: string, values: Record<string, unknown>) =>
    landed(
      client.send(
        new UpdateCommand({
          TableName: name,
          Key: { pk, sk },
          UpdateExpression,
          ConditionExpression,
          ExpressionAttributeValues: values,
        }),
      ),
    )

  async function dueIn(shard: number, now: Instant): Promise<ItemKey[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: 'owed',
        KeyConditionExpression: 'owedpk = :shard AND owedsk <= :now',
        ExpressionAttributeValues: { ':shard': `owed#${shard}`, ':now': now },
        Limit: A_LOOK,
      }),
    )
    return Items.map((item) => ItemKey.parse(item))
  }

  return {
    /** The item, read strongly. */
    read: async ({ pk, sk }: ItemKey): Promise<RawItem | undefined> => {
      const { Item } = await client.send(new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: true }))
      return Item && { ...Item, pk, sk }
    },

    /** Empties the outbox that was read at `version` and takes the item off the list; false if the item has changed since. */
    clear: (key: ItemKey, version: number) =>
      update(
        key,
        'SET outbox = :none, version = :next REMOVE owedAt, owedTries, owedShard, owedpk, owedsk, setAside',
        'version = :version',
        { ':none': [], ':version': version, ':next': version + 1 },
      ),

    /** Lists the item again at `until`; false if it is no longer listed at `listedAt`. */
    pushBack: (key: ItemKey, listedAt: string, until: Instant, tries: number) =>
      update(key, 'SET owedAt = :until, owedsk = :until, owedTries = :tries', 'owedsk = :listedAt', {
        ':until': until,
        ':tries': tries,
        ':listedAt': listedAt,
      }),

    /** Takes the item off the list with its debts unpaid, marked `setAside`; the next change of the item lists it again. */
    setAside: (key: ItemKey, listedAt: string) =>
      update(key, 'SET setAside = :yes REMOVE owedAt, owedTries, owedShard, owedpk, owedsk', 'owedsk = :listedAt', {
        ':yes': true,
        ':listedAt': listedAt,
      }),

    /** The items that owe something by `now`, the longest waiting of each shard first; `more` if a look was full. */
    due: async (now: Instant): Promise<{ keys: ItemKey[]; more: boolean }> => {
      const shards = await Promise.all(Array.from({ length: OWED_SHARDS }, (_, shard) => dueIn(shard, now)))
      return { keys: shards.flat(), more: shards.some((keys) => keys.length === A_LOOK) }
    },
  }
}
export type Outbox = ReturnType<typeof outbox>
