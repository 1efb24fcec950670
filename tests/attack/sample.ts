import { BatchWriteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { scratchDatabase } from '../../functions/local/database'
import type { Table } from '../../functions/platform/table'
import { atOnce } from '../../functions/survey/at-once'
import { enrol } from './enrol'
import type { Keys } from './keys'
import type { Plan } from './plan'

type Item = Record<string, unknown>

/** DynamoDB takes so many items in one request. */
const A_BATCH = 25
const AT_ONCE = 4

async function enrolled(plan: Plan, keys: Keys, tagKey: string): Promise<Item[]> {
  const database = await scratchDatabase()
  const { client, name: TableName } = database.table
  try {
    await enrol(plan, keys, database.table, tagKey)
    const items: Item[] = []
    for (let ExclusiveStartKey: Item | undefined; ;) {
      const page = await client.send(new ScanCommand({ TableName, ExclusiveStartKey, ConsistentRead: true }))
      items.push(...(page.Items ?? []))
      ExclusiveStartKey = page.LastEvaluatedKey
      if (!ExclusiveStartKey) return items
    }
  } finally {
    await database.close()
  }
}

const known = new Map<string, Promise<Item[]>>()

/** Enrols the sample of an election, and of the same one with answers exchanged: who is in it does not depend on answers, and is found out once. */
export async function fill(plan: Plan, keys: Keys, { client, name }: Table, tagKey: string): Promise<void> {
  const who = `${plan.campaignId} ${plan.voters.length} ${plan.strata.length}`
  const items = known.get(who) ?? enrolled(plan, keys, tagKey)
  known.set(who, items)
  const all = await items
  const batches = Array.from({ length: Math.ceil(all.length / A_BATCH) }, (_, nth) => all.slice(nth * A_BATCH, (nth + 1) * A_BATCH))
  await atOnce(batches, AT_ONCE, async (batch) => {
    const requests = batch.map((item) => ({ PutRequest: { Item: item } }))
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [name]: requests } }))
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('the sample was not taken in whole')
  })
}
