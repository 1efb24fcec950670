import type { Instant } from '../../contract/route'
import { day as DAY, hour as HOUR, minute as MINUTE, shanghai } from '../../contract/time'

const two = (value: number) => String(value).padStart(2, '0')

/** `11月20日`, with the year where it is not this one. */
function day(at: Instant, now: number): string {
  const there = shanghai(at)
  const date = `${there.getUTCMonth() + 1}月${there.getUTCDate()}日`
  return there.getUTCFullYear() === new Date(now + 8 * HOUR).getUTCFullYear() ? date : `${there.getUTCFullYear()}年${date}`
}

/** `11月18日 09:12`. */
export const moment = (at: Instant, now: number) => {
  const there = shanghai(at)
  return `${day(at, now)} ${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`
}

/** `2 天`, `6 小时`, `20 分钟`; never more time than there is. */
function span(ms: number): string {
  if (ms >= DAY) return `${Math.floor(ms / DAY)} 天`
  if (ms >= HOUR) return `${Math.floor(ms / HOUR)} 小时`
  return `${Math.max(1, Math.ceil(ms / MINUTE))} 分钟`
}

/** `2 天` that are left, or `超 3 小时` once it is past. */
export function left(due: Instant, now: number): string {
  const rest = Date.parse(due) - now
  return rest >= 0 ? span(rest) : `超 ${span(-rest)}`
}

export const isPast = (due: Instant, now: number) => Date.parse(due) < now
