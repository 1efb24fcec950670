import { useInfiniteQuery, useQuery } from '@tanstack/react-query'

import { isProblem, type Problem } from '../../contract/problem'
import type { Box, TicketId } from '../../contract/ticket'
import { ask } from './ask'
import { queries } from './cache'
import { type Errand, isStaffs } from './errand'
import { accountId, signInAgain, useMe, useUnknown } from './session'

/** What a screen knows of something it asked for. */
export type Reading<T> = {
  data?: T
  /** Why the data is missing or old, in the words the person reads. */
  says?: string
  loading: boolean
  again: () => void
}

/** A refusal on the way to a screen that wanted to read. */
class Refused extends Error {
  constructor(readonly says: string) {
    super('refused')
  }
}

const START: string | undefined = undefined
const OFFLINE = '没有网络,显示的是上次的内容。'
const NOTHING_YET = '没有网络,连上网再看。'

function why(error: Error | null, data: unknown): string | undefined {
  if (!error) return undefined
  if (error instanceof Refused) return error.says
  return data === undefined ? NOTHING_YET : OFFLINE
}

function unrefused<T extends object>(answer: T): Exclude<T, Problem> {
  if (isProblem<T>(answer)) throw new Refused('says' in answer && typeof answer.says === 'string' ? answer.says : '')
  return answer as Exclude<T, Problem>
}

type Asked = { error: Error | null; isPending: boolean; refetch: () => unknown }

/** How a reading stands. Without a session nothing can be read, for the reason `unknown`: the sign-in is what is tried again. */
const standing = (data: unknown, { error, isPending, refetch }: Asked, when: boolean, unknown: string | undefined) => ({
  says: unknown ?? why(error, data),
  loading: isPending && !error && !unknown,
  again: () => {
    if (unknown) signInAgain()
    else if (when) void refetch()
  },
})

/** `fresh`: for how long an answer is as good as a new one, in ms. */
type Call<T> = { name: string; with?: Record<string, string>; fetch: () => Promise<T>; when?: boolean; fresh?: number }

/** Reads by one call, from the cache at once and from the server when it answers. */
export function useCall<T extends object>({ name, with: args = {}, fetch, when = true, fresh }: Call<T>): Reading<Exclude<T, Problem>> {
  const account = useMe()?.accountId
  const unknown = useUnknown()
  const query = useQuery({
    queryKey: [account, name, args],
    queryFn: async () => unrefused(await fetch()),
    enabled: when && Boolean(account),
    staleTime: fresh,
  })
  return { data: query.data, ...standing(query.data, query, when, unknown) }
}

export type Listed<Item> = Reading<Item[]> & { more?: () => void }
type Pages<T> = T extends { items: (infer Item)[] } ? Item : never
type ListCall<T> = { name: string; with?: Record<string, string>; fetch: (after: string | undefined) => Promise<T>; when?: boolean }

function useList<T extends object>({ name, with: args = {}, fetch, when = true }: ListCall<T>): Listed<Pages<T>> {
  const account = useMe()?.accountId
  const unknown = useUnknown()
  const query = useInfiniteQuery({
    queryKey: [account, name, args],
    queryFn: async ({ pageParam }) => unrefused(await fetch(pageParam)) as { items: Pages<T>[]; next?: string },
    initialPageParam: START,
    getNextPageParam: (last) => last.next,
    enabled: when && Boolean(account),
  })
  const { hasNextPage, fetchNextPage } = query
  const items = query.data?.pages.flatMap((page) => page.items)
  return {
    data: items,
    ...standing(items, query, when, unknown),
    more: hasNextPage ? () => void fetchNextPage() : undefined,
  }
}

export const useHome = (when: boolean) => useCall({ name: 'GET /v1/home', fetch: () => ask('GET /v1/home'), when })
/** Whether this household has something to fill in. Hardly one in a hundred has, so all others ask but a few times a day. */
export const useSurveyAtHome = (when: boolean, fresh = 6 * 3_600_000) =>
  useCall({ name: 'GET /v1/survey', fetch: () => ask('GET /v1/survey'), when, fresh })
export const useNearby = () => useCall({ name: 'GET /v1/units/nearby', fetch: () => ask('GET /v1/units/nearby') })
export const useTemplates = () => useCall({ name: 'GET /v1/templates', fetch: () => ask('GET /v1/templates') })
export const useTieRequests = (when: boolean) => useCall({ name: 'GET /v1/tie-requests', fetch: () => ask('GET /v1/tie-requests'), when })

export const useOwnTicket = (id: TicketId) =>
  useCall({ name: 'GET /v1/tickets/{id}', with: { id }, fetch: () => ask('GET /v1/tickets/{id}', { params: { id } }) })
export const useLetter = (id: TicketId) =>
  useCall({ name: 'GET /v1/letters/{id}', with: { id }, fetch: () => ask('GET /v1/letters/{id}', { params: { id } }) })
export const useDesks = (id: TicketId, when: boolean) =>
  useCall({ name: 'GET /v1/letters/{id}/desks', with: { id }, fetch: () => ask('GET /v1/letters/{id}/desks', { params: { id } }), when })

export const useTickets = () => useList({ name: 'GET /v1/tickets', fetch: (after) => ask('GET /v1/tickets', { query: { after } }) })
/** Without a box there is nothing to ask for. `open`: only those about which somebody still has to do something. */
export const useLetters = (box: Box | undefined, open?: 'yes') =>
  useList({
    name: 'GET /v1/letters',
    with: { box: box ?? '', open: open ?? '' },
    fetch: (after) => ask('GET /v1/letters', { query: { box: box ?? 'cadre', open, after } }),
    when: box !== undefined,
  })
export const useHouseholds = (when = true) =>
  useList({ name: 'GET /v1/households', fetch: (after) => ask('GET /v1/households', { query: { after } }), when })
export const useBoxOpenings = () =>
  useList({ name: 'GET /v1/intake/box-openings', fetch: (after) => ask('GET /v1/intake/box-openings', { query: { after } }) })
export const useInbox = () => useList({ name: 'GET /v1/inbox', fetch: (after) => ask('GET /v1/inbox', { query: { after } }) })

/** Puts what the server has just answered in place of what was read before, and asks the lists anew. */
export function refreshed(errand: Errand, reply: object) {
  const account = accountId()
  const [one, list] = isStaffs(errand) ? ['GET /v1/letters/{id}', 'GET /v1/letters'] : ['GET /v1/tickets/{id}', 'GET /v1/tickets']
  if ('ticketId' in errand && 'timeline' in reply) queries.setQueryData([account, one, { id: errand.ticketId }], reply)
  void queries.invalidateQueries({ queryKey: [account, list] })
}
