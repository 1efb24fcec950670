import type { FoundHousehold, IntakeVillage } from '../../contract/intake'
import type { CadreId, HouseholdId, Line, UnitChoice, UnitId, VillageId } from '../../contract/pairing'
import { CadreLine } from './cadre'
import { complaintLine } from './home'
import { type Household, HouseholdLine } from './household'
import { postingsOf } from './postings'
import { phoneOf } from './roster/phone-number'
import { type Rungs, rungsOf } from './rungs'
import type { RosterStore } from './store'
import { surroundings } from './surroundings'
import { readTogether } from './together'
import { countiesOf, type Unit, UnitLine } from './unit'
import { type Village, VillageLine } from './village'

type Cadre = { id: CadreId; name: string; unit: Unit; unitIds: UnitId[] }

/** A home on the roll, or a village alone, with whoever answers for it. */
export type Place = {
  household?: FoundHousehold
  villageId: VillageId
  village: string
  responsible: { cadre?: Cadre; office: Unit; inspection: Unit; place: string; rungs: Rungs }
  /** The units that it deals with: its cadre's, the village's liaison and service units, the township office. */
  units: UnitChoice[]
  inspectionLine: Line
}

const foundAs = ({ id, headName, group, card }: Household, village: Pick<Village, 'id' | 'name'>): FoundHousehold => ({
  ...{ id, headName, group, serial: card.serial },
  ...{ villageId: village.id, village: village.name },
})

type Known = Pick<Place['responsible'], 'cadre' | 'office' | 'inspection'> & { village: Village; household?: Household }

async function placeOf({ village, household, cadre, office, inspection }: Known, store: RosterStore): Promise<Place> {
  const { liaisonUnitIds, serviceUnitIds, officeUnitId } = village
  const near = [...(cadre ? [cadre.unit.id] : []), ...liaisonUnitIds, ...serviceUnitIds, officeUnitId]
  const [rungs, units] = await Promise.all([rungsOf(village, store), store.units.many([...new Set(near)])])
  const place = household ? `${village.name} ${household.group}` : village.name
  return {
    ...{ villageId: village.id, village: village.name, responsible: { cadre, office, inspection, place, rungs } },
    household: household && foundAs(household, village),
    units: units.filter((unit) => unit !== undefined),
    inspectionLine: complaintLine('督查组', inspection),
  }
}

/** What the desk asks of the roster when it takes something down. */
export function forIntake(store: RosterStore) {
  const { households, villages, units, cadres, phones, table } = store

  async function townshipsOf(county: string): Promise<string[]> {
    const lines = (await units.all('list1', { county })).map((line) => UnitLine.parse(line))
    return [...new Set(lines.flatMap(({ township }) => (township ? [township] : [])))]
  }
  async function villagesIn(county: string, township: string): Promise<IntakeVillage[]> {
    const lines = await villages.all('list1', { townshipOf: `${county} ${township}` })
    return lines.map((line) => ({ ...VillageLine.parse(line), township }))
  }
  const countyOf = async (unitId: UnitId) => (await units.get(unitId))?.county

  /** These households with their villages, in their order. */
  async function many(ids: readonly HouseholdId[]): Promise<FoundHousehold[]> {
    const found = (await households.many(ids)).filter((household) => household !== undefined)
    const names = new Map((await villages.many([...new Set(found.map(({ villageId }) => villageId))])).map((one) => [one?.id, one]))
    return found.flatMap((household) => {
      const village = names.get(household.villageId)
      return village ? [foundAs(household, village)] : []
    })
  }

  return {
    /** The county of a unit. */
    countyOf,
    /** The villages of the unit's county, township by township; of a city's inspection, those of all its counties. */
    villagesOf: async (unitId: UnitId): Promise<IntakeVillage[]> => {
      const unit = await units.get(unitId)
      const all = (unit ? countiesOf(unit) : []).map(async (county) =>
        Promise.all((await townshipsOf(county)).map((township) => villagesIn(county, township))),
      )
      return (await Promise.all(all)).flat(2)
    },
    /** At most `most` households that have this number on the roll. */
    byPhone: async (phone: string, most: number): Promise<FoundHousehold[]> =>
      many((await phones.holdersOf(phoneOf(phone) ?? phone)).householdIds.slice(0, most)),
    /** At most `most` households of a village whose head's name, or whose serial's beginning or end, is `typed`. */
    search: async (villageId: VillageId, typed: string, most: number): Promise<FoundHousehold[]> => {
      const lines = (await households.all('list3', { villageId })).map((line) => HouseholdLine.parse(line))
      const fits = ({ headName, card }: HouseholdLine) =>
        headName.includes(typed) || card?.serial.startsWith(typed) || card?.serial.endsWith(typed)
      return many(
        lines
          .filter(fits)
          .slice(0, most)
          .map(({ id }) => id),
      )
    },
    /** A household with whoever answers for it. */
    householdAt: async (id: HouseholdId): Promise<Place | undefined> => {
      const around = await surroundings(id, store)
      if (!around) return undefined
      const { household, village, lead, office, inspection } = around
      const postings = lead && (await postingsOf(lead.cadre, store))
      const cadre = lead && { id: lead.cadre.id, name: lead.cadre.name, unit: lead.unit, unitIds: postings?.unitIds ?? [] }
      return placeOf({ household, village, cadre, office, inspection }, store)
    },
    /** A village with whoever answers for it where the household is not known. */
    villageAt: async (id: VillageId): Promise<Place | undefined> => {
      const village = await villages.get(id)
      if (!village) return undefined
      const [office, inspection] = await readTogether(table, [units.ref(village.officeUnitId), units.ref(village.inspectionUnitId)])
      return office && inspection && placeOf({ village, office, inspection }, store)
    },
    /** The active people of a unit. */
    colleaguesIn: async (unitId: UnitId): Promise<{ id: CadreId; name: string; post: string }[]> => {
      const lines = (await cadres.all('list1', { unitId })).map((line) => CadreLine.parse(line))
      const people = await cadres.many(lines.filter(({ active }) => active).map(({ id }) => id))
      return people.flatMap((person) => (person?.active ? [{ id: person.id, name: person.name, post: person.post }] : []))
    },
  }
}
