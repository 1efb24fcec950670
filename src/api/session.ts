import { create } from 'zustand'

import { account, Session, type Me } from '../../contract/account'
import { client } from '../../contract/client'
import { isProblem } from '../../contract/problem'
import { phone } from './phone'
import { keep, kept } from './storage'
import { transport } from './transport'

const { 'POST /v1/sessions': opening } = account
const ask = client({ 'POST /v1/sessions': opening }, transport)

/** A session with less time than this left is renewed before it is used. */
const SPARE_MS = 60_000
/** A phone whose clock is wrong takes every session for expired; one this young is used all the same. */
const YOUNG_MS = 5 * 60_000

type State = { session?: Session; openedAt: number; /** Why there is no session: what the person reads. */ says?: string }

const storedUnder = () => `session:${phone.person()}`

/** Who is using this phone; the last known answer at once, a fresh one when it comes. */
export const useSession = create<State>(() => ({ session: kept(storedUnder(), Session), openedAt: 0 }))

/** What is known of the person, as the server last said. */
export const useMe = (): Me | undefined => useSession((state) => state.session?.me)

/** Why nothing is known of the person: what they read. */
export const useUnknown = (): string | undefined => useSession(({ session, says }) => (session ? undefined : says))

/** Signs in once more where it had failed; the session store says how it went. */
export const signInAgain = () => void signIn().catch(() => undefined)

/** The account that queue, drafts and cache belong to; empty before the first sign-in. */
export const accountId = () => useSession.getState().session?.me.accountId ?? ''

/** Takes the session that a sign-in or a tie has answered with. */
export function adopt(session: Session) {
  keep(storedUnder(), session)
  useSession.setState({ session, openedAt: Date.now(), says: undefined })
}

const NO_SIGNAL = '没有网络,连上网就能用。'

async function open(): Promise<string | undefined> {
  try {
    const answer = await ask('POST /v1/sessions', { body: { code: await phone.loginCode() } })
    if (isProblem(answer)) {
      useSession.setState({ says: answer.says })
      return undefined
    }
    adopt(answer)
    return answer.token
  } catch (cause) {
    useSession.setState({ says: NO_SIGNAL })
    throw cause
  }
}

let signingIn: Promise<string | undefined> | undefined

/** Signs in again by WeChat, unseen by the person; callers at the same time share one sign-in. Rejects without signal. */
export function signIn(): Promise<string | undefined> {
  signingIn ??= open().finally(() => {
    signingIn = undefined
  })
  return signingIn
}

/** A token that is good for the next request, if there is any. */
export async function token(): Promise<string | undefined> {
  const { session, openedAt } = useSession.getState()
  const left = session ? Date.parse(session.expiresAt) - Date.now() : 0
  return session && (left > SPARE_MS || Date.now() - openedAt < YOUNG_MS) ? session.token : signIn()
}
