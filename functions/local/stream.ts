import { ItemKey } from '../platform/outbox'
import type { Table } from '../platform/table'

/** Whether a put leaves an item that owes notices; what the stream's filter lets through in a deployed stage. */
function owing(input: unknown): ItemKey | undefined {
  if (typeof input !== 'object' || input === null || !('Item' in input)) return undefined
  const { Item } = input
  if (typeof Item !== 'object' || Item === null || !('owing' in Item) || Item.owing !== true) return undefined
  return ItemKey.safeParse(Item).data
}

/** Plays the table's stream: `wake` gets the key of each item that was put and owes something, after the write. */
export function playStream({ client }: Table, wake: (key: ItemKey) => void): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const key = owing(args.input)
      if (key) setImmediate(wake, key)
      return result
    },
    { step: 'initialize', name: 'stream' },
  )
}
