import { Instant } from '../../contract/route'

/** Tells the time; an argument everywhere, so that tests run a month in a second. */
export type Clock = () => Instant

/** The instant of a JavaScript date. */
export const instant = (date: Date): Instant => Instant.parse(date.toISOString())

export const systemClock: Clock = () => instant(new Date())

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** The instant `milliseconds` after `from`. */
export const later = (from: Instant, milliseconds: number): Instant => instant(new Date(Date.parse(from) + milliseconds))

const SHANGHAI_OFFSET = 8 * hour

/** The date in Shanghai (UTC+8, no summer time) as `20261118`. */
export const shanghaiDay = (at: Instant) => new Date(Date.parse(at) + SHANGHAI_OFFSET).toISOString().slice(0, 10).replaceAll('-', '')

/** The weekday in Shanghai, 0 = Sunday. */
export const shanghaiWeekday = (at: Instant) => new Date(Date.parse(at) + SHANGHAI_OFFSET).getUTCDay()
