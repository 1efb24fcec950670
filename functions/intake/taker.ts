import type { AccountId } from '../../contract/account'
import type { Role } from '../../contract/route'
import type { UnitId } from '../../contract/pairing'
import type { Caller } from '../platform/bind'
import type { Deps } from './deps'
import type { Taker } from './intake'

/** Who takes words down: as the conflict check sees them, as they sign, and whose account the photos are uploaded by. */
export type By = Taker & { accountId: AccountId; unitId: UnitId; unitName: string; name: string; roles: readonly Role[] }

/** The caller as somebody who takes words down; undefined where the roster does not have them any more. */
export async function takerOf({ staff, accountId, roles }: Caller, { roster }: Pick<Deps, 'roster'>): Promise<By | undefined> {
  const person = staff && (await roster.personOf(staff.cadreId))
  return staff && person && { ...person, accountId, roles, unitId: staff.unitId, unitName: staff.unitName, name: staff.name }
}

const deskRoles = ['desk', 'inspection', 'office'] as const

/** Whether this person sits at a desk that takes calls and boxes, and so may look into the roll. */
export const sitsAtDesk = ({ roles }: Pick<By, 'roles'>) => deskRoles.some((role) => roles.includes(role))
