import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import { connect, type Table } from '../../functions/platform/table'
import { indexUnits, type Item, itemBytes, readUnits, writeUnits } from './size'

/** One request to the database: the right it needs, and on what. */
export type Request = { action: string; on: 'table' | `index/${string}` }
/** What an operation cost: capacity units, and how many requests stood one behind the other. */
export type Spent = { read: number; write: number; index: number; rounds: number; requests: Request[] }

const Stored = z.record(z.string(), z.unknown())
const Input = z.looseObject({
  IndexName: z.optional(z.string()),
  ConsistentRead: z.optional(z.boolean()),
  Key: z.optional(Stored),
  Item: z.optional(Stored),
})
const Output = z.looseObject({
  Item: z.optional(Stored),
  Items: z.optional(z.array(Stored)),
  Responses: z.optional(z.record(z.string(), z.array(Stored))),
})

const writes = ['PutItem', 'UpdateItem', 'DeleteItem']
const size = (items: Item[]) => items.reduce((total, item) => total + itemBytes(item), 0)

function readCost(input: z.infer<typeof Input>, output: z.infer<typeof Output>): number {
  const strong = input.ConsistentRead ?? false
  // A batch rounds up each of its items, a query the sum of them.
  if (output.Responses)
    return Object.values(output.Responses)
      .flat()
      .reduce((total, item) => total + readUnits(itemBytes(item), strong), 0)
  return readUnits(size(output.Items ?? (output.Item ? [output.Item] : [])), strong)
}

/**
 * Measures what goes through the table's client. Sizes are counted here from the items themselves, index entries
 * included, because the embedded database counts neither UTF-8 nor indexes. `rounds` is the longest chain of requests
 * each of which began after another had ended.
 */
export function meter(table: Table, endpoint: string) {
  const aside = connect(endpoint)
  const stored = async (Key: Item): Promise<Item | undefined> =>
    (await aside.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }))).Item
  const nothing = (): Spent => ({ read: 0, write: 0, index: 0, rounds: 0, requests: [] })
  let spent = nothing()
  let ended = 0

  table.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const action = commandName.replace('Command', '').replace(/^(Get|Put|Update|Delete|BatchGet)$/, '$1Item')
        const input = Input.parse(args.input)
        const place = ended + 1
        spent.requests.push({ action: `dynamodb:${action}`, on: input.IndexName ? `index/${input.IndexName}` : 'table' })
        const done = () => {
          ended = Math.max(ended, place)
          spent.rounds = Math.max(spent.rounds, place)
        }
        if (!writes.includes(action)) {
          const result = await next(args)
          spent.read += readCost(input, Output.parse(result.output))
          done()
          return result
        }
        const whole = input.Item ?? input.Key ?? {}
        // Ballots lie under one key, the hash of their token.
        const key = 'h' in whole ? { h: whole['h'] } : { pk: whole['pk'], sk: whole['sk'] }
        const before = await stored(key)
        try {
          return await next(args)
        } finally {
          // A condition that does not hold is paid for like the write.
          const after = await stored(key)
          spent.write += Math.max(writeUnits(itemBytes(before ?? {})), writeUnits(itemBytes(after ?? {})))
          spent.index += indexUnits(before, after)
          done()
        }
      },
    { step: 'initialize', name: 'meter', priority: 'high' },
  )

  return {
    /** What `work` costs, and its result. */
    spent: async <T>(work: () => Promise<T>): Promise<Spent & { result: T }> => {
      spent = nothing()
      ended = 0
      const result = await work()
      const cost = spent
      spent = nothing()
      return { ...cost, result }
    },
    /** The item under this key as it is stored, beside the count. */
    stored,
    close: () => aside.destroy(),
  }
}
