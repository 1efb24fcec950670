import type { SpecialDay } from '../../../contract/calendar'
import type { Instant } from '../../../contract/route'
import { day, instant, later, shanghai } from '../../../contract/time'

const dayOf = (at: Instant) => shanghai(at).toISOString().slice(0, 10)

/** Working days from the day after `from` to the day of `until`, in Shanghai, by a calendar whose special days are these. */
function between(from: Instant, until: Instant, special: ReadonlyMap<string, boolean>): number {
  let count = 0
  for (let at = from; dayOf(at) < dayOf(until);) {
    at = later(at, day)
    if (special.get(dayOf(at)) ?? ![0, 6].includes(shanghai(at).getUTCDay())) count++
  }
  return count
}

/** The years of the calendar that are needed to say what is left. */
export const yearsOf = (dues: readonly Instant[], now: number): string[] =>
  [...new Set([instant(new Date(now)), ...dues].map((at) => dayOf(at).slice(0, 4)))].sort()

/** What is left until an answer is due, in working days. */
export function workingLeft(due: Instant, now: number, days: readonly SpecialDay[]): { words: string; tone?: 'seal' | 'grain' } {
  const special = new Map(days.map((one) => [one.day, one.works]))
  const at = instant(new Date(now))
  if (due < at) {
    const late = between(due, at, special)
    return { words: late > 0 ? `超 ${late} 个工作日` : '刚刚过期', tone: 'seal' }
  }
  const left = between(at, due, special)
  return { words: left > 0 ? `还剩 ${left} 个工作日` : '今天到期', tone: left <= 3 ? 'grain' : undefined }
}
