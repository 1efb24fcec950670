import { MOST_SMS_TRIES, MOST_TRIES, patienceMinutes } from '../../contract/notice'
import type { Instant } from '../../contract/route'
import { later, minute } from '../../contract/time'
import type { Outcome } from './channels'
import { afterFailure, type Notice } from './notice'
import { asleep, awake, nextMidnight } from './quiet'

/** How long one try may take: four calls to WeChat of 3 seconds for each of a person's telephones, and a wide margin. */
export const leaseFor = minute

/** Text messages whose fate is not known, after which none is sent any more: one repeat at most. */
const MOST_UNSURE = 2

/** What is to be done for a notice next, and when. */
export type Step = { what: 'wechat' | 'sms' | 'unread'; at: Instant }

const latest = (a: Instant, b: Instant | undefined) => (b && b > a ? b : a)

/** When the text message is due: once WeChat is out of the question, or has failed for long enough. */
function smsAt(notice: Notice): Instant | undefined {
  const { wechat, sms, at, urgency } = notice
  if ((sms.state !== 'waiting' && sms.state !== 'sending') || wechat.state === 'sent') return undefined
  const own = sms.nextAt ?? at
  if (wechat.state !== 'waiting') return own
  const patience = patienceMinutes[urgency === 'h2' ? 'h2' : 'other'] * minute
  return wechat.failingSince && latest(own, later(wechat.failingSince, patience))
}

/** The next thing to be done for this notice; messages wait for the morning, and reading it ends everything. */
export function nextStep(notice: Notice): Step | undefined {
  const { id, urgency, wechat, at, unreadAt, readAt } = notice
  if (readAt) return undefined
  const sms = smsAt(notice)
  const steps: (Step | false | undefined)[] = [
    wechat.state === 'waiting' && { what: 'wechat', at: awake(wechat.nextAt ?? at, id, urgency) },
    sms && { what: 'sms', at: awake(sms, id, urgency) },
    unreadAt && { what: 'unread', at: unreadAt },
  ]
  return steps.reduce<Step | undefined>((first, step) => (step && !(first && first.at <= step.at) ? step : first), undefined)
}

const isOpen = (notice: Notice) => !notice.readAt && (notice.wechat.state === 'waiting' || smsAt(notice) !== undefined)

function ending({ wechat, sms, readAt }: Notice): Notice['state'] {
  if (wechat.state === 'sent' || sms.state === 'sent') return 'sent'
  const inVain = wechat.state === 'failed' || sms.state === 'failed' || sms.state === 'unsure'
  return inVain && !readAt ? 'technicalFailure' : 'inboxOnly'
}

/** What nobody will try any more is said to be so. */
function closed(notice: Notice): Notice {
  const { wechat, sms } = notice
  return {
    ...notice,
    wechat: wechat.state === 'waiting' ? { ...wechat, state: 'skipped', nextAt: undefined } : wechat,
    sms:
      sms.state === 'waiting'
        ? { ...sms, state: 'skipped', nextAt: undefined }
        : sms.state === 'sending'
          ? { ...sms, state: 'unsure' }
          : sms,
  }
}

/** The notice with its state and `owedAt` as its channels make them. */
function settled(notice: Notice): Notice {
  if (notice.lease) return { ...notice, owedAt: notice.lease.until }
  const open = isOpen(notice)
  const next = open ? notice : closed(notice)
  const reached = next.wechat.state === 'sent' || next.sms.state === 'sent'
  const state = notice.state === 'pending' && (!open || reached) ? ending(next) : notice.state
  return { ...next, state, owedAt: nextStep(next)?.at }
}

/** A lease that is over was held by somebody who died or slept: whether their message went out is not known. */
function freed(notice: Notice): Notice {
  const { lease, wechat, sms } = notice
  if (!lease) return notice
  const free = { ...notice, lease: undefined }
  if (lease.channel === 'wechat') return { ...free, wechat: { ...wechat, failingSince: wechat.failingSince ?? lease.until } }
  if (sms.state !== 'sending') return free
  const unsure = sms.unsure + 1
  return { ...free, sms: { ...sms, unsure, state: unsure < MOST_UNSURE ? 'waiting' : 'unsure' } }
}

function givenUp(notice: Notice): Notice {
  const { wechat, sms } = notice
  if (wechat.state === 'waiting' && wechat.tries >= MOST_TRIES)
    return { ...notice, wechat: { ...wechat, state: 'failed', nextAt: undefined } }
  if (sms.state === 'waiting' && sms.tries >= MOST_SMS_TRIES) return { ...notice, sms: { ...sms, state: 'failed', nextAt: undefined } }
  return notice
}

