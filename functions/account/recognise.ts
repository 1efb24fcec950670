import { staffRoles } from '../../contract/account'
import type { Instant, Role, Route } from '../../contract/route'
import type { Caller } from '../platform/bind'
import type { Deps } from './deps'
import { isOpen } from './desktop'

const concernsStaff = ({ roles }: Route) => roles.some((role) => role === 'visitor' || staffRoles.some((staff) => staff === role))

/**
 * Finds out who calls. What a villager may do follows from the session; what staff may do is read from the roster at
 * each request, so that a right that was withdrawn is gone at once; so is whether a desktop has been left.
 */
export const recogniser =
  ({ sessions, roster, desktops }: Pick<Deps, 'sessions' | 'roster' | 'desktops'>) =>
  async (token: string, route: Route, now: Instant): Promise<Caller | undefined> => {
    const claims = await sessions.verify(token, now)
    if (!claims) return undefined
    const { sub, household, village, tie, cadre, desktop } = claims
    const signIn = desktop ? await desktops.get(desktop) : undefined
    if (desktop && !(signIn && isOpen(signIn, now))) return undefined
    const person = cadre && concernsStaff(route) ? await roster.person(cadre) : undefined
    const roles: Role[] = ['visitor', ...(household ? (['villager'] as const) : []), ...(person?.roles ?? [])]
    return {
      accountId: sub,
      desktop,
      roles,
      household: household && village && tie && { id: household, villageId: village, tie },
      staff: person && {
        ...{ cadreId: person.cadreId, unitId: person.unitId, unitIds: person.unitIds },
        ...{ unitName: person.unitName, name: person.name },
      },
    }
  }
