import * as z from 'zod/mini'
import { create } from 'zustand'

import { type Me, Session } from '../../contract/account'
import { client } from '../../contract/client'
import { desktop } from '../../contract/desktop'
import { isProblem } from '../../contract/problem'
import { forgetAll, keep, kept } from './storage'
import { transport } from './transport'

const KEY = 'session'
const WHOSE = 'whose'
/** A token in use with less time than this left is renewed. */
const RENEW_BEFORE_MS = 20 * 60_000
/** A desktop at which nobody has pressed anything for so long is not in use, though its tables look for news. */
const AT_HAND_MS = 10 * 60_000

type State = {
  session?: Session
  /** Why there is none any more, as the sign-in page says it. */
  says?: string
}

/** Who is signed in on this desktop. */
export const useSession = create<State>(() => ({ session: kept(KEY, Session) }))

/** What is known of the person. */
export const useStaff = (): Me['staff'] => useSession((state) => state.session?.me.staff)

/** The token for the next request. */
export const token = () => useSession.getState().session?.token

/** The account that drafts belong to. */
export const accountId = () => useSession.getState().session?.me.accountId ?? ''

let lastTouch = Date.now()
for (const touch of ['keydown', 'pointerdown'] as const)
  window.addEventListener(touch, () => (lastTouch = Date.now()), { capture: true, passive: true })

/** Takes the session that a sign-in or a renewal has answered with. What somebody else left half written in this tab goes. */
export function adopt(session: Session) {
  const former = kept(WHOSE, z.string())
  if (former !== undefined && former !== session.me.accountId) forgetAll()
  keep(WHOSE, session.me.accountId)
  keep(KEY, session)
  useSession.setState({ session, says: undefined })
}

/** The session is over; drafts stay, so that the same person goes on after signing in again. */
export function lose(says: string) {
  keep(KEY, null)
  useSession.setState({ session: undefined, says })
}

const renewing = new Set<string>()

/** A fresh session in place of one that has been in use for a while; none where it is not due, nobody is at hand, or no answer came. */
export async function fresher(session: Session): Promise<Session | undefined> {
  const { token: used, expiresAt } = session
  const left = Date.parse(expiresAt) - Date.now()
  if (renewing.has(used) || left > RENEW_BEFORE_MS || Date.now() - lastTouch > AT_HAND_MS) return undefined
  renewing.add(used)
  try {
    const answer = await client(desktop, (request) => transport({ ...request, token: used }))('POST /v1/desktop-session/renew')
    return isProblem(answer) ? undefined : answer
  } catch {
    // Without signal the token that there is stays; the next request tries again.
    return undefined
  } finally {
    renewing.delete(used)
  }
}

/** Has the token renewed where it has been in use for a while; unseen by the person, and never in the way of a request. */
export async function renewInUse() {
  const { session } = useSession.getState()
  const fresh = session && (await fresher(session))
  if (fresh && token() === session.token) adopt(fresh)
}

/** Ends a session on the server. */
export async function end(used: string) {
  try {
    await client(desktop, (request) => transport({ ...request, token: used }))('POST /v1/desktop-session/end')
  } catch {
    // Without signal the token still runs out by itself, and this desktop has forgotten it.
  }
}
