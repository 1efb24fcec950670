import { later } from '../../contract/time'
import { systemClock } from '../platform/clock'
import { duties } from './duties'
import { start } from './start'

const features = await start('clock')
const { log } = features
const { sweep } = duties(features)

/** Time kept for what is under way when the function's time runs out. */
const RESERVE_MS = 10_000

/** Each minute: does what is owed and what the stream missed. */
export async function handler(_: unknown, { getRemainingTimeInMillis }: { getRemainingTimeInMillis: () => number }): Promise<void> {
  const until = later(systemClock(), getRemainingTimeInMillis() - RESERVE_MS)
  log.info('clock.swept', { items: await sweep(until) })
}
