import type { Instant } from '../../contract/route'
import { later, minute } from '../../contract/time'
import type { Clock } from './clock'
import { type Failure, isFailure } from './wechat-call'

export type Granted = { access_token: string; expires_in: number }

/** WeChat hands out the next token 5 minutes before the old one ends, and both are good in between. */
const EARLY = 5 * minute

/**
 * Holds the access token in memory until 5 minutes before it expires. Callers that need one at the same time share one
 * fetch. A failure is not held: the next caller asks again.
 */
export function tokenKeeper(fetchToken: () => Promise<Granted | Failure>, clock: Clock) {
  let held: { token: string; until: Instant } | undefined
  let pending: Promise<string | Failure> | undefined

  async function fetched(): Promise<string | Failure> {
    const granted = await fetchToken()
    if (isFailure(granted)) return granted
    held = { token: granted.access_token, until: later(clock(), granted.expires_in * 1000 - EARLY) }
    return held.token
  }

  const get = async (): Promise<string | Failure> => {
    if (held && held.until > clock()) return held.token
    pending ??= fetched().finally(() => (pending = undefined))
    return pending
  }

  return {
    get,
    /** The token to use after WeChat refused `refused`; one that was fetched meanwhile for another caller will do. */
    instead: (refused: string) => {
      if (held?.token === refused) held = undefined
      return get()
    },
  }
}
