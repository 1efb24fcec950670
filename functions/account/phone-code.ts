import * as z from 'zod/mini'

import { smsLimits } from '../../contract/account'
import type { Problem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { later, minute, shanghaiDay } from '../../contract/time'

/** The code last sent to one number. The code itself is kept only as a keyed hash. */
export const PhoneCode = z.object({
  id: z.string(),
  version: z.number(),
  codeTag: z.string(),
  expiresAt: Instant,
  tries: z.number(),
  day: z.string(),
  sentThatDay: z.number(),
})
export type PhoneCode = z.infer<typeof PhoneCode>

/** The code after a new one was made for this number, or that it has had enough for a day. */
export function renew(id: string, former: PhoneCode | undefined, codeTag: string, now: Instant): PhoneCode | Problem<'tooManyTries'> {
  const day = shanghaiDay(now)
  const sent = former?.day === day ? former.sentThatDay : 0
  if (sent >= smsLimits.perNumberPerDay) return { problem: 'tooManyTries' }
  const expiresAt = later(now, smsLimits.validMinutes * minute)
  return { id, version: former?.version ?? 0, codeTag, expiresAt, tries: 0, day, sentThatDay: sent + 1 }
}

/** The code after one try, which counts before it is known to be right; a code that ran out or was tried too often is no use any more. */
export function attempt(code: PhoneCode, now: Instant): PhoneCode | Problem<'codeExpired' | 'tooManyTries'> {
  if (code.expiresAt <= now) return { problem: 'codeExpired' }
  if (code.tries >= smsLimits.tries) return { problem: 'tooManyTries' }
  return { ...code, tries: code.tries + 1 }
}

/** The code once it has been used; it works once. */
export const spent = (code: PhoneCode, now: Instant): PhoneCode => ({ ...code, expiresAt: now })
