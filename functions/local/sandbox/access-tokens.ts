import { randomBytes } from 'node:crypto'

import type { Instant } from '../../../contract/route'
import { hour, later, minute } from '../../../contract/time'
import type { Clock } from '../../platform/clock'

const VALID = 2 * hour
/** So long before its end a token is succeeded by the next; both are good in between. */
const OVERLAP = 5 * minute

/** stable_token as WeChat documents it: in normal mode the token stays the same until near its end, forced mode ends the old one at once. */
export function accessTokens(clock: Clock) {
  let tokens: { token: string; until: Instant }[] = []
  const current = () => tokens.at(-1)
  const secondsLeft = (until: Instant) => Math.floor((Date.parse(until) - Date.parse(clock())) / 1000)
  return {
    grant: (forced: boolean) => {
      const held = current()
      if (!held || forced || held.until <= later(clock(), OVERLAP)) {
        const next = { token: `sandbox_${randomBytes(24).toString('base64url')}`, until: later(clock(), VALID) }
        tokens = forced || !held ? [next] : [held, next]
      }
      const { token, until } = current()!
      return { access_token: token, expires_in: secondsLeft(until) }
    },
    /** WeChat's errcode for a call with this token; 0 if the token is good. */
    check: (token: string): 0 | 40001 | 42001 => {
      const known = tokens.find((one) => one.token === token)
      if (!known) return 40001
      return known.until > clock() ? 0 : 42001
    },
    /** As if the two hours were over, or the secret had been changed elsewhere. */
    forget: () => {
      tokens = []
    },
  }
}
export type AccessTokens = ReturnType<typeof accessTokens>
