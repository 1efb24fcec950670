import type { Instant } from '../../contract/route'

const SHANGHAI_MS = 8 * 3_600_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The wall clock in Shanghai, which has no summer time. WeChat has no Intl to ask. */
function wall(instant: string | number) {
  const shifted = new Date((typeof instant === 'number' ? instant : Date.parse(instant)) + SHANGHAI_MS)
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    year: shifted.getUTCFullYear(),
    date: `${shifted.getUTCMonth() + 1}月${shifted.getUTCDate()}日`,
    time: `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`,
    dayNumber: Math.floor(shifted.getTime() / DAY),
  }
}

/** `11月20日`, with the year where it is not this one. */
export function day(at: Instant, now: number): string {
  const { year, date } = wall(at)
  return year === wall(now).year ? date : `${year}年${date}`
}

/** `11月18日 09:12`, with the year where it is not this one. */
export const moment = (at: Instant, now: number) => `${day(at, now)} ${wall(at).time}`

const near: Readonly<Record<number, string>> = { 0: '今天', 1: '明天', 2: '后天' }

/** `今天 17:00 前`. */
export function before(at: Instant, now: number): string {
  const { dayNumber, time } = wall(at)
  return `${near[dayNumber - wall(now).dayNumber] ?? day(at, now)} ${time} 前`
}

function span(ms: number): string {
  if (ms >= DAY) return `${Math.floor(ms / DAY)} 天`
  if (ms >= HOUR) return `${Math.floor(ms / HOUR)} 小时`
  return `${Math.max(1, Math.ceil(ms / MINUTE))} 分钟`
}

/** `还剩 2 天`, or `超 3 小时` once it is past; never more time than there is. */
export function left(due: Instant, now: number): string {
  const rest = Date.parse(due) - now
  return rest >= 0 ? `还剩 ${span(rest)}` : `超 ${span(-rest)}`
}

export const isPast = (due: Instant, now: number) => Date.parse(due) < now
