import { createHash } from 'node:crypto'

import { desktop as contract, desktopLimits } from '../../contract/desktop'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { bind, type Caller } from '../platform/bind'
import type { Deps } from './deps'
import { approve, ask, end, isOpen, isWaiting, open, refuse } from './desktop'
import { checkOf, codeOf, keyOfCode } from './desktop-code'
import { sessionFor } from './session'

const gone = { problem: 'desktopGone' } as const
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
/** A desktop's item that is not there is one whose time is over. */
const orGone = <T extends object>(answer: T): Exclude<T, Problem<'notFound'>> | typeof gone =>
  'problem' in answer && answer.problem === 'notFound' ? gone : (answer as Exclude<T, Problem<'notFound'>>)

/** Binds the routes by which a desktop is signed in. */
export function desktopRoutes(deps: Deps) {
  const { accounts, desktops, allow, tag } = deps

  /** Whether this caller may look up one more code; a desktop may not sign in another one, or its eight hours would have no end. */
  async function mayLook({ accountId, desktop }: Caller, now: Instant): Promise<true | Problem<'notAllowed' | 'tooManyTries'>> {
    if (desktop) return { problem: 'notAllowed' }
    return (await allow(tag('desktop-looks', accountId), desktopLimits.looksPerDay, now)) ? true : { problem: 'tooManyTries' }
  }

  return bind(contract, {
    'POST /v1/desktop-sign-ins': async ({ body, now }) => {
      const code = codeOf(body.id, tag)
      const fresh = ask({ id: keyOfCode(code, tag), signInId: body.id, secretHash: body.secretHash, machine: body.machine }, now)
      const stored = (await desktops.add(fresh)) ? fresh : await desktops.get(fresh.id)
      if (!stored || stored.signInId !== body.id || stored.secretHash !== body.secretHash) return { problem: 'changedReplay' }
      return isWaiting(stored, now) ? { code, check: checkOf(body.id, tag), expiresAt: stored.until } : gone
    },

    'POST /v1/desktop-sign-ins/{id}/session': async ({ params, body, now }) => {
      const hash = hashOf(body.secret)
      const key = keyOfCode(codeOf(params.id, tag), tag)
      const opened = orGone(await desktops.change(key, (signIn) => (signIn.signInId === params.id ? open(signIn, hash, now) : gone)))
      if ('problem' in opened) return opened
      if (opened.state !== 'open' || !opened.accountId) return {}
      const account = await accounts.get(opened.accountId)
      return account ? { session: await sessionFor(account, deps, now, opened) } : gone
    },

    'GET /v1/desktop-codes/{code}': async ({ params, caller, now }) => {
      const may = await mayLook(caller, now)
      if (may !== true) return may
      const signIn = await desktops.get(keyOfCode(params.code, tag))
      if (!signIn || !isWaiting(signIn, now)) return gone
      return { machine: signIn.machine, check: checkOf(signIn.signInId, tag), at: signIn.at, expiresAt: signIn.until }
    },

    'POST /v1/desktop-codes/{code}/approve': async ({ params, caller, now }) => {
      const may = await mayLook(caller, now)
      if (may !== true) return may
      const answer = orGone(await desktops.change(keyOfCode(params.code, tag), (signIn) => approve(signIn, caller.accountId, now)))
      return 'problem' in answer ? answer : {}
    },

    'POST /v1/desktop-codes/{code}/refuse': async ({ params, caller, now }) => {
      const may = await mayLook(caller, now)
      if (may !== true) return may
      const answer = orGone(await desktops.change(keyOfCode(params.code, tag), (signIn) => refuse(signIn, now)))
      return 'problem' in answer ? answer : {}
    },

    'POST /v1/desktop-session/renew': async ({ caller, now }) => {
      const signIn = caller.desktop && (await desktops.get(caller.desktop))
      if (!signIn || !isOpen(signIn, now)) return gone
      const account = await accounts.get(caller.accountId)
      return account ? sessionFor(account, deps, now, signIn) : gone
    },

    'POST /v1/desktop-session/end': async ({ caller }) => {
      if (!caller.desktop) return gone
      const answer = orGone(await desktops.change(caller.desktop, end))
      return 'problem' in answer ? answer : {}
    },
  })
}
