import type { Problem } from '../../contract/problem'
import type { SenderRead } from '../../contract/ticket'
import type { Caller } from '../platform/bind'
import { capacity, isBarred } from './access'
import type { Deps } from './deps'
import type { HeadLine } from './line'
import type { Persons } from './persons'
import { type Boxed, LINES_A_PAGE, position } from './store'

type Page<Item> = { items: Item[]; next?: string }

/** Looks into a box for one page; nobody is barred from so many tickets in a row. */
const MOST_LOOKS = 10

/** The lists of tickets without what their reader may not know of. */
export function ticketLists({ heads, reads }: Pick<Deps, 'heads' | 'reads'>, { staffOf }: Persons) {
  return {
    /**
     * A page of a box. Nothing shows that anything was left out: it is as long as other pages, and its `next` names a ticket
     * that the reader has seen.
     */
    box: async (
      boxed: Boxed,
      after: string | undefined,
      open: boolean,
      caller: Caller,
    ): Promise<Page<HeadLine> | Problem<'notAllowed'>> => {
      const found: HeadLine[] = []
      const page = (more: boolean): Page<HeadLine> => {
        const items = found.slice(0, LINES_A_PAGE)
        const last = items.at(-1)
        return { items, next: last && (more || found.length > items.length) ? position(last) : undefined }
      }
      let from = after
      for (let look = 0; look < MOST_LOOKS; look++) {
        const { items, next } = await heads.inBox(boxed, from, open)
        const person = await staffOf(caller, items)
        if (!person) return { problem: 'notAllowed' }
        const seen = items.filter((line) => !isBarred(line, person))
        if (look === 0 && seen.length === items.length) return { items, next }
        found.push(...seen)
        if (next === undefined || found.length >= LINES_A_PAGE) return page(next !== undefined)
        from = next
      }
      return page(true)
    },

    /** A page of the reads of confidential senders, of the tickets that the reader watches over. */
    reads: async (after: string | undefined, caller: Caller): Promise<Page<SenderRead> | Problem<'notAllowed'>> => {
      const person = await staffOf(caller, 'all')
      if (!person) return { problem: 'notAllowed' }
      const { items, next } = await reads.watchedBy(person.unitId, after)
      const ids = [...new Set(items.map(({ ticketId }) => ticketId))]
      const watched = await Promise.all(ids.map(heads.get))
      const seen = new Set(watched.flatMap((head) => (head && capacity(head, person) === 'inspection' ? [head.id] : [])))
      return { items: items.filter(({ ticketId }) => seen.has(ticketId)), next }
    },
  }
}
