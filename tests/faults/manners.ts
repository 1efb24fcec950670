import { hour, minute } from '../../contract/time'
import { outbox } from '../../functions/platform/outbox'
import type { Lane, Process } from './lane'
import type { Manner } from './play'

const SKEW = 15 * minute
const A_DAY_OF = { steps: 24, long: hour }

/** Every wake-up three times, in another order, all at once. */
async function again(process: Process, lane: Lane): Promise<void> {
  const { keys } = await outbox(lane.table).due(lane.clock())
  const often = [...keys, ...[...keys].reverse(), ...keys]
  await Promise.all([...often.map((key) => process.dispatch(key)), process.sweep()])
}

async function aDayLater(lane: Lane): Promise<void> {
  const { sweep, stop } = await lane.start()
  for (let step = 0; step < A_DAY_OF.steps; step++) {
    lane.pass(A_DAY_OF.long)
    await sweep()
  }
  stop()
  await lane.door.open()
}

/**
 * Odd circumstances, without faults at a single call. `more`: so much time passes that people are told more. `skewed`: the provider of
 * text messages refuses what was signed by a clock that is off by more than five minutes, so that whom nothing else reaches has the
 * inbox alone.
 */
export const manners: readonly { name: string; manner: Manner; more?: boolean; skewed?: boolean }[] = [
  { name: 'clocks that differ by half an hour', manner: { skew: (nth) => (nth % 2 ? SKEW : -SKEW) }, skewed: true },
  { name: 'wake-ups repeated and out of order', manner: { tell: again } },
  { name: 'WeChat away for a day', manner: { before: (lane) => lane.door.close(), after: aDayLater }, more: true },
]
