import type { HouseholdId, VillageId } from '../../contract/pairing'
import type { Surroundings } from './home'
import type { Household } from './household'
import type { RosterStore } from './store'
import { readTogether } from './together'
import type { Unit } from './unit'
import type { Village } from './village'

type Known = { household: Household; village: Village }

async function filled({ household, village }: Known, { table, cadres, units }: RosterStore): Promise<Surroundings | undefined> {
  const { lead } = household
  const [cadre, unit, office, inspection] = await readTogether(table, [
    lead && cadres.ref(lead.cadreId),
    lead && units.ref(lead.unitId),
    units.ref(village.officeUnitId),
    units.ref(village.inspectionUnitId),
  ])
  if (!office || !inspection) return undefined
  const common = { household, village, office, inspection }
  if (!cadre?.active) return common
  // Between the two writes of a cadre's move to another unit, the household still names the former one.
  const own: Unit | undefined = unit?.id === cadre.unitId ? unit : await units.get(cadre.unitId)
  return own ? { ...common, lead: { cadre, unit: own } } : common
}

/** A household, its village, and everyone who answers for it, in two round trips where its village is known; eventually consistent. */
export async function surroundings(id: HouseholdId, store: RosterStore, villageId?: VillageId): Promise<Surroundings | undefined> {
  const { table, households, villages } = store
  const [household, guess] = await readTogether(table, [households.ref(id), villageId && villages.ref(villageId)])
  if (!household) return undefined
  const village = guess?.id === household.villageId ? guess : await villages.get(household.villageId)
  return village && filled({ household, village }, store)
}
