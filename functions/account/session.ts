import type { Session } from '../../contract/account'
import type { Instant } from '../../contract/route'
import type { Account } from './account'
import type { Deps } from './deps'
import type { DesktopSignIn } from './desktop'

/** A session for `account`: a token, and what its phone may know about it. On a desktop it ends with the sign-in at the latest. */
export async function sessionFor(
  account: Account,
  { sessions, roster }: Pick<Deps, 'sessions' | 'roster'>,
  now: Instant,
  desktop?: Pick<DesktopSignIn, 'id' | 'until'>,
): Promise<Session> {
  const [household, person] = await Promise.all([
    account.tie && roster.household(account.tie.householdId),
    account.cadreId && roster.person(account.cadreId),
  ])
  const tie = household && account.tie
  // On a desktop one is staff and nothing else: what is tied to the household stays on the phone.
  const asVillager = desktop ? {} : { household: tie?.householdId, village: household?.villageId, tie: tie?.by }
  const claims = { sub: account.id, ...asVillager, cadre: person?.cadreId, desktop: desktop?.id }
  const issued = await sessions.issue(claims, now, desktop?.until)
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
