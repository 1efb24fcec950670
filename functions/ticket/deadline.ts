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

/** When the present clock began, and until when the ticket has to be done as things stand. */
export const clockOf = ({ submittedAt, dueAt, extendedTo, round }: Pick<Head, 'submittedAt' | 'dueAt' | 'extendedTo' | 'round'>) =>
  round ?? { n: 0, from: submittedAt, dueAt: extendedTo ?? dueAt }

/** Until when the ticket has to be done as things stand. */
export const deadlineOf = (head: Parameters<typeof clockOf>[0]) => clockOf(head).dueAt

/** The instant at which a ticket that is still not done goes `rung` rungs further up. */
export function raisedAt(urgency: Urgency, deadline: Instant, rung: number, calendar: Calendar): Instant {
  const gap = { h2: 1, h24: 12, d7: 0, d15: 0 }[urgency]
  return gap ? later(deadline, rung * gap * hour) : workingDaysLater(deadline, rung, calendar)
}
