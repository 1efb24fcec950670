import type { Instant } from '../../contract/route'
import { instant } from '../../contract/time'

/** Tells the time; an argument everywhere, so that tests run a month in a second. */
export type Clock = () => Instant

export const systemClock: Clock = () => instant(new Date())
