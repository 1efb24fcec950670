import * as z from 'zod/mini'

import { type Occasion, UNREAD_HOURS } from '../../contract/notice'
import { Instant } from '../../contract/route'
import { State } from '../../contract/ticket'
import { hour, later } from '../../contract/time'
import type { Notice } from './notice'
import type { Addressee, Owed } from './owed'

/** What somebody has to act on; that it stays unread is for the head of their unit to know. */
const wantsAction: readonly Occasion[] = [
  'letterArrived',
  'letterAssigned',
  'transferOffered',
  'reopened',
  'supplemented',
  'appealed',
  'extensionAsked',
  'rectify',
  'rectified',
  'flagged',
]

/** When this notice goes up, should it stay unread; a villager's never does, nor what was itself sent up. */
export function unreadFrom({ to, occasion, at }: Pick<Owed, 'to' | 'occasion' | 'at'>): Instant | undefined {
  const handles = to.to === 'cadre' || to.to === 'desk' || to.to === 'inspection'
  return handles && wantsAction.includes(occasion) ? later(at, UNREAD_HOURS * hour) : undefined
}

const Ticket = z.object({
  state: State,
  timeline: z.array(z.object({ at: Instant, by: z.object({ side: z.string() }) })),
})

/** Whether anybody of the staff has acted on the ticket since this notice, or nobody has to any more. */
export function isActedOn({ at }: Pick<Notice, 'at'>, source: unknown): boolean {
  const ticket = Ticket.safeParse(source)
  if (!ticket.success) return true
  return (
    ['withdrawn', 'merged'].includes(ticket.data.state) || ticket.data.timeline.some((entry) => entry.by.side === 'staff' && entry.at > at)
  )
}

/** What the next one up is owed: one notice for each step that stayed unread, however many did not read it. */
export const goingUp = ({ step, occasion, urgency, deadline }: Notice, to: Addressee, at: Instant): Owed => ({
  step: `unread ${step} ${occasion}`,
  to,
  occasion: 'unread',
  at,
  urgency,
  deadline,
})
