import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import { Instant } from '../../contract/route'
import { landed, OWED_SHARDS, shardOf, type Table } from './table'

/** The key of an item as the table has it, whatever kind of item it is. */
export const ItemKey = z.object({ pk: z.string(), sk: z.string() })
export type ItemKey = z.infer<typeof ItemKey>

/** An item as it is stored; whoever uses it parses it. */
export type RawItem = ItemKey & Readonly<Record<string, unknown>>

type Listed = { owing?: true; owedShard: string; owedAt: Instant; owedTries: 0 }

/**
 * The attributes by which an item stands in the index `owed`: at once while it owes notices, else at its next deadline,
 * else not at all. `owing` is what the stream's filter lets through: a deadline to come wakes nobody now.
 */
export function listing(
  { id, outbox, wakeAt }: { id: string; outbox: readonly unknown[]; wakeAt?: Instant },
  now: Instant,
): Listed | undefined {
  if (outbox.length > 0) return { owing: true, owedShard: shardOf(id), owedAt: now, owedTries: 0 }
  return wakeAt && { owedShard: shardOf(id), owedAt: wakeAt, owedTries: 0 }
}

const Waking = z.object({ wakeAt: z.optional(Instant) })

/** The next instant at which a deadline of this item falls due. */
export const wakeAtOf = (item: RawItem): Instant | undefined => Waking.parse(item).wakeAt

/** Keys listed in one look at a shard. */
const A_LOOK = 100

const offTheList = 'owedAt, owedTries, owedShard, owedpk, owedsk'

/** The end of an update by which `item` is listed at this instant, or no longer where there is none; `also` is removed as well. */
export function relisted(item: RawItem, at: Instant | undefined, also: string): { expression: string; values: Record<string, unknown> } {
  if (!at) return { expression: `REMOVE ${offTheList}${also}`, values: {} }
  const shard = typeof item['owedShard'] === 'string' ? item['owedShard'] : shardOf(String(item['id']))
  return {
    expression: `, owedAt = :at, owedsk = :at, owedTries = :zero, owedShard = :shard, owedpk = :list${also && ` REMOVE ${also.slice(2)}`}`,
    values: { ':at': at, ':zero': 0, ':shard': shard, ':list': `owed#${shard}` },
  }
}

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

    /**
     * Empties the outbox that was read with `item` and lists the item at its next deadline, or no longer; false if it has
     * changed since.
     */
    clear: (item: RawItem, version: number) => {
      const { expression, values } = relisted(item, wakeAtOf(item), ', owing, setAside')
      return update(item, `SET outbox = :none, version = :next ${expression}`, 'version = :version', {
        ...{ ':none': [], ':version': version, ':next': version + 1 },
        ...values,
      })
    },

    /** Lists the item again at `until`; false if it is no longer listed at `listedAt`. */
    pushBack: (key: ItemKey, listedAt: string, until: Instant, tries: number) =>
      update(key, 'SET owedAt = :until, owedsk = :until, owedTries = :tries', 'owedsk = :listedAt', {
        ':until': until,
        ':tries': tries,
        ':listedAt': listedAt,
      }),

    /**
     * Takes the item off the list with its debts unpaid, marked `setAside`; a deadline after `now` still lists it, and the
     * next change of the item lists it again.
     */
    setAside: (item: RawItem, listedAt: string, now: Instant) => {
      const wakeAt = wakeAtOf(item)
      const { expression, values } = relisted(item, wakeAt && wakeAt > now ? wakeAt : undefined, '')
      return update(item, `SET setAside = :yes ${expression}`, 'owedsk = :listedAt', { ':yes': true, ':listedAt': listedAt, ...values })
    },

    /** The items that owe something by `now`, the longest waiting of each shard first; `more` if a look was full. */
    due: async (now: Instant): Promise<{ keys: ItemKey[]; more: boolean }> => {
      const shards = await Promise.all(Array.from({ length: OWED_SHARDS }, (_, shard) => dueIn(shard, now)))
      return { keys: shards.flat(), more: shards.some((keys) => keys.length === A_LOOK) }
    },
  }
}
export type Outbox = ReturnType<typeof outbox>
