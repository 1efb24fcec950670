import type { Instant } from '../../contract/route'
import { RESPOND_HOURS, urgencies, type Urgency } from '../../contract/ticket'
import { hour, later } from '../../contract/time'
import { type Calendar, workingDaysLater } from '../calendar/calendar'
import type { Head } from './head'

/** When a ticket of this urgency has to be done; nothing moves it afterwards. */
export function dueAt(urgency: Urgency, from: Instant, calendar: Calendar): Instant {
  const span = urgencies[urgency]
  return 'hours' in span ? later(from, span.hours * hour) : workingDaysLater(from, span.workingDays, calendar)
}

/** Until when the first response is owed: 24 hours, and never later than the thing itself. */
export function respondBy(submittedAt: Instant, due: Instant): Instant {
  const within = later(submittedAt, RESPOND_HOURS * hour)
  return within < due ? within : due
}

/** `nth`: its how many-th clock it is, by which the repeats of a step are told apart. */
type RunningClock = { nth: number; from: Instant; dueAt: Instant }

/**
 * The clock that runs now: when it began, and until when the ticket has to be done as things stand. What was reopened has one of
 * its own, and so has what was extended, from the moment when that was granted.
 */
export function clockOf({ submittedAt, dueAt, extendedTo, extension, round }: Timed): RunningClock {
  const nth = (round?.n ?? 0) + (extendedTo ? 1 : 0)
  if (round) return { nth, from: round.from, dueAt: round.dueAt }
  return extendedTo ? { nth, from: extension?.grantedAt ?? submittedAt, dueAt: extendedTo } : { nth, from: submittedAt, dueAt }
}
type Timed = Pick<Head, 'submittedAt' | 'dueAt' | 'extendedTo' | 'extension' | 'round'>

/** Until when the ticket has to be done as things stand. */
export const deadlineOf = (head: Timed) => clockOf(head).dueAt

/** The instant at which a ticket that is still not done goes `rung` rungs further up. */
export function raisedAt(urgency: Urgency, deadline: Instant, rung: number, calendar: Calendar): Instant {
  const gap = { h2: 1, h24: 12, d7: 0, d15: 0 }[urgency]
  return gap ? later(deadline, rung * gap * hour) : workingDaysLater(deadline, rung, calendar)
}
