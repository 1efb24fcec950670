import { later } from '../../contract/time'
import { systemClock } from '../platform/clock'
import { start } from './start'

const { sweep, log } = await start('clock')

/** Time kept for what is under way when the function's time runs out. */
const RESERVE_MS = 10_000

/** Each minute: does what is owed and what the stream missed. */
export async function handler(_: unknown, { getRemainingTimeInMillis }: { getRemainingTimeInMillis: () => number }): Promise<void> {
  const until = later(systemClock(), getRemainingTimeInMillis() - RESERVE_MS)
  log.info('clock.swept', { items: await sweep(until) })
}
