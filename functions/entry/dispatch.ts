import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'

import { ItemKey } from '../platform/outbox'
import { duties } from './duties'
import { start } from './start'

const features = await start('dispatch')
const { log } = features
const { dispatch } = duties(features)

type StreamRecord = DynamoDBStreamEvent['Records'][number]

async function failureOf({ dynamodb, eventID }: StreamRecord): Promise<DynamoDBBatchResponse['batchItemFailures']> {
  try {
    await dispatch(ItemKey.parse({ pk: dynamodb?.Keys?.['pk']?.S, sk: dynamodb?.Keys?.['sk']?.S }))
    return []
  } catch (error) {
    log.error('stream.failed', error, { event: eventID })
    return [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }]
  }
}

/**
 * The table's stream, filtered on items that owe something. What fails here stands in the index `owed` all the same, so
 * a record is handed back at most once and is then the clock's. All at once: a WeChat that is slow to answer costs the
 * batch its seconds once.
 */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  return { batchItemFailures: (await Promise.all(Records.map(failureOf))).flat() }
}
