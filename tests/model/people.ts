import type { StaffRole } from '../../contract/account'
import type { CadreId, UnitId } from '../../contract/pairing'
import type { Staff } from '../../functions/ticket/access'
import {
  aCadreId,
  aPerson,
  aUnit,
  city,
  farming,
  householdTag,
  inspection,
  leader,
  office,
  pairedCadre,
  roads,
  township,
  water,
} from '../fixtures/tickets'

/** A unit that is complained about, and one below it. */
export const accused = aUnit(0x31)
export const below = aUnit(0x32)

const someone = (n: number | CadreId, unit: { id: UnitId }, roles: readonly StaffRole[], more: Partial<Staff> = {}) =>
  aPerson(typeof n === 'number' ? aCadreId(n) : n, unit.id, { roles, ...more })

/** Everybody who ever tries to do something. Most hold the rights of their unit; some stand in the way of a complaint. */
export const people = {
  inspector: someone(0xe1, inspection, ['inspection']),
  secondInspector: someone(0xe2, inspection, ['inspection', 'desk']),
  inspectorOfTheHousehold: someone(0xe3, inspection, ['inspection', 'cadre'], { householdTags: [householdTag] }),
  cityInspector: someone(0xe4, city, ['inspection']),
  inspectionHead: someone(0xe5, inspection, ['head']),
  inspectionHeadOfTheHousehold: someone(0xe6, inspection, ['head', 'cadre'], { householdTags: [householdTag] }),
  cityInspectorPostedThere: someone(0xe7, city, ['inspection'], { unitIds: [city.id, accused.id] }),
  waterClerk: someone(0xd1, water, ['desk']),
  waterColleague: someone(0xd2, water, ['desk', 'cadre']),
  waterHead: someone(0xd3, water, ['head']),
  waterHeadPostedThere: someone(0xd7, water, ['head'], { unitIds: [water.id, accused.id] }),
  roadsHead: someone(0xd8, roads, ['head']),
  farmingHead: someone(0xd9, farming, ['head']),
  roadsClerk: someone(0xd4, roads, ['desk']),
  townshipClerk: someone(0xd5, township, ['desk']),
  farmingClerk: someone(0xd6, farming, ['desk']),
  pairedCadre: someone(pairedCadre, farming, ['cadre'], { householdTags: [householdTag] }),
  newPairedCadre: someone(0xc2, roads, ['cadre', 'desk'], { householdTags: [householdTag] }),
  accusedClerk: someone(0xa1, accused, ['cadre', 'desk', 'inspection']),
  clerkBelow: someone(0xa2, below, ['desk'], { unitIds: [below.id, accused.id] }),
  clerkPostedThere: someone(0xa3, water, ['desk', 'inspection'], { unitIds: [water.id, accused.id] }),
  officeClerk: someone(0xf1, office, ['office']),
  officeClerkOfTheHousehold: someone(0xf2, office, ['office', 'cadre'], { householdTags: [householdTag] }),
  leader: someone(leader, township, ['leader', 'cadre']),
  /** The same person, once posted elsewhere as well. */
  leaderPostedThere: someone(leader, township, ['leader'], { unitIds: [township.id, accused.id] }),
} as const
export type Name = keyof typeof people
export const names = Object.keys(people) as Name[]

/** The units that a ticket may be sent to, with those above them. */
export const desks = [
  ...[water, roads, township, farming, accused].map((unit) => ({ ...unit, unitIds: [unit.id] })),
  { ...below, unitIds: [below.id, accused.id] },
]
