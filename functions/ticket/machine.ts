import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { TicketId } from '../../contract/ticket'
import { change } from '../platform/table'
import { tick } from './clock'
import type { Deps } from './deps'
import { flag } from './flag'
import type { Head } from './head'

/** What is done to tickets by nobody: deadlines that fall due, what the content check found. */
export function ticketMachine({ heads, calendar }: Pick<Deps, 'heads' | 'calendar'>) {
  const changed = (id: TicketId, rule: (head: Head) => Head, now: Instant) =>
    change<Head, Problem<never>>({ read: () => heads.get(id), write: (next, from) => heads.put(next, from, now) }, rule)
  return {
    /** Does what has fallen due for this ticket, each step once. Throws where it could not be stored. */
    wake: async (id: TicketId, now: Instant): Promise<void> => {
      const days = await calendar(now)
      const after = await changed(id, (head) => tick(head, now, days), now)
      if ('problem' in after && after.problem !== 'notFound') throw new Error('a deadline could not be acted on')
    },
    /** Marks the ticket for inspection's review because of what was written in `step`. */
    flag: (id: TicketId, step: string, now: Instant) => changed(id, (head) => flag(head, step, now), now),
  }
}
