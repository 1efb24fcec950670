import type { Session } from '../../contract/account'
import type { Instant } from '../../contract/route'
import type { Account } from './account'
import type { Deps } from './deps'

/** A session for `account`: a token, and what its phone may know about it. */
export async function sessionFor(
  account: Account,
  { sessions, roster }: Pick<Deps, 'sessions' | 'roster'>,
  now: Instant,
): Promise<Session> {
  const [household, person] = await Promise.all([
    account.tie && roster.household(account.tie.householdId),
    account.cadreId && roster.person(account.cadreId),
  ])
  const tie = household && account.tie
  const claims = { sub: account.id, household: tie?.householdId, village: household?.villageId, tie: tie?.by, cadre: person?.cadreId }
  const issued = await sessions.issue(claims, now)
  return {
    ...issued,
    me: {
      accountId: account.id,
      villager: tie && { tie: tie.by, serial: household.serial, village: household.village, group: household.group },
      staff: person && { name: person.name, unitName: person.unitName, roles: person.roles },
      waitingSince: account.asked?.at,
    },
  }
}
