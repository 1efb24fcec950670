import { QueryClient, useQuery } from '@tanstack/react-query'

import { isProblem, type Problem } from '../../contract/problem'
import { NO_ANSWER } from './ask'
import { accountId, useSession } from './session'

/** What a page knows of something it asked for. */
export type Reading<T> = {
  data?: T
  /** Why the data is missing or old, in the words the person reads. */
  says?: string
  loading: boolean
  again: () => void
}

/** A refusal on the way to a page that wanted to read. */
class Refused extends Error {
  constructor(readonly says: string) {
    super('refused')
  }
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => !(error instanceof Refused) && failures < 1,
      networkMode: 'always',
      refetchOnWindowFocus: true,
    },
  },
})

// What one person has read is not there for the next one.
let whose = accountId()
useSession.subscribe(() => {
  if (accountId() === whose) return
  whose = accountId()
  queries.clear()
})

function unrefused<T extends object>(answer: T): Exclude<T, Problem> {
  if (isProblem<T>(answer)) throw new Refused('says' in answer && typeof answer.says === 'string' ? answer.says : '')
  return answer as Exclude<T, Problem>
}

const why = (error: Error | null) => (error ? (error instanceof Refused ? error.says : NO_ANSWER) : undefined)

type Options<T> = {
  when?: boolean
  /** Asked anew whenever it is opened: what was seen a moment ago only stands there until the answer comes. */
  fresh?: boolean
  /** Each reading is written down for inspection: coming back to the window is none. */
  writtenDown?: boolean
  /** How often it is asked again, which may depend on what came. */
  everyMs?: number | ((data: T) => number | undefined)
}

/** Reads `fetch` under a name that `refresh` knows it by; asked again every `everyMs` while the page is in front. */
export function useRead<T extends object>(
  name: readonly string[],
  fetch: () => Promise<T>,
  { when = true, fresh = false, writtenDown = false, everyMs }: Options<Exclude<T, Problem>> = {},
): Reading<Exclude<T, Problem>> {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...name],
    queryFn: async () => unrefused(await fetch()),
    enabled: when,
    ...(fresh && { staleTime: 0 }),
    ...(writtenDown && { refetchOnWindowFocus: false }),
    refetchInterval: ({ state }) => (typeof everyMs === 'function' ? state.data && everyMs(state.data) : everyMs) ?? false,
  })
  return { data, says: why(error), loading: when && isPending && !error, again: () => void refetch() }
}

/** Asks again for everything whose name begins so. */
export const refresh = (...name: string[]) => void queries.invalidateQueries({ queryKey: name })

type Page<Item> = { items: Item[]; next?: string }
/** So many pages are read at once for a table that sorts by itself. */
const MOST_PAGES = 25

/** All items of a paged list, up to 25 pages; `more` where there are still others. */
export async function readAll<Item, Refusal extends Problem>(
  fetch: (after: string | undefined) => Promise<Page<Item> | Refusal>,
): Promise<{ items: Item[]; more: boolean } | Refusal> {
  const items: Item[] = []
  let after: string | undefined
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await fetch(after)
    if ('problem' in page) return page
    items.push(...page.items)
    after = page.next
    if (!after) break
  }
  return { items, more: after !== undefined }
}
