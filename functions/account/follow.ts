import type { Instant } from '../../contract/route'
import { type Account, askedNoMore, tieTo } from './account'
import type { Deps } from './deps'
import type { StoredRequest } from './tie-request'

/**
 * What an answered request makes of the account that waits for it. The request decides, so that of two answers at once one counts; the
 * account follows, now or at its next sign-in, and what it has been tied to since is left alone.
 */
export function follower({ accounts, requests, roster }: Pick<Deps, 'accounts' | 'requests' | 'roster'>) {
  async function followed({ id, accountId, householdId, state }: StoredRequest, now: Instant): Promise<Account | undefined> {
    const found = await roster.household(householdId)
    const tie = found && { householdId, villageId: found.villageId, by: 'confirmed' as const, at: now }
    const changed = await accounts.change(accountId, (account) => {
      if (account.asked?.id !== id) return account
      return tie && state === 'confirmed' ? tieTo(account, tie) : askedNoMore(account)
    })
    return 'problem' in changed ? undefined : changed
  }
  return {
    followed,
    /** The account as it signs in: after what became of the request that it waits for. */
    following: async (account: Account, now: Instant): Promise<Account> => {
      const request = account.asked && (await requests.get(account.asked.id))
      return request && request.state !== 'waiting' ? ((await followed(request, now)) ?? account) : account
    },
  }
}
