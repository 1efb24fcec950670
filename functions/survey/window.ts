import * as z from 'zod/mini'

import { Instant } from '../../contract/route'
import { CampaignId, Key32, surveyLimits } from '../../contract/survey'
import { hour, later, minute } from '../../contract/time'

/** When a campaign's ballots may be drawn and cast, with the secret key of its tokens: all that draw and cast know of a campaign. */
export const Window = z
  .strictObject({
    campaignId: CampaignId,
    secretKey: Key32,
    opensAt: Instant,
    drawsUntil: Instant,
    castsUntil: Instant,
    annulled: z.optional(z.boolean()),
  })
  .check(
    z.refine(({ opensAt, drawsUntil }) => opensAt < drawsUntil),
    z.refine(({ drawsUntil, castsUntil }) => later(drawsUntil, surveyLimits.hoursToCast * hour) <= castsUntil),
  )
export type Window = z.infer<typeof Window>

/** The campaigns' windows as one SSM SecureString or the one machine's file holds them. */
export const Windows = z.array(Window)

/** Where draw and cast look a campaign up; undefined for one that they do not know. */
export type WindowOf = (campaignId: CampaignId, now: Instant) => Promise<Window | undefined>

/** Until when this may be done: sheets are printed before the survey opens, households draw and cast from then on. */
type Span = (window: Window) => readonly [from: string, until: string]
const print: Span = ({ drawsUntil }) => ['', drawsUntil]
const draw: Span = ({ opensAt, drawsUntil }) => [opensAt, drawsUntil]
const cast: Span = ({ opensAt, castsUntil }) => [opensAt, castsUntil]
const spans = { print, draw, cast }

/** Whether the window is open for this; the instant at which it ends is too late. */
export function isOpenFor(what: keyof typeof spans, window: Window, now: Instant): boolean {
  const [from, until] = spans[what](window)
  return !window.annulled && from <= now && now < until
}

const LOOK_AGAIN_MS = minute

/**
 * The windows that `read` gives, looked at again after a minute, so that an annulled campaign ends and a new one begins without
 * starting the functions anew. Where another look fails, the last one still counts.
 */
export function windowsFrom(read: () => Promise<string>): WindowOf {
  let seen: { windows: readonly Window[]; until: Instant } | undefined
  return async (campaignId, now) => {
    if (!seen || seen.until <= now) {
      const text = await read().catch((error: unknown) => {
        if (seen) return undefined
        throw error
      })
      const windows = text === undefined ? (seen?.windows ?? []) : Windows.parse(JSON.parse(text))
      seen = { windows, until: later(now, LOOK_AGAIN_MS) }
    }
    return seen.windows.find((window) => window.campaignId === campaignId)
  }
}
