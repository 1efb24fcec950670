import type { Instant } from '../../contract/route'
import { later } from '../../contract/time'
import { type ItemKey, type RawItem, wakeAtOf } from '../platform/outbox'
import { lookAfter } from './again'
import type { DispatchDeps } from './deps'
import { fanOut } from './fan-out'
import { afterFailure, Notice } from './notice'
import { NOTICE_ENTITY } from './store'

/** Failures after which an item is set aside. */
export const MOST_FAILURES = 10

/** The clocks of two machines differ by less; what the other one calls "now" is due here. */
const CLOCKS_DIFFER = 5000

type Result = 'nothing' | 'done' | 'pushedBack' | 'setAside'

const listedAt = ({ owedsk }: RawItem) => (typeof owedsk === 'string' ? owedsk : undefined)
const failuresOf = ({ owedTries }: RawItem) => (typeof owedTries === 'number' ? owedTries : 0)

const isDue = (at: string, { clock }: DispatchDeps) => at <= later(clock(), CLOCKS_DIFFER)

/** The item after what its deadline asks for was done; itself where no deadline has fallen due. */
async function woken(item: RawItem, deps: DispatchDeps): Promise<RawItem | undefined> {
  const wakeAt = wakeAtOf(item)
  if (!wakeAt || wakeAt > deps.clock()) return item
  await deps.wake[String(item['__edb_e__'])]?.(item, deps.clock())
  const after = await deps.outbox.read(item)
  // Whoever woke must have moved it on; else it would be woken again without end.
  if (after && wakeAtOf(after) === wakeAt) throw new Error('was woken, and its deadline is where it was')
  return after
}

/**
 * Does what the item under this key owes: what falls due at `wakeAt` is done by the feature that the item belongs to, an
 * outbox is fanned out, a notice is delivered. The stream, the clock and the one-machine timer all come here; repeats and
 * two at once do no harm. An item that fails is pushed back, and set aside in the end, so that it never blocks its
 * neighbours. Rejects only if not even that could be written.
 */
export async function dispatch(key: ItemKey, deps: DispatchDeps): Promise<Result> {
  let item = await deps.outbox.read(key)
  let listed = item && listedAt(item)
  if (!item || !listed || !isDue(listed, deps)) return 'nothing'
  try {
    if (item['__edb_e__'] === NOTICE_ENTITY) {
      await lookAfter(Notice.parse(item), deps)
      return 'done'
    }
    const after = await woken(item, deps)
    const next = after && listedAt(after)
    if (!after || !next || !isDue(next, deps)) return 'done'
    // Here by another machine's clock only, which is ahead of this one's.
    if (next === wakeAtOf(after) && next > deps.clock()) return 'nothing'
    ;[item, listed] = [after, next]
    await fanOut(item, deps)
    return 'done'
  } catch (error) {
    return failed(item, listed, error, deps)
  }
}

async function failed(item: RawItem, listed: string, error: unknown, { outbox, clock, log }: DispatchDeps): Promise<Result> {
  const facts = { item: typeof item['id'] === 'string' ? item['id'] : undefined, failures: failuresOf(item) + 1 }
  if (facts.failures >= MOST_FAILURES) {
    log.error('owed.setAside', error, facts)
    await outbox.setAside(item, listed, clock())
    return 'setAside'
  }
  log.error('owed.pushedBack', error, facts)
  await outbox.pushBack(item, listed, afterFailure(facts.failures, clock()), facts.failures)
  return 'pushedBack'
}

const AT_ONCE = 8
const MOST_LOOKS = 20

/**
 * Dispatches everything that is owed by now and returns how many items that were. An item that cannot even be pushed
 * back is left to the next sweep. `until` ends a sweep that would outlast its Lambda.
 */
export async function sweep(deps: DispatchDeps, until?: Instant): Promise<number> {
  const { outbox, clock, log } = deps
  let count = 0
  for (let look = 0; look < MOST_LOOKS; look++) {
    const { keys, more } = await outbox.due(clock())
    const waiting = [...keys]
    const work = async () => {
      for (let key = waiting.shift(); key && !(until && clock() > until); key = waiting.shift()) {
        await dispatch(key, deps).catch((error: unknown) => log.error('owed.stuck', error))
        count++
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    if (!more || (until && clock() > until)) break
  }
  return count
}
