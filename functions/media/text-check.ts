import * as z from 'zod/mini'

import { Instant } from '../../contract/route'
import { StepId, TicketId } from '../../contract/ticket'
import { hour, later, minute } from '../../contract/time'

/** A text that WeChat has still to look at: what a villager wrote in one step of a ticket. The text itself stays there. */
export const TextCheck = z.object({
  id: z.string(),
  version: z.number(),
  ticketId: TicketId,
  step: StepId,
  /** Later WeChat does not look: it wants the writer to have been here within two hours. */
  until: Instant,
  failed: z.number(),
  state: z.enum(['open', 'passed', 'flagged', 'unchecked']),
  wakeAt: z.optional(Instant),
})
export type TextCheck = z.infer<typeof TextCheck>

/** msgSecCheck 2.0: 用户需在近两小时访问过小程序. */
const ACTIVE = 2 * hour
const waits = [1, 2, 5, 10].map((minutes) => minutes * minute)
const LONGEST_WAIT = 15 * minute

/** A check that is due at once, of a text that was written `at`. */
export const openCheck = (id: string, ticketId: TicketId, step: StepId, at: Instant): TextCheck => ({
  id,
  version: 1,
  ticketId,
  step,
  until: later(at, ACTIVE),
  failed: 0,
  state: 'open',
  wakeAt: at,
})

const closed = (check: TextCheck, state: TextCheck['state']): TextCheck => ({ ...check, state, wakeAt: undefined })

/** How a try ended. `gone`: there is nobody of WeChat's, or no text, to ask about. */
export type Outcome = 'pass' | 'review' | 'risky' | 'gone' | 'permanent' | 'transient'

/** The check after a try; a WeChat that is away is asked again while the two hours last. */
export function tried(check: TextCheck, outcome: Outcome, now: Instant): TextCheck {
  if (check.state !== 'open') return check
  if (outcome === 'pass' || outcome === 'gone') return closed(check, 'passed')
  if (outcome === 'review' || outcome === 'risky') return closed(check, 'flagged')
  const next = later(now, waits[check.failed] ?? LONGEST_WAIT)
  if (outcome === 'permanent' || next > check.until) return closed(check, 'unchecked')
  return { ...check, failed: check.failed + 1, wakeAt: next }
}
