import * as z from 'zod/mini'

import { type BeginUpload, HeldBecause, MediaId, MediaKind, type MediaRef, MediaState } from '../../contract/media'
import type { Problem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { TicketId } from '../../contract/ticket'
import { day, later, minute } from '../../contract/time'

/** A photo or recording: one item, changed by one conditional write. Who uploaded it stands here by tag only. */
export const MediaItem = z.object({
  id: MediaId,
  version: z.number(),
  kind: MediaKind,
  state: MediaState,
  /** Whose it is: the tag of the account, as the tickets that it sent have it. */
  ownerTag: z.string(),
  ticketId: z.optional(TicketId),
  startedAt: Instant,
  seconds: z.optional(z.number()),
  /** How often WeChat did not take the question. */
  failed: z.number(),
  /** Until when WeChat may give its verdict: from then on inspection has to look. */
  judgeBy: z.optional(Instant),
  because: z.optional(HeldBecause),
  heldAt: z.optional(Instant),
  /** Inspection has looked at it and left it hidden. */
  keptHidden: z.optional(z.boolean()),
  /** The ticket has still to be marked for review because of it. */
  toFlag: z.optional(z.boolean()),
  wakeAt: z.optional(Instant),
})
export type MediaItem = z.infer<typeof MediaItem>

/** How long an upload is kept that no ticket names. */
export const UNBOUND = day
/** For how long what has arrived waits for WeChat's verdict (mediaCheckAsync: within 30 minutes), whether WeChat could be asked or not. */
export const VERDICT = 30 * minute
/** Waits after a WeChat that does not take the question; the last one repeats. */
const waits = [1, 2, 5, 10].map((minutes) => minutes * minute)

const fresh = (id: MediaId, kind: MediaKind, ownerTag: string, now: Instant): MediaItem => ({
  id,
  version: 1,
  kind,
  state: 'waiting',
  ownerTag,
  startedAt: now,
  failed: 0,
})

/** The item that an upload is begun for: a new one, which is thrown away if no ticket names it within a day, or the one that is there. */
export function begin(
  stored: MediaItem | undefined,
  { id, kind }: BeginUpload,
  ownerTag: string,
  now: Instant,
): MediaItem | Problem<'notAllowed' | 'changedReplay'> {
  if (!stored) return { ...fresh(id, kind, ownerTag, now), wakeAt: later(now, UNBOUND) }
  if (stored.ownerTag !== ownerTag) return { problem: 'notAllowed' }
  return stored.kind === kind ? stored : { problem: 'changedReplay' }
}

/**
 * The item once a ticket names it, uploaded or not. What is somebody else's, another ticket's or of another kind stays as it is:
 * the ticket then shows nothing in its place.
 */
export function bind(
  stored: MediaItem | undefined,
  { id, kind }: MediaRef,
  { ticketId, ownerTag }: { ticketId: TicketId; ownerTag: string },
  now: Instant,
): MediaItem {
  if (!stored) return { ...fresh(id, kind, ownerTag, now), ticketId }
  if (stored.ownerTag !== ownerTag || stored.kind !== kind || stored.ticketId) return stored
  const risky = stored.state === 'held' && stored.because !== 'silent'
  const wakeAt = risky ? now : stored.state === 'waiting' ? undefined : stored.wakeAt
  return { ...stored, ticketId, wakeAt, ...(risky && { toFlag: true }) }
}

/** The item after its file was looked at: WeChat has to be asked, or there is nothing in it to show. */
export function arrived(item: MediaItem, clean: { seconds?: number } | undefined, now: Instant): MediaItem {
  if (item.state !== 'waiting') return item
  if (!clean) return { ...item, state: 'refused', wakeAt: item.ticketId ? undefined : item.wakeAt }
  return { ...item, state: 'checking', seconds: clean.seconds, judgeBy: later(now, VERDICT), wakeAt: now }
}

const held = (item: MediaItem, because: HeldBecause, now: Instant): MediaItem => {
  const toFlag = because !== 'silent' && item.ticketId !== undefined
  return { ...item, state: 'held', because, heldAt: now, toFlag: toFlag || undefined, wakeAt: toFlag ? now : whenUnbound(item) }
}
/** When an item that is through is thrown away, should no ticket have named it. */
const whenUnbound = ({ ticketId, startedAt }: MediaItem) => (ticketId ? undefined : later(startedAt, UNBOUND))

/** The item after WeChat took the question: its verdict is waited for. */
export const asked = (item: MediaItem): MediaItem => (item.state === 'checking' ? { ...item, wakeAt: item.judgeBy } : item)

/** The item after WeChat did not take the question: it is asked again while there is time. `forGood` says that it never will. */
export function askedInVain(item: MediaItem, forGood: boolean, now: Instant): MediaItem {
  if (item.state !== 'checking') return item
  if (forGood || isOver(item, now)) return held(item, 'silent', now)
  const again = later(now, waits[Math.min(item.failed, waits.length - 1)]!)
  return { ...item, failed: item.failed + 1, wakeAt: item.judgeBy && item.judgeBy < again ? item.judgeBy : again }
}

export type Verdict = 'pass' | 'review' | 'risky'

/** The item after WeChat's verdict; a repeat or one that comes late and says nothing new changes nothing. */
export function judged(item: MediaItem, verdict: Verdict, now: Instant): MediaItem {
  const open = item.state === 'checking' || (item.state === 'held' && item.because === 'silent' && !item.keptHidden)
  if (!open) return item
  if (verdict !== 'pass') return held(item, verdict, now)
  return { ...item, state: 'ready', because: undefined, heldAt: undefined, wakeAt: whenUnbound(item) }
}

const isOver = ({ judgeBy }: MediaItem, now: Instant) => judgeBy === undefined || judgeBy <= now

/** What has to be done for an item whose deadline has fallen due. */
export type Due = 'ask' | 'throwAway' | 'flag' | 'hold' | 'nothing'

export function due(item: MediaItem, now: Instant): Due {
  if (!item.wakeAt || item.wakeAt > now) return 'nothing'
  if (!item.ticketId && later(item.startedAt, UNBOUND) <= now) return 'throwAway'
  if (item.state === 'held') return 'flag'
  if (item.state !== 'checking') return 'nothing'
  return isOver(item, now) ? 'hold' : 'ask'
}

/** The item for which there is no verdict in time: inspection's to look at. A verdict that comes later still counts. */
export const unanswered = (item: MediaItem, now: Instant): MediaItem => (item.state === 'checking' ? held(item, 'silent', now) : item)

/** The item after its ticket was marked for review. */
export const flagged = (item: MediaItem): MediaItem => ({ ...item, toFlag: undefined, wakeAt: whenUnbound(item) })

/** The item after inspection has looked at it: shown to all who may read the ticket, or hidden until inspection says otherwise. */
export function decided(item: MediaItem, release: boolean): MediaItem | Problem<'notInThisState'> {
  if (item.state === 'ready' && release) return item
  if (item.state !== 'held') return { problem: 'notInThisState' }
  if (!release) return item.keptHidden ? item : { ...item, keptHidden: true }
  return { ...item, state: 'ready', keptHidden: undefined }
}

/** Whether it stands in inspection's list. One that no ticket names is nobody's business and goes within a day. */
export const isListed = ({ state, ticketId, keptHidden }: MediaItem) => state === 'held' && ticketId !== undefined && !keptHidden
