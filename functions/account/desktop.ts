import * as z from 'zod/mini'

import { AccountId } from '../../contract/account'
import { desktopLimits, Machine } from '../../contract/desktop'
import type { Problem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { hour, later, minute } from '../../contract/time'

/** A desktop's way in: asked for, approved on a phone (or refused), opened once, ended. `id` is the tag of the code it shows. */
export const DesktopSignIn = z.object({
  id: z.string(),
  version: z.number(),
  signInId: z.string(),
  secretHash: z.string(),
  machine: Machine,
  state: z.enum(['waiting', 'approved', 'refused', 'open', 'ended']),
  accountId: z.optional(AccountId),
  at: Instant,
  /** Until when it may be approved and fetched; once open, until when the session may be renewed. */
  until: Instant,
})
export type DesktopSignIn = z.infer<typeof DesktopSignIn>

type Gone = Problem<'desktopGone'>
const gone: Gone = { problem: 'desktopGone' }

type Asked = Pick<DesktopSignIn, 'id' | 'signInId' | 'secretHash' | 'machine'>

/** A desktop that asks to be signed in. */
export const ask = (asked: Asked, at: Instant): DesktopSignIn => ({
  ...asked,
  version: 1,
  state: 'waiting',
  at,
  until: later(at, desktopLimits.validMinutes * minute),
})

/** Whether a phone may still decide about it. */
export const isWaiting = ({ state, until }: DesktopSignIn, now: Instant) => state === 'waiting' && now < until

/** The sign-in after this account's phone said yes; the same yes again changes nothing. */
export function approve(signIn: DesktopSignIn, accountId: AccountId, now: Instant): DesktopSignIn | Gone {
  if (signIn.state === 'approved' && signIn.accountId === accountId) return signIn
  return isWaiting(signIn, now) ? { ...signIn, state: 'approved', accountId } : gone
}

/** The sign-in after a phone said no. */
export function refuse(signIn: DesktopSignIn, now: Instant): DesktopSignIn | Gone {
  if (signIn.state === 'refused') return signIn
  return isWaiting(signIn, now) ? { ...signIn, state: 'refused' } : gone
}

/** The sign-in after its desktop has fetched the session, which it may do once; itself while the phone has not decided. */
export function open(signIn: DesktopSignIn, secretHash: string, now: Instant): DesktopSignIn | Problem<'desktopGone' | 'desktopRefused'> {
  if (signIn.secretHash !== secretHash || now >= signIn.until) return gone
  if (signIn.state === 'waiting') return signIn
  if (signIn.state === 'refused') return { problem: 'desktopRefused' }
  if (signIn.state !== 'approved') return gone
  return { ...signIn, state: 'open', until: later(now, desktopLimits.sessionHours * hour) }
}

/** Whether the desktop that was signed in by this still is. */
export const isOpen = ({ state, until }: DesktopSignIn, now: Instant) => state === 'open' && now < until

/** The sign-in after its person left the desktop. */
export const end = (signIn: DesktopSignIn): DesktopSignIn | Gone => {
  if (signIn.state === 'ended') return signIn
  return signIn.state === 'open' ? { ...signIn, state: 'ended' } : gone
}
