import * as z from 'zod/mini'

import { type SpecialDay, YearCalendar } from '../../contract/calendar'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { shanghai } from '../../contract/time'

/** A year as it is stored. */
export const Year = z.required(YearCalendar)
export type Year = z.infer<typeof Year>

/** The year of which nobody has entered anything. */
export const unwritten = (year: string): YearCalendar => ({ year, version: 0, days: [] })

/** What the office enters: all special days of a year, upon the version that it read. */
export type Entered = { version: number; days: SpecialDay[]; by: string }

/** The year with the days that the office enters in place of those it read, or why not. */
export function enter(stored: YearCalendar, { version, days, by }: Entered, now: Instant): Year | Problem<'changedMeanwhile' | 'badInput'> {
  if (version !== stored.version) return { problem: 'changedMeanwhile' }
  if (!days.every(({ day }) => day.startsWith(`${stored.year}-`))) return { problem: 'badInput', field: 'days' }
  return { year: stored.year, version: version + 1, days, changed: { at: now, by } }
}

/** The years about `now` whose days a deadline may count: the last, this and the next one. */
export const yearsAbout = (now: Instant): string[] => [-1, 0, 1].map((step) => String(shanghai(now).getUTCFullYear() + step))
