import type { CalendarYear, YearCalendar } from '../../contract/calendar'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { minute } from '../../contract/time'
import type { Table } from '../platform/table'
import { type Calendar, calendarOf } from './calendar'
import { routes } from './routes'
import { calendarYears } from './store'
import { enter, type Entered, yearsAbout } from './year'

/** A change reaches the other instances of a function within this time. It moves no deadline that stands already. */
const KEPT = 5 * minute

/** The working days that the office maintains. */
export function openCalendar(table: Table) {
  const years = calendarYears(table)
  let kept: { until: number; years: string; calendar: Promise<Calendar> } | undefined
  const forget = () => {
    kept = undefined
  }
  async function read(wanted: string[]) {
    const found = await Promise.all(wanted.map((year) => years.get(year)))
    return calendarOf(found.flatMap(({ days }) => days))
  }
  /** Stores a year's days in place of those that were read, or says why not. */
  async function entered(
    year: CalendarYear,
    days: Entered,
    now: Instant,
  ): Promise<YearCalendar | Problem<'changedMeanwhile' | 'badInput'>> {
    const next = enter(await years.get(year), days, now)
    if ('problem' in next) return next
    const stored = await years.put(next)
    forget()
    return stored ? next : { problem: 'changedMeanwhile' }
  }
  return {
    /** The bound routes of contract/calendar.ts. */
    routes: routes({ get: years.get, enter: entered }),
    enter: entered,
    /** The working days of the last, this and the next year, at most five minutes old; Monday to Friday where none are entered. */
    calendar: (now: Instant): Promise<Calendar> => {
      const wanted = yearsAbout(now)
      const at = Date.parse(now)
      if (kept && kept.years === wanted.join() && at < kept.until && at >= kept.until - KEPT) return kept.calendar
      const calendar = read(wanted)
      kept = { until: at + KEPT, years: wanted.join(), calendar }
      calendar.catch(forget)
      return calendar
    },
  }
}
