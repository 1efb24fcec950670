import type { SpecialDay } from '../../contract/calendar'
import type { Instant } from '../../contract/route'
import { day, later, shanghai } from '../../contract/time'

/** Which days are not what their weekday says: true where such a day is worked. */
export type Calendar = ReadonlyMap<string, boolean>

/** Monday to Friday: what holds where the office has entered nothing. */
export const plainCalendar: Calendar = new Map()

/** The calendar in which these days are special. */
export const calendarOf = (days: readonly SpecialDay[]): Calendar => new Map(days.map((special) => [special.day, special.works]))

const dayOf = (at: Instant) => shanghai(at).toISOString().slice(0, 10)
const isWeekday = (at: Instant) => ![0, 6].includes(shanghai(at).getUTCDay())

/** Whether the day in Shanghai to which this instant belongs is worked. */
export const isWorkingDay = (at: Instant, calendar: Calendar): boolean => calendar.get(dayOf(at)) ?? isWeekday(at)

/** The instant `days` working days after `from`, at the same time of day in Shanghai. */
export function workingDaysLater(from: Instant, days: number, calendar: Calendar): Instant {
  let at = from
  for (let left = days; left > 0;) {
    at = later(at, day)
    if (isWorkingDay(at, calendar)) left--
  }
  return at
}
