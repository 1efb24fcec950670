import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { TicketId } from '../../contract/ticket'
import type { Addressee } from '../notice/owed'
import { change } from '../platform/table'
import { calledIn, type Unread, wayUp } from './call-in'
import { inQuestion, type Manned, tick } from './clock'
import type { Deps } from './deps'
import { flag } from './flag'
import type { Head, Rung } from './head'
import { reachedBy } from './ladder'

type Machinery = Pick<Deps, 'heads' | 'calendar'> & {
  /** Whether anybody whom this reaches may know of the ticket now. */
  reaches: (to: Addressee, head: Head) => Promise<boolean>
}

/** What is done to tickets by nobody: deadlines that fall due, what is left unread, what the content check found. */
export function ticketMachine({ heads, calendar, reaches }: Machinery) {
  /** Applies `rule` to the head, after `look` has looked up what it needs to know; both anew where another write came between. */
  const changed = (id: TicketId, rule: (head: Head) => Head, now: Instant, look: (head: Head) => Promise<unknown> = async () => {}) => {
    const read = async () => {
      const head = await heads.get(id)
      if (head) await look(head)
      return head
    }
    return change<Head, Problem<never>>({ read, write: (next, from) => heads.put(next, from, now) }, rule)
  }

  async function mannedOf(head: Head, rungs: readonly Rung[]): Promise<Manned> {
    const isManned = async (rung: Rung) => {
      const to = reachedBy(head, rung)
      return to !== undefined && reaches(to, head)
    }
    const found = await Promise.all(rungs.map(isManned))
    return rungs.filter((_, at) => found[at])
  }

  async function firstReached(head: Head, way: readonly Addressee[]): Promise<Addressee | undefined> {
    for (const to of way) if (await reaches(to, head)) return to
    return undefined
  }

  return {
    /** Does what has fallen due for this ticket, each step once. Throws where it could not be stored. */
    wake: async (id: TicketId, now: Instant): Promise<void> => {
      const days = await calendar(now)
      let manned: Manned = []
      const look = async (head: Head) => (manned = await mannedOf(head, inQuestion(head, now, days)))
      const after = await changed(id, (head) => tick(head, now, days, manned), now, look)
      if ('problem' in after && after.problem !== 'notFound') throw new Error('a deadline could not be acted on')
    },
    /**
     * Lets those read the ticket to whom it goes up that somebody has left something unread: whom, or undefined where nobody may
     * know of it. Throws where it could not be stored.
     */
    callIn: async (id: TicketId, unread: Unread, now: Instant): Promise<Addressee | undefined> => {
      let to: Addressee | undefined
      const look = async (head: Head) => (to = await firstReached(head, wayUp(head, unread)))
      const after = await changed(id, (head) => (to ? calledIn(head, to, unread) : head), now, look)
      if ('problem' in after && after.problem !== 'notFound') throw new Error('nobody could be called in')
      return to
    },
    /** Marks the ticket for inspection's review because of what was written in `step`. */
    flag: (id: TicketId, step: string, now: Instant) => changed(id, (head) => flag(head, step, now), now),
  }
}
