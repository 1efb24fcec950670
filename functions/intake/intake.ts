import type { CadreId, HouseholdId, UnitId } from '../../contract/pairing'
import type { SubmitTicket } from '../../contract/ticket'

/** Whoever takes a villager's words down: over all units that they belong to and all households that they lead or help. */
export type Taker = { cadreId: CadreId; unitIds: readonly UnitId[]; householdIds: readonly HouseholdId[] }

/** By which way the words came: said on the telephone, on a slip from the box, or to somebody who sits beside. */
export type Way = 'phone' | 'box' | 'visit' | 'helper'

/** Whose words they are: the paired cadre of the sender's household, where there is one. */
export type Sent = { householdId?: HouseholdId; cadre?: { id: CadreId; unit: { id: UnitId } } }

/** Whether a complaint about these persons and units is about the taker, or about a unit that they belong to. */
export const concerns = (targets: readonly string[], { cadreId, unitIds }: Taker) =>
  targets.includes(cadreId) || unitIds.some((id) => targets.includes(id))

/** Whom a household's complaint about "my cadre" is about. */
export const cadreTargets = ({ cadre }: Sent): string[] => (cadre ? [cadre.id, cadre.unit.id] : [])

/** Whether the taker looks after the household that the words come from. */
export const looksAfter = ({ householdId }: Sent, { householdIds }: Taker) =>
  householdId !== undefined && householdIds.includes(householdId)

/**
 * Whether this is a complaint that the taker must not even see: about themself, about a unit of theirs, or, where the villager
 * did not choose them, of a household that they look after.
 */
export function inConflict({ kind, about }: Pick<SubmitTicket, 'kind' | 'about'>, sent: Sent, taker: Taker, way: Way): boolean {
  if (kind !== 'complaint') return false
  if ((way === 'phone' || way === 'box') && looksAfter(sent, taker)) return true
  if (about.who === 'unknown') return false
  return concerns(about.who === 'unit' ? [about.unitId] : cadreTargets(sent), taker)
}
