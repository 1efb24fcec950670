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
  lane.door.open()
}

const isText = (path: string) => path.endsWith('/sms')

/**
 * An odd circumstance, without faults at a single call. `more`: so much time passes that people are told more. `inboxOnly`: whom only a
 * text message reaches has the inbox alone: the provider refuses what was signed by a clock that is off by more than five minutes, and
 * after eight tries in vain no text message is tried any more. `without`: what journeys that need it do not meet it.
 */
export type OddManner = { manner: Manner; more?: boolean; inboxOnly?: boolean; without?: 'wechat' | 'clocks' }

export const manners: readonly OddManner[] = [
  {
    manner: { name: 'clocks that differ by half an hour', skew: (nth) => (nth % 2 ? SKEW : -SKEW) },
    inboxOnly: true,
    without: 'clocks',
  },
  { manner: { name: 'wake-ups repeated and out of order', tell: again } },
  {
    manner: { name: 'WeChat away for a day', before: async (lane) => lane.door.shut((path) => !isText(path)), after: aDayLater },
    more: true,
    without: 'wechat',
  },
  {
    manner: { name: 'WeChat and text messages away for a day', before: async (lane) => lane.door.shut(() => true), after: aDayLater },
    more: true,
    inboxOnly: true,
    without: 'wechat',
  },
]
