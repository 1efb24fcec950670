import * as z from 'zod/mini'
import { create } from 'zustand'

import { Session } from '../../contract/account'
import { accountId, end, fresher, useSession } from './session'
import { forget, keep, kept } from './storage'

const KEY = 'second'

/** The second person, and whom they sit beside, for which piece of work. */
const Second = z.object({ session: Session, beside: z.string(), work: z.string() })
type Second = z.infer<typeof Second>

/** After a reload they are still there, beside the same person. */
function found(): { second?: Second } {
  const second = kept(KEY, Second)
  return second?.beside === accountId() ? { second } : {}
}

/** Who is signed in beside the person of this desktop: for one piece of work that takes two, and no longer. */
const useStore = create<{ second?: Second }>(found)

/** The second person's session for this piece of work. */
export const useSecond = (work: string): Session | undefined =>
  useStore(({ second }) => (second?.work === work ? second.session : undefined))

/** The second person's token. */
export const secondToken = () => useStore.getState().second?.session.token

function put(second: Second) {
  keep(KEY, second)
  useStore.setState({ second })
}

/** Signs the second person in; whoever sat there before is signed out. */
export function seat(session: Session, work: string) {
  void unseat()
  put({ session, beside: accountId(), work })
}

/** Signs the second person out, on the server too. */
export async function unseat() {
  const used = secondToken()
  forget(KEY)
  useStore.setState({ second: undefined })
  if (used) await end(used)
}

/** The second person's session is over by itself. */
export function loseSecond(used: string | undefined) {
  if (used !== secondToken()) return
  forget(KEY)
  useStore.setState({ second: undefined })
}

/** Has their token renewed as the first person's is. */
export async function renewSecond() {
  const { second } = useStore.getState()
  const fresh = second && (await fresher(second.session))
  if (fresh && secondToken() === second.session.token) put({ ...second, session: fresh })
}

// Nobody sits beside a person who has left.
useSession.subscribe(() => {
  const { second } = useStore.getState()
  if (second && second.beside !== accountId()) void unseat()
})