/**
 * The notice with a lease on its next message, if one is due. The try counts at once, so that crashes cannot make the
 * tries endless, and a text message is marked as being sent before it is. The notice itself while somebody holds a lease.
 */
export function lease(notice: Notice, now: Instant): Notice {
  if (notice.lease && now < notice.lease.until) return notice
  const free = givenUp(givenUp(freed(notice)))
  const step = nextStep(free)
  if (!step || step.at > now || step.what === 'unread') return free === notice ? notice : settled(free)
  // Whoever comes late in the evening finds it due and the telephones asleep.
  if (asleep(free.urgency, now)) return { ...free, owedAt: awake(now, free.id, free.urgency) }
  const until = later(now, leaseFor)
  const held = { ...free, lease: { channel: step.what, until }, owedAt: until }
  if (step.what === 'wechat') return { ...held, wechat: { ...free.wechat, tries: free.wechat.tries + 1 } }
  return { ...held, sms: { ...free.sms, state: 'sending', tries: free.sms.tries + 1 } }
}

/** Whether the holder of this lease may still send; a holder that was asleep may not, nor may anybody at night. */
export const mayStillSend = ({ lease: held, urgency }: Notice, now: Instant) =>
  held !== undefined && now < held.until && !asleep(urgency, now)

function byWechat(wechat: Notice['wechat'], outcome: Outcome, now: Instant): Notice['wechat'] {
  if (outcome.result === 'later') return { ...wechat, nextAt: outcome.until }
  const tried = { ...wechat, nextAt: undefined, code: outcome.code }
  switch (outcome.result) {
    case 'sent':
    case 'none':
      return { ...tried, state: outcome.result }
    case 'permanent':
      return { ...tried, state: 'refused' }
    default: {
      const nextAt = outcome.result === 'quota' ? nextMidnight(now) : afterFailure(wechat.tries, now)
      return { ...tried, nextAt, failingSince: wechat.failingSince ?? now }
    }
  }
}

function bySms(sms: Notice['sms'], outcome: Outcome, now: Instant): Notice['sms'] {
  // Nothing was tried; so many waits must not use up the tries.
  if (outcome.result === 'later') return { ...sms, state: 'waiting', tries: sms.tries - 1, nextAt: outcome.until }
  const tried = { ...sms, nextAt: undefined, code: outcome.code }
  const again = (nextAt: Instant) => ({ ...tried, state: 'waiting' as const, nextAt })
  switch (outcome.result) {
    case 'sent':
    case 'none':
      return { ...tried, state: outcome.result }
    case 'permanent':
      return { ...tried, state: 'refused' }
    case 'quota':
      return again(nextMidnight(now))
    case 'transient':
      return again(afterFailure(sms.tries, now))
    case 'unsure': {
      const unsure = sms.unsure + 1
      return unsure < MOST_UNSURE ? { ...again(afterFailure(sms.tries, now)), unsure } : { ...tried, state: 'unsure', unsure }
    }
  }
}

/** The notice after the try leased until `until` ended so; itself if that lease is not its present one. */
export function settle(notice: Notice, until: Instant | undefined, outcome: Outcome, now: Instant): Notice {
  const { lease: held, wechat, sms } = notice
  if (!held || held.until !== until) return notice
  const free = { ...notice, lease: undefined }
  const next = held.channel === 'wechat' ? { ...free, wechat: byWechat(wechat, outcome, now) } : { ...free, sms: bySms(sms, outcome, now) }
  return settled(givenUp(next))
}

/** The notice once its reader has opened it: what has not gone out yet is not needed any more. */
export const opened = (notice: Notice, now: Instant): Notice => (notice.readAt ? notice : settled({ ...notice, readAt: now }))

/** A new notice to somebody who is reached so; what is due at once is leased. */
export function begun(notice: Notice, reach: { wechat: boolean; sms: boolean }, now: Instant): Notice {
  const wechat = { state: reach.wechat ? ('waiting' as const) : ('none' as const), tries: 0 }
  const sms = { state: reach.sms ? ('waiting' as const) : ('none' as const), tries: 0, unsure: 0 }
  return lease(settled({ ...notice, wechat, sms }), now)
}

/** A new notice that the digest of `round` counts in place of a message of its own. */
export const folded = (notice: Notice, round: Instant): Notice => settled({ ...notice, state: 'folded', round })

/** The notice after it has gone up, or need not any more. */
export const goneUp = (notice: Notice): Notice => settled({ ...notice, unreadAt: undefined })
