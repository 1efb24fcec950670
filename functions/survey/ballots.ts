import { ConditionalCheckFailedException, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import { type CampaignId, SEALED_BYTES, StratumId } from '../../contract/survey'
import type { Table } from '../platform/table'

/** A sealed ballot as it lies in the table: `h` is the hash of its token. There is nothing else to it, by which it could be found. */
export type Ballot = { h: string; campaignId: CampaignId; stratumId: StratumId; sealed: Uint8Array }

/** The table `ballots` as CreateTable takes it; config/cloud/data.yml declares the same and a test compares them. */
export const ballotsTable = (name: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'h', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'h', KeyType: 'HASH' }],
})

/**
 * Puts ballots in. One put of 1 WCU both stores a ballot and stops another one with the same token; false if there is another one. A
 * ballot that lies there already is the same ballot.
 */
export function ballotBox({ client, name }: Table) {
  return async ({ h, campaignId, stratumId, sealed }: Ballot): Promise<boolean> => {
    const put = new PutCommand({
      TableName: name,
      Item: { h, stratum: `${campaignId}/${stratumId}`, sealed },
      ConditionExpression: 'attribute_not_exists(h) OR sealed = :sealed',
      ExpressionAttributeValues: { ':sealed': sealed },
    })
    try {
      await client.send(put)
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }
}

/** What of a ballot leaves the table: not the hash of its token, which only stops a second one. */
export type Found = { stratumId: StratumId; sealed: Uint8Array }

const Stored = z.object({
  stratum: z.string().check(z.regex(/^[0-9a-f]{32}\/[0-9a-f]{32}$/)),
  sealed: z.instanceof(Uint8Array).check(z.refine(({ length }) => length === SEALED_BYTES)),
})

/** All ballots of a campaign, in no order that means anything; read strongly, a page at a time. */
export async function* allBallots({ client, name }: Table, campaignId: CampaignId): AsyncGenerator<Found> {
  for (let ExclusiveStartKey: Record<string, unknown> | undefined; ;) {
    const page = await client.send(
      new ScanCommand({
        TableName: name,
        ConsistentRead: true,
        ProjectionExpression: 'stratum, sealed',
        FilterExpression: 'begins_with(stratum, :campaign)',
        ExpressionAttributeValues: { ':campaign': `${campaignId}/` },
        ExclusiveStartKey,
      }),
    )
    for (const item of page.Items ?? []) {
      const { stratum, sealed } = Stored.parse(item)
      yield { stratumId: StratumId.parse(stratum.slice(33)), sealed }
    }
    ExclusiveStartKey = page.LastEvaluatedKey
    if (!ExclusiveStartKey) return
  }
}
