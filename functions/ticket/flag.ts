import { createHash } from 'node:crypto'

import type { Instant } from '../../contract/route'
import { StepId } from '../../contract/ticket'
import { owe } from '../notice/owed'
import type { Head } from './head'

const idOf = (step: string) => StepId.parse(createHash('sha256').update(`flagged:${step}`).digest('hex').slice(0, 32))

/** The ticket marked for inspection's review because of what was written in `step`; itself if it was marked for that before. Nothing of it is hidden or dropped. */
export function flag(head: Head, step: string, now: Instant): Head {
  const id = idOf(step)
  if (head.timeline.some((entry) => entry.id === id)) return head
  return {
    ...head,
    flagged: true,
    watched: true,
    timeline: [...head.timeline, { id, at: now, step: 'flagged', by: { side: 'clock' } }],
    outbox: [...head.outbox, ...owe(id, 'flagged', now, { to: 'inspection', unitId: head.inspectionId })],
  }
}
