import type { CadreId } from '../../contract/pairing'
import type { RawItem } from '../platform/outbox'
import { deliver } from './deliver'
import type { DispatchDeps } from './deps'
import { lease, type Notice, settle } from './notice'
import { noticeId } from './notice-id'
import type { Owed } from './owed'
import type { Person } from './person'
import { Merged, noticeTo, Source } from './source'

function senderOf({ senderTag, accountId }: Pick<Source, 'senderTag' | 'accountId'>, { tag }: DispatchDeps): Person {
  if (senderTag) return { senderTag }
  if (accountId) return { senderTag: tag('sender', accountId) }
  throw new Error('owes its sender a notice and names no sender')
}

const cadres = (ids: readonly CadreId[]): Person[] => ids.map((cadreId) => ({ cadreId }))

async function personsOf({ to }: Owed, source: Source, deps: DispatchDeps): Promise<Person[]> {
  switch (to.to) {
    case 'sender':
      return [senderOf(source, deps)]
    case 'mergedSender':
      return [senderOf(Merged.parse(await deps.ticketAt(to.ticketId)), deps)]
    case 'cadre':
    case 'leader':
      return cadres([to.cadreId])
    case 'desk':
    case 'inspection':
    case 'head':
    case 'office':
      return cadres(await deps.staffOf(to.unitId, to.to))
  }
}

type Made = { notice: Notice; openids: readonly string[] }

/** Stores the notice to this person, leased for its first delivery, unless it is stored already or they must not learn of it. */
async function makeOne(person: Person, owed: Owed, source: Source, raw: RawItem, deps: DispatchDeps): Promise<Made | undefined> {
  const { notices, mayLearn, openidsOf, clock, log } = deps
  if ('cadreId' in person && !(await mayLearn(raw, person.cadreId))) {
    log.info('notice.barred', { source: source.id })
    return undefined
  }
  const openids = await openidsOf(person, raw)
  const fresh = noticeTo(person, noticeId(source.id, owed, person), owed, source)
  // Whoever has no account needs no delivery: one write in place of three.
  const now = clock()
  const notice = openids.length > 0 ? lease({ ...fresh, owedAt: now }, now) : settle(fresh, undefined, 'unreachable', now)
  return (await notices.add(notice)) ? { notice, openids } : undefined
}

/**
 * Makes the notices that `raw` owes, each stored once however often this runs; then empties its outbox, unless the item
 * has changed meanwhile, and delivers what it made. Throws if any of it cannot be done; what is stored then is
 * delivered when its lease is over.
 */
export async function fanOut(raw: RawItem, deps: DispatchDeps): Promise<void> {
  const source = Source.parse(raw)
  const made: Made[] = []
  for (const owed of source.outbox) {
    for (const person of await personsOf(owed, source, deps)) {
      const one = await makeOne(person, owed, source, raw, deps)
      if (one) made.push(one)
    }
  }
  await deps.outbox.clear(raw, source.version)
  deps.log.info('outbox.fannedOut', { source: source.id, owed: source.outbox.length, made: made.length })
  const deliveries = made.filter(({ notice }) => notice.state === 'pending').map(({ notice, openids }) => deliver(notice, openids, deps))
  // All have come to their end before this ends: a Lambda that has answered is frozen with whatever it still does.
  const failed = (await Promise.allSettled(deliveries)).find((delivery) => delivery.status === 'rejected')
  if (failed) throw new Error('a delivery failed', { cause: failed.reason })
}
