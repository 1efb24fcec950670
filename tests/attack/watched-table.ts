import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import { connect } from '../../functions/platform/table'
import type { Database } from '../../functions/local/database'

const Item = z.record(z.string(), z.unknown())
type Item = z.infer<typeof Item>
const Input = z.looseObject({ Item: z.optional(Item), Key: z.optional(Item) })

export type See = (what: string, facts: unknown) => void

const writes = ['Put', 'Update', 'Delete']

/**
 * The table through a client of its own, all whose requests are seen: what is asked, and after a write what the item has become,
 * which is what the table's stream says as well.
 */
export function watchedTable({ table: { name }, endpoint }: Database, table: 'main' | 'ballots', see: See) {
  const keys = table === 'main' ? ['pk', 'sk'] : ['h']
  const client = connect(endpoint)
  const aside = connect(endpoint)
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const action = commandName.replace(/(Item)?Command$/, '')
        const { TableName: _, ...asked } = Input.parse(args.input)
        see(`asked ${table} ${action}`, asked)
        const given = Input.parse(args.input)
        const refused = await next(args).then(
          (result) => ({ result }),
          (error: unknown) => ({ error }),
        )
        if (action === 'Put' && !('error' in refused)) see(`image ${table}`, given.Item)
        else if (writes.includes(action)) {
          const Key = Object.fromEntries(keys.map((key) => [key, (given.Item ?? given.Key ?? {})[key]]))
          see(`image ${table}`, (await aside.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }))).Item)
        }
        if ('error' in refused) {
          see('refused', refused.error instanceof Error ? refused.error.name : 'error')
          throw refused.error
        }
        return refused.result
      },
    { step: 'initialize', name: 'watched', priority: 'high' },
  )
  return {
    table: { client, name },
    /** All items, in the table's own order. */
    scan: async () => {
      const items: Item[] = []
      for (let ExclusiveStartKey: Item | undefined; ;) {
        const page = await aside.send(new ScanCommand({ TableName: name, ExclusiveStartKey, ConsistentRead: true }))
        items.push(...(page.Items ?? []))
        ExclusiveStartKey = page.LastEvaluatedKey
        if (!ExclusiveStartKey) return items
      }
    },
    close: () => {
      client.destroy()
      aside.destroy()
    },
  }
}
