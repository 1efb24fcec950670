import { type Attached, MediaId, type MediaRef } from '../../contract/media'
import type { Instant } from '../../contract/route'
import type { TicketId } from '../../contract/ticket'
import type { RawItem } from '../platform/outbox'
import type { Table } from '../platform/table'
import type { Deps } from './deps'
import { judging } from './judging'
import { bind, type MediaItem } from './media'
import { attached, routes } from './routes'
import { MEDIA_ENTITY, mediaItems, type MediaItems } from './store'
import { TEXT_ENTITY, textChecks } from './text-store'
import { texts } from './texts'

export { RAW } from './keys'

const TIMES = 5

/** Makes `ref` the ticket's, whether it was uploaded or not; throws where five rounds of other writes came between. */
async function bindOne(ref: MediaRef, to: { ticketId: TicketId; ownerTag: string }, items: MediaItems, now: Instant): Promise<void> {
  for (let round = 0; round < TIMES; round++) {
    const stored = await items.get(ref.id)
    const next = bind(stored, ref, to, now)
    if (next === stored) return
    if (await (stored ? items.put({ ...next, version: stored.version + 1 }, stored.version) : items.add(next))) return
  }
  throw new Error('a photo could not be tied to its ticket')
}

/** The whole feature: its routes, and what others of the product call. */
export function openMedia({ table, ...rest }: Omit<Deps, 'items' | 'checks'> & { table: Table }) {
  const deps: Deps = { ...rest, items: mediaItems(table), checks: textChecks(table) }
  const { items } = deps
  const { ask, verdict, wake } = judging(deps)
  const { note, wake: wakeText } = texts(deps)

  return {
    routes: routes(deps),

    /**
     * Makes these the ticket's, uploaded or not; called when a step that names them is accepted, and safe to repeat. `ownerTag` is
     * `tag('uploader', accountId)` of whoever took the step: what is somebody else's or another ticket's stays so and is not shown.
     */
    bind: async (refs: readonly MediaRef[], ticketId: TicketId, ownerTag: string): Promise<void> => {
      await Promise.all(refs.map((ref) => bindOne(ref, { ticketId, ownerTag }, items, deps.clock())))
    },

    /**
     * The media that these tickets name, in the order of `refs`, as their readers get them (addresses are good for 15 minutes). What
     * is another ticket's is left out; what nothing is known of yet is `waiting`.
     */
    view: async (refs: readonly MediaRef[], of: readonly TicketId[]): Promise<Attached[]> => {
      const now = deps.clock()
      const known = new Map((await items.many(refs.map(({ id }) => id))).map((item): [string, MediaItem] => [item.id, item]))
      const shown = refs.map((ref) => {
        const item = known.get(ref.id)
        if (!item) return { ...ref, state: 'waiting' as const }
        return item.ticketId && of.includes(item.ticketId) ? attached(item, deps, now) : undefined
      })
      return (await Promise.all(shown)).filter((one) => one !== undefined)
    },

    /** What `dispatch` calls when a deadline of one of these items has fallen due, by the name of the entity. */
    wake: {
      [MEDIA_ENTITY]: (item: RawItem, now: Instant) => wake(MediaId.parse(item['id']), now),
      [TEXT_ENTITY]: (item: RawItem) => wakeText(String(item['id'])),
    },

    /** What looking at an upload needs; by itself, because it alone brings what decodes photos. */
    looking: { ...deps, ask },
    /** Takes the verdict that WeChat pushes. */
    verdict,
    /** Notes that a villager wrote something at which WeChat has to look within two hours. */
    noteText: note,
  }
}
export { uploads } from './uploaded'
