import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

import type { Instant } from '../../contract/route'
import { ItemKey, type RawItem, relisted } from './outbox'
import { landed, type Table } from './table'

/** What `table` has set aside after too many failures, and the way back. For operators: it reads the whole table. */
export function asideOf({ client, name: TableName }: Table) {
  return {
    /** Everything that is set aside. */
    list: async (): Promise<RawItem[]> => {
      const found: RawItem[] = []
      let ExclusiveStartKey: Record<string, unknown> | undefined
      do {
        const look = { TableName, FilterExpression: 'attribute_exists(setAside)', ExclusiveStartKey, ConsistentRead: true }
        const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand(look))
        found.push(...Items.map((item) => ({ ...item, ...ItemKey.parse(item) })))
        ExclusiveStartKey = LastEvaluatedKey
      } while (ExclusiveStartKey)
      return found
    },

    /** Lists an item again, at `now` and with its tries anew; false if it is set aside no longer. */
    putBack: (item: RawItem, now: Instant): Promise<boolean> => {
      const { expression, values } = relisted(item, now, ', setAside')
      return landed(
        client.send(
          new UpdateCommand({
            TableName,
            Key: { pk: item.pk, sk: item.sk },
            UpdateExpression: `SET ${expression.replace(/^, /, '')}`,
            ConditionExpression: 'setAside = :yes',
            ExpressionAttributeValues: { ...values, ':yes': true },
          }),
        ),
      )
    },
  }
}
