import type { UnitId } from '../../contract/pairing'
import type { Cadre } from './cadre'
import type { RosterStore } from './store'
import { type Unit, unitIdsOf } from './unit'

/** A person's own unit, and all that they belong to: own, further ones, and those above each. */
export type Postings = { own: Unit; unitIds: UnitId[] }

/**
 * Where this person works, over all active rows of the roster with their telephone: who is seconded stands on it twice.
 * Rows and numbers are read strongly; units are not, because what stands above what changes only with a roster.
 */
export async function postingsOf({ id, unitId, phone }: Cadre, { cadres, units, phones }: RosterStore): Promise<Postings | undefined> {
  const [[own], { cadreIds }] = await Promise.all([units.many([unitId]), phones.holdersOf(phone)])
  if (!own) return undefined
  const rows = await Promise.all(cadreIds.filter((other) => other !== id).map(cadres.get))
  const further = rows.flatMap((row) => (row?.active && row.phone === phone && row.unitId !== unitId ? [row.unitId] : []))
  const others = further.length > 0 ? await units.many([...new Set(further)]) : []
  const unitIds = [own, ...others].flatMap((unit) => (unit ? unitIdsOf(unit) : []))
  return { own, unitIds: [...new Set(unitIds)] }
}
