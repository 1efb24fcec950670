import { QueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'

import { routes } from './routes'
import { keep, kept } from './storage'

/** What may stay on the phone: a person's own matters and lists, but nobody else's letter. */
const lasting = ['GET /v1/home', 'GET /v1/units/nearby', 'GET /v1/tickets/{id}', 'GET /v1/templates', 'GET /v1/survey'] as const
const lastingLists = ['GET /v1/tickets', 'GET /v1/letters', 'GET /v1/households', 'GET /v1/inbox'] as const

const Stored = z.array(z.object({ key: z.array(z.unknown()), data: z.unknown(), at: z.number() }))
const MOST = 40
const PAUSE_MS = 800

export const queries = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', staleTime: 5_000, gcTime: Infinity, retry: 1, retryDelay: 1_000 } },
})

const storedUnder = (account: string) => `cache:${account}`
const named = (names: readonly string[], name: unknown) => typeof name === 'string' && names.includes(name)
const Pages = z.object({ pages: z.array(z.unknown()) })

function shortened(name: unknown, data: unknown): unknown {
  const list = named(lastingLists, name) ? Pages.safeParse(data) : undefined
  return list?.success ? list.data.pages[0] : data
}

function store(account: string) {
  const entries = queries
    .getQueryCache()
    .getAll()
    // What could not be read anew, as without signal, is still what was seen last.
    .filter(
      ({ queryKey, state }) => queryKey[0] === account && state.data !== undefined && named([...lasting, ...lastingLists], queryKey[1]),
    )
    .map(({ queryKey, state }) => ({ key: [...queryKey], data: shortened(queryKey[1], state.data), at: state.dataUpdatedAt }))
  entries.sort((a, b) => b.at - a.at)
  keep(storedUnder(account), entries.slice(0, MOST))
}

function restored(name: unknown, data: unknown): unknown {
  const single = lasting.find((key) => key === name)
  if (single) return routes[single].reply.safeParse(data).data
  const list = lastingLists.find((key) => key === name)
  const first = list && routes[list].reply.safeParse(data).data
  return first && { pages: [first], pageParams: [undefined] }
}

/** Puts into memory what this account saw last, so that its first screen is there at once. */
export function openCache(account: string) {
  for (const { key, data, at } of kept(storedUnder(account), Stored) ?? []) {
    const value = restored(key[1], data)
    if (value) queries.setQueryData(key, value, { updatedAt: at })
  }
}

let pause: ReturnType<typeof setTimeout> | undefined

/** Keeps what is read for the next start; `account` tells whose it is at the moment of writing. */
export function keepCaching(account: () => string) {
  queries.getQueryCache().subscribe(({ type }) => {
    if (type !== 'updated' || pause) return
    pause = setTimeout(() => {
      pause = undefined
      if (account()) store(account())
    }, PAUSE_MS)
  })
}
