import type { Failure } from '../platform/wechat'
import { isFailure } from '../platform/wechat'
import type { DispatchDeps } from './deps'
import { messageOf } from './message'
import { isToVillager, lease, mayStillSend, type Notice, type Outcome, settle } from './notice'
import type { Person } from './person'

/** Telephones of one person that are tried. */
const MOST_TELEPHONES = 3

/** Sends a notice that is leased, and records how it went. A crash in between makes one more delivery after the lease. */
export async function deliver(notice: Notice, openids: readonly string[], deps: DispatchDeps): Promise<void> {
  const { notices, clock, log } = deps
  const answer = await sendToFirst(notice, openids, deps)
  if (!answer) return
  const outcome: Outcome = isFailure(answer) ? answer.failure : answer.sent ? 'sent' : 'unreachable'
  const after = await notices.change(notice, (stored) => settle(stored, notice.leaseUntil, outcome, clock()))
  const state = 'problem' in after ? after.problem : after.state
  log.info('notice.tried', { notice: notice.id, source: notice.sourceId, tries: notice.tries, outcome, state })
}

/** The answer of the first telephone that does not refuse for good; undefined where the lease is over. */
async function sendToFirst(
  notice: Notice,
  openids: readonly string[],
  { wechat, templates, clock }: DispatchDeps,
): Promise<{ sent: boolean } | Failure | undefined> {
  const template = isToVillager(notice) ? templates.villager : templates.staff
  let answer: { sent: boolean } | Failure = { sent: false }
  for (const openid of openids.slice(0, MOST_TELEPHONES)) {
    if (!mayStillSend(notice, clock())) return undefined
    answer = await wechat.send({ openid, template, ...messageOf(notice) })
    if (!isFailure(answer) || answer.failure !== 'permanent') break
  }
  return answer
}

const personOf = ({ cadreId, addressee }: Notice): Person =>
  cadreId ? { cadreId } : { senderTag: addressee.slice(addressee.indexOf('-') + 1) }

/** Delivers a stored notice that is due, unless another dispatcher has it. Whoever may no longer know of it never will. */
export async function deliverAgain(notice: Notice, deps: DispatchDeps): Promise<void> {
  const { notices, outbox, mayLearn, openidsOf, clock, log } = deps
  const leased = lease(notice, clock())
  if (leased === notice) return
  const source = await outbox.read(notice.source)
  if (source && notice.cadreId && !(await mayLearn(source, notice.cadreId))) {
    if (await notices.remove(notice)) log.info('notice.barred', { notice: notice.id, source: notice.sourceId })
    return
  }
  const held = { ...leased, version: notice.version + 1 }
  if (!(await notices.put(held, notice.version))) return
  if (held.state !== 'pending') return log.warn('notice.givenUp', { notice: notice.id, source: notice.sourceId, tries: notice.tries })
  await deliver(held, source ? await openidsOf(personOf(notice), source) : [], deps)
}
