import { AsyncLocalStorage } from 'node:async_hooks'

import type { Facts, Log } from '../../functions/platform/log'
import type { Table } from '../../functions/platform/table'

/** What one request did beside answering. */
type Deeds = { written: string[]; lines: string[]; errors: string[] }

const writing = /^(Put|Update|Delete|BatchWrite|TransactWrite)/
const nameIn = (input: object) => {
  const { Item, Key } = input as { Item?: Record<string, unknown>; Key?: Record<string, unknown> }
  return /^\$([a-z]+)_\d/i.exec(String((Item ?? Key)?.['sk']))?.[1] ?? 'unknown'
}

/** Notes what each request stores, at the SDK's client, and what it logs, however many are under way. */
export function watch({ client }: Table) {
  const current = new AsyncLocalStorage<Deeds>()
  const outside: Deeds = { written: [], lines: [], errors: [] }
  const deeds = () => current.getStore() ?? outside

  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const result = await next(args)
        if (writing.test(commandName)) deeds().written.push(nameIn(args.input))
        return result
      },
    { step: 'initialize', name: 'watch' },
  )
  const line = (level: string, event: string, facts: Facts = {}) => JSON.stringify({ level, event, ...facts })
  const log: Log = {
    info: (event, facts) => void deeds().lines.push(line('info', event, facts)),
    warn: (event, facts) => void deeds().lines.push(line('warn', event, facts)),
    error: (event, error, facts) => {
      deeds().lines.push(line('error', event, facts))
      deeds().errors.push(`${event}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    },
  }
  return {
    log,
    /** What was done by no request: by what follows from them. */
    outside,
    during: async <T>(work: () => Promise<T>): Promise<{ answer: T; did: Deeds }> => {
      const did: Deeds = { written: [], lines: [], errors: [] }
      return { answer: await current.run(did, work), did }
    },
  }
}
export type Watch = ReturnType<typeof watch>
