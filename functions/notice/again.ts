import * as z from 'zod/mini'

import { HouseholdId } from '../../contract/pairing'
import type { RawItem } from '../platform/outbox'
import { counted } from './digest'
import { goneUp, lease, nextStep } from './delivery'
import { deliver } from './deliver'
import type { DispatchDeps, Reach, SentBy } from './deps'
import { goUp } from './go-up'
import type { Notice } from './notice'
import type { Person } from './person'

const personOf = ({ cadreId, addressee }: Notice): Person =>
  cadreId ? { cadreId } : { senderTag: addressee.slice(addressee.indexOf('-') + 1) }

const Concerned = z.object({ accountId: z.optional(z.string()), householdId: z.optional(HouseholdId) })

function sentBy({ ticketId }: Notice, source: RawItem | undefined): SentBy {
  if (ticketId) return { ticketId }
  const { accountId, householdId } = Concerned.parse(source ?? {})
  return accountId ? { accountId } : { householdId }
}

const nobody: Reach = { accounts: [], phone: async () => undefined }

/** Notices of an inbox that a digest looks through. */
const LOOKED_THROUGH = 60

/** What the digest counts at this moment: what waits for it, is unread, and may still be known of. */
async function waitingFor(digest: Notice, mayLearn: (source: RawItem) => boolean, { notices, outbox }: DispatchDeps) {
  const lines = await notices.inbox(digest.addressee, LOOKED_THROUGH)
  const waiting = lines.filter(({ state, round, readAt }) => state === 'folded' && round === digest.round && !readAt)
  const sources = await Promise.all(waiting.map(({ source }) => outbox.read(source)))
  return counted(waiting.filter((_, at) => sources[at] === undefined || mayLearn(sources[at])))
}

/**
 * Does what a stored notice is due for, unless another dispatcher has it: the next message, or the way up to the head of
 * the unit. Whoever may no longer know of it never will.
 */
export async function lookAfter(notice: Notice, deps: DispatchDeps): Promise<void> {
  const { notices, outbox, knower, reachOf, clock, log } = deps
  const now = clock()
  const leased = lease(notice, now)
  const up = leased === notice && nextStep(notice)
  if (leased === notice && !(up && up.what === 'unread' && up.at <= now && !notice.lease)) return
  const [source, known] = await Promise.all([
    notice.occasion === 'digest' ? undefined : outbox.read(notice.source),
    notice.cadreId ? knower(notice.cadreId) : undefined,
  ])
  if (notice.cadreId && !(known && (!source || known.mayLearn(source)))) {
    if (await notices.remove(notice)) log.info('notice.barred', { notice: notice.id, source: notice.sourceId })
    return
  }
  if (leased === notice) {
    await goUp(notice, source, known?.unitId, deps)
    await notices.change(notice, goneUp)
    return
  }
  const held = { ...leased, version: notice.version + 1 }
  if (!(await notices.put(held, notice.version))) return
  if (!held.lease)
    return void (held.state === 'technicalFailure' && log.warn('notice.givenUp', { notice: notice.id, source: notice.sourceId }))
  const [reach, count] = await Promise.all([
    reachOf(personOf(notice), sentBy(notice, source)),
    notice.occasion === 'digest' && known ? waitingFor(notice, known.mayLearn, deps) : undefined,
  ])
  // Everything that it was to count has been read, or is hidden by now: nothing is left to say.
  const silent = count?.count === 0
  await deliver({ notice: held, count }, silent ? nobody : reach, deps)
}
