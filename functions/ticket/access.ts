import type { StaffRole } from '../../contract/account'
import type { CadreId, UnitId } from '../../contract/pairing'
import type { Addressee } from '../notice/owed'
import type { Head } from './head'

/** A person of the roster as the conflict check sees them: over all units that they belong to and all households that they look after now. */
export type Person = {
  cadreId: CadreId
  unitIds: readonly UnitId[]
  /** The tags of the households that they lead or help. */
  householdTags: readonly string[]
}

/** A person who handles tickets: what the roster lets them do in their own unit. */
export type Staff = Person & { unitId: UnitId; roles: readonly StaffRole[] }

/** Whether this person, a unit they belong to, or a household they look after makes them one who may not know of the complaint. */
export const isBarred = (
  { barred, householdTag, cadreId: follows }: { barred: readonly string[]; householdTag?: string; cadreId?: string },
  person: Person,
) =>
  barred.includes(person.cadreId) ||
  person.unitIds.some((id) => barred.includes(id)) ||
  // The cadre whom the villager asked to follow it may; whoever looks after the household otherwise may not.
  (householdTag !== undefined && follows !== person.cadreId && person.householdTags.includes(householdTag))

const idOf = (to: Addressee) => ('unitId' in to ? to.unitId : 'cadreId' in to ? to.cadreId : undefined)

/** Whether those above who are reached by this may read the ticket, barred ones apart: by where it stands, or because they were called in. */
export function admits({ deskId, offer, rungs, raised, called = [] }: Head, to: Addressee): boolean {
  if (called.some((one) => one.to === to.to && idOf(one) === idOf(to))) return true
  switch (to.to) {
    case 'head':
      return to.unitId === deskId || (offer?.called === true && to.unitId === offer.id)
    case 'leader':
      return to.cadreId === rungs.leaderId && raised.includes('leader')
    case 'office':
      return to.unitId === rungs.officeId
    case 'inspection':
      return to.unitId === rungs.cityId && raised.includes('city')
    default:
      return false
  }
}

export type Capacity = 'inspection' | 'desk' | 'offered' | 'cadre' | 'head' | 'leader' | 'office' | 'city'

/** In which capacity this person may know of the ticket, the one with most rights first; undefined: they may not know that it exists. */
export function capacity(head: Head, person: Staff): Capacity | undefined {
  if (isBarred(head, person)) return undefined
  const { unitId, cadreId, roles } = person
  if (head.inspectionId === unitId && head.watched && roles.includes('inspection')) return 'inspection'
  if (head.deskId === unitId && roles.includes('desk')) return 'desk'
  if (head.offer?.id === unitId && roles.includes('desk')) return 'offered'
  if (head.cadreId === cadreId && roles.includes('cadre')) return 'cadre'
  if (roles.includes('head') && admits(head, { to: 'head', unitId })) return 'head'
  if (roles.includes('leader') && admits(head, { to: 'leader', cadreId })) return 'leader'
  if (roles.includes('office') && admits(head, { to: 'office', unitId })) return 'office'
  if (roles.includes('inspection') && admits(head, { to: 'inspection', unitId })) return 'city'
  return undefined
}
