import type { Instant } from '../../contract/route'
import { dueWorkingDays, type Kind, RESPOND_HOURS } from '../../contract/ticket'
import { day, hour, later, shanghai } from '../../contract/time'

const isWorkingDay = (at: Instant) => ![0, 6].includes(shanghai(at).getUTCDay())

/** The instant `days` working days after `from`, at the same time of day; Saturdays and Sundays in Shanghai do not count. */
function workingDaysLater(from: Instant, days: number): Instant {
  let at = from
  for (let left = days; left > 0;) {
    at = later(at, day)
    if (isWorkingDay(at)) left--
  }
  return at
}

/** When a ticket of this kind has to be done; nothing moves it afterwards. */
export const dueAt = (kind: Kind, submittedAt: Instant) => workingDaysLater(submittedAt, dueWorkingDays[kind])

/** Until when the first response is owed. */
export const respondBy = (submittedAt: Instant) => later(submittedAt, RESPOND_HOURS * hour)
