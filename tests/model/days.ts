/** Milliseconds of a plain clock: the reference counts in numbers, not in instants. */
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Which days, numbered from 1970 in Shanghai, are not what their weekday says. */
export type Special = ReadonlyMap<number, boolean>

export const dayNumber = (at: number) => Math.floor((at + 8 * HOUR) / DAY)
/** 1 January 1970 was a Thursday. */
const worksByItself = (number: number) => ![2, 3].includes(((number % 7) + 7) % 7)

/** So many worked days on, at the same time of day. */
export function workedDays(from: number, count: number, special: Special): number {
  let number = dayNumber(from)
  for (let worked = 0; worked < count;) {
    number++
    if (special.get(number) ?? worksByItself(number)) worked++
  }
  return from + (number - dayNumber(from)) * DAY
}
