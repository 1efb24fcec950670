import type { CadreId, UnitId } from '../../contract/pairing'
import type { StaffRole } from '../../contract/account'
import type { Head } from './head'

/** A person of the roster as the conflict check sees them. */
export type Person = { cadreId: CadreId; unitId: UnitId; roles: readonly StaffRole[] }

/** Whether this person, or the unit they belong to, is the target of the complaint or barred from it otherwise. */
export const isBarred = ({ barred }: Pick<Head, 'barred'>, { cadreId, unitId }: Pick<Person, 'cadreId' | 'unitId'>) =>
  barred.includes(cadreId) || barred.includes(unitId)

export type Capacity = 'inspection' | 'desk' | 'cadre'

/** In which capacity this person handles the ticket; undefined: they may not know that it exists. */
export function capacity(head: Head, person: Person): Capacity | undefined {
  if (isBarred(head, person)) return undefined
  if (head.inspectionId === person.unitId && person.roles.includes('inspection')) return 'inspection'
  if (head.deskId === person.unitId && person.roles.includes('desk')) return 'desk'
  if (head.cadreId === person.cadreId && person.roles.includes('cadre')) return 'cadre'
  return undefined
}
