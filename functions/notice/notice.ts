import * as z from 'zod/mini'

import { backOffMinutes, Delivery, MOST_TRIES, NoticeId, Occasion } from '../../contract/notice'
import { CadreId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { Kind, TicketId } from '../../contract/ticket'
import { day, later, minute, shanghai } from '../../contract/time'
import { Addressee } from './person'

/** In which capacity somebody is told. */
export const roles = ['cadre', 'leader', 'desk', 'inspection', 'head', 'office', 'sender', 'mergedSender'] as const

/** One notice for one person: what their inbox shows, and how far its delivery by WeChat has come. */
export const Notice = z.object({
  id: NoticeId,
  version: z.number(),
  addressee: Addressee,
  role: z.enum(roles),
  cadreId: z.optional(CadreId),
  /** The item that it is about. */
  sourceId: z.string(),
  source: z.object({ pk: z.string(), sk: z.string() }),
  occasion: Occasion,
  ticketId: z.optional(TicketId),
  number: z.optional(z.string()),
  kind: z.optional(Kind),
  deadline: z.optional(Instant),
  /** The cadres and units from whose inboxes it has to vanish, should its reader become one of them. */
  barred: z.optional(z.array(z.string())),
  at: Instant,
  state: Delivery,
  /** Deliveries begun. */
  tries: z.number(),
  /** Until when one dispatcher alone may deliver it. */
  leaseUntil: z.optional(Instant),
  /** When somebody has to look after it again; there exactly while it is pending. */
  owedAt: z.optional(Instant),
  readAt: z.optional(Instant),
})
export type Notice = z.infer<typeof Notice>

/** Whether it goes to whoever sent something, and not to those who handle it. */
export const isToVillager = ({ role }: Pick<Notice, 'role'>) => role === 'sender' || role === 'mergedSender'

/** How long one delivery may take: four calls to WeChat of 3 seconds for each of a person's telephones, and a wide margin. */
export const leaseFor = minute

/** The wait after so many tries that failed. */
export const backOff = (tries: number) => (backOffMinutes[Math.max(0, tries - 1)] ?? backOffMinutes[backOffMinutes.length - 1]!) * minute

/** When WeChat's daily quota begins anew: the next midnight in Shanghai. */
export function quotaResets(now: Instant): Instant {
  const local = shanghai(now)
  const sinceMidnight = local.getTime() - Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate())
  return later(now, day - sinceMidnight)
}

const settled = (notice: Notice, state: Notice['state']): Notice => ({ ...notice, state, leaseUntil: undefined, owedAt: undefined })

/**
 * The notice with a lease on its next delivery, which counts as a try at once, so that crashes cannot make the tries
 * endless. The notice itself where nothing is to be done now; given up where the tries are used up.
 */
export function lease(notice: Notice, now: Instant): Notice {
  if (notice.state !== 'pending' || (notice.owedAt && notice.owedAt > now)) return notice
  if (notice.tries >= MOST_TRIES) return settled(notice, 'technicalFailure')
  const until = later(now, leaseFor)
  return { ...notice, tries: notice.tries + 1, leaseUntil: until, owedAt: until }
}

/** Whether the holder of this lease may still send; a holder that was asleep may not. */
export const mayStillSend = ({ state, leaseUntil }: Notice, now: Instant) => state === 'pending' && !!leaseUntil && now < leaseUntil

/** `unreachable`: the person has no WeChat account here. The others are WeChat's answers. */
export type Outcome = 'sent' | 'unreachable' | 'permanent' | 'transient' | 'quota'

/** The notice after the delivery leased until `leaseUntil` ended so; itself if that lease is not its present one. */
export function settle(notice: Notice, leaseUntil: Instant | undefined, outcome: Outcome, now: Instant): Notice {
  if (notice.state !== 'pending' || notice.leaseUntil !== leaseUntil) return notice
  if (outcome === 'sent') return settled(notice, 'sent')
  if (outcome === 'permanent' || outcome === 'unreachable') return settled(notice, 'inboxOnly')
  if (notice.tries >= MOST_TRIES) return settled(notice, 'technicalFailure')
  return { ...notice, leaseUntil: undefined, owedAt: outcome === 'quota' ? quotaResets(now) : later(now, backOff(notice.tries)) }
}

/** The notice once its reader has opened it. */
export const opened = (notice: Notice, now: Instant): Notice => (notice.readAt ? notice : { ...notice, readAt: now })
