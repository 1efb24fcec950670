import type { SpecialDay } from '../../contract/calendar'

const two = (value: number) => String(value).padStart(2, '0')
const DAY_MS = 24 * 3_600_000

export type Day = { day: string; date: number; weekend: boolean }

/** The days of a month; `lead` empty places stand before the first one in a week that begins on Monday. */
export function monthOf(year: number, month: number): { lead: number; days: Day[] } {
  const first = Date.UTC(year, month - 1, 1)
  const count = Math.round((Date.UTC(year, month, 1) - first) / DAY_MS)
  const weekday = (date: number) => (new Date(first + (date - 1) * DAY_MS).getUTCDay() + 6) % 7
  const days = Array.from({ length: count }, (_, at) => ({
    day: `${year}-${two(month)}-${two(at + 1)}`,
    date: at + 1,
    weekend: weekday(at + 1) > 4,
  }))
  return { lead: weekday(1), days }
}

/** The special days after this one was toggled: off on a weekday, worked on a weekend, or what its weekday says again. */
export function toggled(days: readonly SpecialDay[], { day, weekend }: Day, name?: string): SpecialDay[] {
  if (days.some((special) => special.day === day)) return days.filter((special) => special.day !== day)
  const special: SpecialDay = { day, works: weekend, ...(!weekend && name && { name }) }
  return [...days, special].sort((a, b) => (a.day < b.day ? -1 : 1))
}
