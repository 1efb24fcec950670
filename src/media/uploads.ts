import * as z from 'zod/mini'

import { MediaId, MediaKind, type MediaRef } from '../../contract/media'
import { Instant } from '../../contract/route'
import { TicketId } from '../../contract/ticket'
import { type Errand, isUrgent, mediaOf, ticketIdOf, withMedia, wordsOf } from '../api/errand'
import { saysNothing } from '../api/spoken-words'

/** A photo or recording that this phone keeps until the ticket that names it is accepted. */
export const Upload = z.object({
  id: MediaId,
  kind: MediaKind,
  type: z.string(),
  bytes: z.number(),
  /** How long a recording is. */
  seconds: z.optional(z.number()),
  /** The draft that it was put into. */
  draft: z.string(),
  /** When all of it was there. */
  sentAt: z.optional(Instant),
  /** The ticket that has gone ahead of it, or without it. */
  ticketId: z.optional(TicketId),
  /** Why it was not taken. */
  says: z.optional(z.string()),
})
export type Upload = z.infer<typeof Upload>

const MINUTE_MS = 60_000
/** Words wait so long for their photos; then they go ahead, and the photos follow. */
const WORDS_WAIT_MS = 10 * MINUTE_MS
/** What no ticket names is thrown away after a day; well before that it is asked whether it is still there. */
const SURE_FOR_MS = 12 * 60 * MINUTE_MS

const NOT_HEARD = '录音没有传上去,请重新说一遍,或者写几句。'

// A phone's clock may have been set back meanwhile.
const since = (at: Instant, now: number) => Math.abs(now - Date.parse(at))

const isUp = ({ sentAt }: Upload, now: number) => sentAt !== undefined && since(sentAt, now) < SURE_FOR_MS

const upload = (uploads: readonly Upload[], { id }: MediaRef) => uploads.find((one) => one.id === id)

/**
 * The errand as it may leave now: without what could not be taken, and with the reason where nothing would be left of it.
 * Undefined while it waits for its photos; where somebody is in danger it does not.
 */
export function toSend(errand: Errand, uploads: readonly Upload[], now: number): Errand | undefined {
  const refs = mediaOf(errand)
  // What may have arrived goes out again as it was.
  if (refs.length === 0 || errand.tried) return errand
  const takes = refs.filter((ref) => upload(uploads, ref) && !upload(uploads, ref)?.says)
  const allUp = takes.every((ref) => uploads.some((one) => one.id === ref.id && isUp(one, now)))
  if (!allUp && !isUrgent(errand) && since(errand.at, now) < WORDS_WAIT_MS) return undefined
  const rest = withMedia(errand, takes)
  return saysNothing(wordsOf(errand) ?? '', takes) ? { ...rest, says: NOT_HEARD } : rest
}

/** Those of this errand's that have still to be sent. */
export const stillToSend = (errand: Errand, uploads: readonly Upload[]): Upload[] =>
  mediaOf(errand).flatMap((ref) => uploads.filter((one) => one.id === ref.id && !one.says && !one.sentAt))

/** Whether it has still to be sent, because of an errand that waits for it or a ticket that has gone ahead. */
function isWanted(one: Upload, errands: readonly Errand[], now: number): boolean {
  if (one.says || isUp(one, now)) return false
  return one.ticketId !== undefined || errands.some((errand) => !errand.says && mediaOf(errand).some(({ id }) => id === one.id))
}

/** What is to be sent, the oldest errand's first and last what follows a ticket. */
export function toUpload(errands: readonly Errand[], uploads: readonly Upload[], now: number): Upload[] {
  const named = errands.flatMap((errand) => mediaOf(errand).map(({ id }) => id))
  const place = ({ id }: Upload) => (named.includes(id) ? named.indexOf(id) : named.length)
  return uploads.filter((one) => isWanted(one, errands, now)).sort((a, b) => place(a) - place(b))
}

/** The uploads after this errand was accepted: what is there is done with; what is not follows its ticket. */
export function afterwards(uploads: readonly Upload[], errand: Errand, now: number): { keep: Upload[]; done: Upload[] } {
  const ticketId = ticketIdOf(errand)
  const named = new Set(mediaOf(errand).map(({ id }) => id))
  const isDone = (one: Upload) => named.has(one.id) && isUp(one, now)
  return {
    done: uploads.filter(isDone),
    keep: uploads.filter((one) => !isDone(one)).map((one) => (named.has(one.id) ? { ...one, ticketId } : one)),
  }
}

/** What nothing needs any more: in no draft, named by no errand, with no ticket. */
export const forgotten = (uploads: readonly Upload[], errands: readonly Errand[], inDraft: (one: Upload) => boolean): Upload[] =>
  uploads.filter((one) => !one.ticketId && !inDraft(one) && !errands.some((errand) => mediaOf(errand).some(({ id }) => id === one.id)))
