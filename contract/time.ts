import { Instant } from './route'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** The instant of a JavaScript date. */
export const instant = (date: Date): Instant => Instant.parse(date.toISOString())

/** The instant `milliseconds` after `from`. */
export const later = (from: Instant, milliseconds: number): Instant => instant(new Date(Date.parse(from) + milliseconds))

const SHANGHAI_OFFSET = 8 * hour

/** A date whose UTC fields read as the clock in Shanghai does (UTC+8, no summer time); Intl is missing in WeChat. */
export const shanghai = (at: Instant) => new Date(Date.parse(at) + SHANGHAI_OFFSET)

/** The day in Shanghai as `20261118`. */
export const shanghaiDay = (at: Instant) => shanghai(at).toISOString().slice(0, 10).replace(/-/g, '')
