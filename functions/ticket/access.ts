import type { StaffRole } from '../../contract/account'
import type { CadreId, UnitId } from '../../contract/pairing'
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

/** Whether the head of the unit was called in: it is late, or nobody has responded to it. */
const calledHead = ({ raised, timeline }: Head) => raised.includes('head') || timeline.some(({ step }) => step === 'responseMissed')

export type Capacity = 'inspection' | 'desk' | 'offered' | 'cadre' | 'head' | 'leader' | 'office' | 'city'

/** In which capacity this person may know of the ticket, the one with most rights first; undefined: they may not know that it exists. */
export function capacity(head: Head, person: Staff): Capacity | undefined {
  if (isBarred(head, person)) return undefined
  const { unitId, cadreId, roles } = person
  const { rungs, raised } = head
  if (head.inspectionId === unitId && head.watched && roles.includes('inspection')) return 'inspection'
  if (head.deskId === unitId && roles.includes('desk')) return 'desk'
  if (head.offer?.id === unitId && roles.includes('desk')) return 'offered'
  if (head.cadreId === cadreId && roles.includes('cadre')) return 'cadre'
  if ((head.deskId ?? head.inspectionId) === unitId && (head.deskId || calledHead(head)) && roles.includes('head')) return 'head'
  if (rungs.leaderId === cadreId && raised.includes('leader') && roles.includes('leader')) return 'leader'
  if (rungs.officeId === unitId && roles.includes('office')) return 'office'
  if (rungs.cityId === unitId && raised.includes('city') && roles.includes('inspection')) return 'city'
  return undefined
}
