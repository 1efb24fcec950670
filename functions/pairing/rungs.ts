import type { CadreId, UnitId } from '../../contract/pairing'
import { postingsOf } from './postings'
import type { RosterStore } from './store'
import { readTogether } from './together'
import { type Unit, unitIdsOf } from './unit'
import type { Village } from './village'

/** A person, or a unit, with every unit that stands behind: whoever is barred through one of these is barred. */
type PersonAbove = { cadreId: CadreId; unitIds: UnitId[] }
type UnitAbove = { unitId: UnitId; unitIds: UnitId[] }

/** To whom a breach in a village goes up beyond the unit's head. A rung that the roster does not name is missing. */
export type Rungs = { leader?: PersonAbove; office?: UnitAbove; city?: UnitAbove }

const above = (unit: Unit | undefined): UnitAbove | undefined => unit && { unitId: unit.id, unitIds: unitIdsOf(unit) }

/** The rungs above a village; its leader only while they are active. */
export async function rungsOf({ leaderId, countyUnitId, cityUnitId }: Village, store: RosterStore): Promise<Rungs> {
  const { table, cadres, units } = store
  const [person, office, city] = await readTogether(table, [
    leaderId && cadres.ref(leaderId),
    countyUnitId && units.ref(countyUnitId),
    cityUnitId && units.ref(cityUnitId),
  ])
  const postings = person?.active ? await postingsOf(person, store) : undefined
  const leader = person && postings && { cadreId: person.id, unitIds: postings.unitIds }
  return { leader, office: above(office), city: above(city) }
}
