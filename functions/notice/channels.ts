import * as z from 'zod/mini'

import { Instant } from '../../contract/route'

const Code = z.union([z.number(), z.string()])

/**
 * How far a notice has come by WeChat. `waiting`: it is still to be tried; `refused`: WeChat said no for good; `none`: the
 * person has no account; `failed`: the tries are used up; `skipped`: it was read, or went out otherwise, before.
 */
export const Wechat = z.object({
  state: z.enum(['waiting', 'sent', 'refused', 'none', 'failed', 'skipped']),
  /** Tries begun. */
  tries: z.number(),
  nextAt: z.optional(Instant),
  /** Since when it has failed without a success between: from then on the text message's time runs. */
  failingSince: z.optional(Instant),
  /** What came of the last try. */
  code: z.optional(Code),
})
export type Wechat = z.infer<typeof Wechat>

/**
 * How far a notice has come by text message. `sending` stands before the call is made: whoever finds it knows that the
 * message may have gone out. `unsure`: it went out once or twice, or never; the provider's answer was lost twice.
 */
export const Sms = z.object({
  state: z.enum(['waiting', 'sending', 'sent', 'refused', 'none', 'failed', 'skipped', 'unsure']),
  tries: z.number(),
  /** Tries after which it is not known whether it went out. */
  unsure: z.number(),
  nextAt: z.optional(Instant),
  code: z.optional(Code),
})
export type Sms = z.infer<typeof Sms>

/** What came of one try. `unsure`: it may have gone out all the same; `later`: not before `until`, and nothing was tried. */
export type Outcome =
  { result: 'sent' | 'none' | 'permanent' | 'transient' | 'unsure' | 'quota'; code?: number | string } | { result: 'later'; until: Instant }
