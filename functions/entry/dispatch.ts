import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'

import { ItemKey } from '../platform/outbox'
import { start } from './start'

const { dispatch, log } = await start('dispatch')

/**
 * The table's stream, filtered on items that owe something. What fails here stands in the index `owed` all the same, so
 * a record is handed back at most once and is then the clock's.
 */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const batchItemFailures: DynamoDBBatchResponse['batchItemFailures'] = []
  for (const { dynamodb, eventID } of Records) {
    const key = ItemKey.parse({ pk: dynamodb?.Keys?.['pk']?.S, sk: dynamodb?.Keys?.['sk']?.S })
    try {
      await dispatch(key)
    } catch (error) {
      log.error('stream.failed', error, { event: eventID })
      batchItemFailures.push({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })
    }
  }
  return { batchItemFailures }
}
