import * as z from 'zod/mini'

import { staffRoles } from './account'
import { Instant, routes, writtenText } from './route'

/** More days than this are no year's holidays. */
const CALENDAR_DAYS_MOST = 100

const exists = (day: string) => {
  const date = new Date(`${day}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** A day of the calendar in Shanghai, as `2026-10-01`; it exists. */
const CalendarDay = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/), z.refine(exists))

/** A year of the calendar, as `2026`. */
export const CalendarYear = z.string().check(z.regex(/^20\d\d$/))
export type CalendarYear = z.infer<typeof CalendarYear>

/** A day that is not what its weekday says: off on a weekday, or worked on a weekend (调休). `name` says for what, as 春节. */
export const SpecialDay = z.strictObject({ day: CalendarDay, works: z.boolean(), name: z.optional(writtenText(10)) })
export type SpecialDay = z.infer<typeof SpecialDay>

const inOrder = (days: readonly SpecialDay[]) => days.every(({ day }, at) => at === 0 || days[at - 1]!.day < day)

/** The special days of a year in their order, each once; every other day is what its weekday says. */
export const SpecialDays = z.array(SpecialDay).check(z.maxLength(CALENDAR_DAYS_MOST), z.refine(inOrder))

/** A year's working days as the office has entered them. `version` is 0 while nobody has: Monday to Friday then. */
export const YearCalendar = z.object({
  year: CalendarYear,
  version: z.number(),
  days: SpecialDays,
  changed: z.optional(z.object({ at: Instant, by: z.string() })),
})
export type YearCalendar = z.infer<typeof YearCalendar>

export const calendar = routes({
  'GET /v1/calendar/{year}': {
    summary: "A year's holidays and the weekend days that are worked",
    roles: [...staffRoles],
    params: { year: CalendarYear },
    reply: YearCalendar,
    problems: [],
  },
  'PUT /v1/calendar/{year}': {
    summary: "Enter a year's holidays, all of them at once; `version` is the one that was read",
    roles: ['office'],
    params: { year: CalendarYear },
    body: z.strictObject({ version: z.number().check(z.int(), z.minimum(0)), days: SpecialDays }),
    reply: YearCalendar,
    problems: [],
  },
})
