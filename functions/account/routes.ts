import { AccountId, account as contract, cardTriesPerDay, smsLimits } from '../../contract/account'
import type { Instant } from '../../contract/route'
import { bind } from '../platform/bind'
import { type Account, askFor, newAccount, recogniseStaff, tieTo } from './account'
import type { Deps, TiedHousehold } from './deps'
import { desktopRoutes } from './desktop-routes'
import { provenPhone } from './proof'
import { follower } from './follow'
import { sessionFor } from './session'
import { answer, ask } from './tie-request'

/** Binds the account routes. */
export function routes(deps: Deps) {
  const { accounts, requests, codes, allow, tag, roster } = deps

  async function household(code: string, accountId: AccountId, now: Instant) {
    if (!(await allow(tag('card-tries', accountId), cardTriesPerDay, now))) return { problem: 'tooManyTries' } as const
    return roster.byCard(code)
  }

  async function withAccount(id: AccountId, rule: (account: Account) => Account, now: Instant) {
    const changed = await accounts.change(id, rule)
    if (!('problem' in changed)) return sessionFor(changed, deps, now)
    // Where the session is good but its account is gone, another sign-in makes it anew.
    const { problem } = changed
    return problem === 'notFound' ? ({ problem: 'signInAgain' } as const) : { problem }
  }

  const { following, followed } = follower(deps)

  const bound = bind(contract, {
    'POST /v1/sessions': async ({ body, now }) => {
      const known = await deps.wechatLogin(body.code)
      if ('problem' in known) return known
      const id = AccountId.parse(tag('account', known.openid))
      return sessionFor(await following(await accounts.ensure(newAccount(id, known.openid)), now), deps, now)
    },

    'POST /v1/phone-codes': async ({ body, caller, now }) => {
      if (!(await allow(tag('sms', caller.accountId), smsLimits.perAccountPerDay, now))) return { problem: 'tooManyTries' }
      const made = await codes.make(body.phone, now)
      if ('problem' in made) return made
      const sent = await deps.sendCode(body.phone, made.code)
      return sent === true ? { expiresAt: made.expiresAt } : sent
    },

    'POST /v1/ties': async ({ body, caller, now }) => {
      const found = await household(body.cardCode, caller.accountId, now)
      if ('problem' in found) return found
      const proven = await provenPhone(body.proof, deps, now)
      if ('problem' in proven) return proven
      const proves = await roster.proves(found.id, proven.phone)
      if (proves !== true) return proves
      const tie = { householdId: found.id, villageId: found.villageId, by: 'phone' as const, at: now }
      return withAccount(caller.accountId, (account) => tieTo(account, tie, proven.phone), now)
    },

    'POST /v1/staff-ties': async ({ body, caller, now }) => {
      const proven = await provenPhone(body.proof, deps, now)
      if ('problem' in proven) return proven
      const cadreId = await roster.cadreByPhone(proven.phone)
      if (!cadreId) return { problem: 'staffUnknown' }
      return withAccount(caller.accountId, (account) => recogniseStaff(account, cadreId), now)
    },

    'POST /v1/tie-requests': async ({ body, caller, now }) => {
      const found = await household(body.cardCode, caller.accountId, now)
      if ('problem' in found) return found
      const lead = await roster.leadOf(found.id)
      if (!lead) return { problem: 'noCadreToAsk' }
      const asked = { id: body.id, accountId: caller.accountId, householdId: found.id, cadreId: lead.cadreId, name: body.name }
      let earlier = await requests.get(body.id)
      if (!earlier) {
        // The account first: it may wait for a request that never came, but none is answered to an account that does not wait for it.
        await accounts.change(caller.accountId, (account) => askFor(account, body.id, now))
        if (await requests.add(ask(asked, now), now)) return { cadreName: lead.name, at: now }
        earlier = await requests.get(body.id)
      }
      const same = earlier?.accountId === caller.accountId && earlier.householdId === found.id && earlier.name === body.name
      if (!earlier || !same) return { problem: 'changedReplay' }
      return { cadreName: lead.name, at: earlier.at }
    },

    'GET /v1/tie-requests': async ({ caller }) => {
      const waiting = caller.staff ? await requests.waitingFor(caller.staff.cadreId) : []
      const households = await Promise.all(waiting.map(({ householdId }) => roster.household(householdId)))
      const shown = (found: TiedHousehold) => ({ headName: found.headName, village: found.village, group: found.group })
      return { items: waiting.flatMap(({ id, name, at }, i) => (households[i] ? [{ id, name, at, household: shown(households[i]) }] : [])) }
    },

    'POST /v1/tie-requests/{id}/answer': async ({ params, body, caller, now }) => {
      const request = await requests.get(params.id)
      const lead = request && (await roster.leadOf(request.householdId))
      if (!request || !lead || lead.cadreId !== caller.staff?.cadreId) return { problem: 'notFound' }
      const answered = await requests.change(params.id, (item) => answer(item, body.confirm, now), now)
      if ('problem' in answered) return answered
      await followed(answered, now)
      return {}
    },
  })
  return [...bound, ...desktopRoutes(deps)]
}
