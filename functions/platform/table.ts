import { type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import type { Problem } from '../../contract/problem'

/** Where items are kept: the client and the table's name. Every store takes one. */
export type Table = { client: DynamoDBDocumentClient; name: string }

/** A DynamoDB client; `endpoint` names an embedded or local database, without it the region's own is used. */
export function connect(endpoint?: string): DynamoDBDocumentClient {
  const embedded = endpoint ? { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } } : {}
  const client = new DynamoDBClient({ ...embedded, maxAttempts: 4 })
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}

/**
 * What the list indexes project: an item's `line`, which holds what lists show and never the words of a ticket. One map,
 * because DynamoDB takes no more than 20 names an index and 100 a table (API reference, Projection).
 */
const listed = ['__edb_e__', '__edb_v__', 'id', 'line']

const lists = ['list1', 'list2', 'list3', 'list4', 'list5', 'list6'] as const
const keysOf = (index: string) => [`${index}pk`, `${index}sk`]
const schemaOf = (index: string) => [
  { AttributeName: `${index}pk`, KeyType: 'HASH' as const },
  { AttributeName: `${index}sk`, KeyType: 'RANGE' as const },
]

/**
 * The table `main` as CreateTable takes it; serverless.yml declares the same and a test compares them.
 * `owed` lists the items that owe a notice or a delivery, by next attempt; `list1` to `list6` serve the features' lists. ElectroDB
 * wants an index's attributes all present or all absent, so a sparse list has two of its own: which list, and where in it.
 */
export const mainTable = (name: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk', ...['owed', ...lists].flatMap(keysOf)].map((key) => ({ AttributeName: key, AttributeType: 'S' })),
  KeySchema: schemaOf(''),
  GlobalSecondaryIndexes: [
    { IndexName: 'owed', KeySchema: schemaOf('owed'), Projection: { ProjectionType: 'KEYS_ONLY' } },
    ...lists.map((index) => ({
      IndexName: index,
      KeySchema: schemaOf(index),
      Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: listed },
    })),
  ],
})

/** Over how many partitions the `owed` index is spread. */
export const OWED_SHARDS = 8

/** The shard of the `owed` index in which the item with this hex id is listed. */
export const shardOf = (id: string) => String(parseInt(id.slice(-2), 16) % OWED_SHARDS)

/**
 * The `owed` index as each entity with an outbox declares it, with attributes `owedShard` (`shardOf(id)`) and `owedAt`:
 * both present exactly while something is owed. The sort key is the bare instant, so that all kinds of items stand in
 * one order.
 */
export const owedIndex = {
  index: 'owed',
  pk: { field: 'owedpk', composite: ['owedShard'], template: 'owed#${owedShard}', casing: 'none' },
  sk: { field: 'owedsk', composite: ['owedAt'], template: '${owedAt}', casing: 'none' },
} as const

/** Whether a write failed only because its condition did not hold; ElectroDB, which not every function has in its bundle, wraps what DynamoDB said. */
function conditionFailed(error: unknown): boolean {
  const said = error instanceof Error && error.name === 'ElectroError' ? error.cause : error
  return said instanceof Error && said.name === 'ConditionalCheckFailedException'
}

/** Runs a conditional write. False if its condition did not hold; every other failure is thrown. */
export async function landed(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (conditionFailed(error)) return false
    throw error
  }
}

type Versioned = { version: number }
type Access<Item> = {
  /** The item, read strongly. */
  read: () => Promise<Item | undefined>
  /** Stores `next` if the stored version is still `from`; false if it is not. */
  write: (next: Item, from: number) => Promise<boolean>
}

const MOST_ROUNDS = 5

/**
 * The item after `rule`, stored; or the rule's refusal, `notFound`, or `changedMeanwhile` where five rounds were not
 * enough. Where another write came between, the rule is applied again to what that write left. A rule that gives back
 * the item it got changes nothing and costs no write.
 */
export async function change<Item extends Versioned, Refusal extends Problem>(
  { read, write }: Access<Item>,
  rule: (item: Item) => Item | Refusal,
): Promise<Item | Refusal | Problem<'notFound' | 'changedMeanwhile'>> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const item = await read()
    if (!item) return { problem: 'notFound' }
    const next = rule(item)
    if ('problem' in next || next === item) return next
    const stored = { ...next, version: item.version + 1 }
    if (await write(stored, item.version)) return stored
  }
  return { problem: 'changedMeanwhile' }
}
