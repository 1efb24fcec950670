import * as z from 'zod/mini'

import { ofKind, type Stored } from './items'

const Head = z.looseObject({
  number: z.string(),
  state: z.string(),
  raised: z._default(z.array(z.string()), []),
  outbox: z.array(z.unknown()),
  timeline: z.array(
    z.looseObject({ id: z.string(), step: z.string(), by: z.looseObject({ side: z.string() }), text: z.optional(z.string()) }),
  ),
})
const Notice = z.looseObject({ addressee: z.string(), occasion: z.string(), role: z.string(), state: z.string() })

/** A ticket and what was told of it, without what differs from run to run: ids and times. */
export type Picture = { state: string; raised: string[]; timeline: string[]; told: string[]; reached: string[] }

/** The head of these items, if the ticket was accepted. */
export const headOf = (items: readonly Stored[]) => ofKind(items, 'ticket').map((item) => ({ ...item, ...Head.parse(item) }))[0]
export const noticesIn = (items: readonly Stored[]) => ofKind(items, 'notice').map((item) => ({ ...item, ...Notice.parse(item) }))

/** What these items of one ticket come to; undefined where there is no such ticket. */
export function pictureOf(items: readonly Stored[]): Picture | undefined {
  const head = headOf(items)
  if (!head) return undefined
  const notices = noticesIn(items)
  const line = ({ addressee, role, occasion }: (typeof notices)[number]) => `${occasion} to ${role} ${addressee}`
  return {
    state: head.state,
    raised: [...head.raised].sort(),
    timeline: head.timeline.map(({ step, by, text = '' }) => `${step} by ${by.side} ${text}`),
    told: notices.map(line).sort(),
    reached: notices
      // What waits for the morning or for its digest is listed for then.
      .filter(({ state, owedAt }) => state === 'sent' || state === 'folded' || (state === 'pending' && owedAt !== undefined))
      .map(line)
      .sort(),
  }
}
