import type { HouseholdId, UnitId, VillageId } from '../../contract/pairing'
import { type Household, HouseholdLine } from './household'
import type { RosterStore } from './store'
import { countiesOf, type UnitKind, type Unit, UnitLine } from './unit'
import { type Village, VillageLine } from './village'

/** A township of a county. */
export type Township = { county: string; township: string }

/** A unit that households of a township can rate, and what speaks for it. */
export type Rateable = {
  id: UnitId
  name: string
  does: string
  kind: 'liaison' | 'service' | 'township' | 'department'
  /** Villages of the township that it is tied to. */
  villages: number
  /** Households that one of its cadres leads, of those that were looked at. */
  leads: number
}

/** Units of these kinds hold the survey; nobody rates them. */
const holds: readonly UnitKind[] = ['county', 'city']
const rated: readonly UnitKind[] = ['department', 'township', 'service']

/** Households looked at in each village to see whose cadres are there: ids are hashes, so that the first fifty are any fifty. */
const LOOKED_AT = 50

/** What a village committee is called after its village. */
const committees = ['委会', '村委会', '民委员会', '村民委员会']

const placeOf = ({ county, township }: Township) => `${county} ${township}`

/** What the survey asks of the roster: who lives where, which units there are, and who holds it. */
export function forSurvey(store: RosterStore) {
  const { units, villages, households } = store

  const unitsOf = async (county: string) => (await units.all('list1', { county })).map((line) => UnitLine.parse(line))

  async function villagesOf(at: Township): Promise<Village[]> {
    const lines = (await villages.all('list1', { townshipOf: placeOf(at) })).map((line) => VillageLine.parse(line))
    return (await villages.many(lines.map(({ id }) => id))).filter((village) => village !== undefined)
  }

  /** How many of some households of these villages each unit's cadres lead. */
  async function leadsIn(found: readonly Village[]): Promise<Map<UnitId, number>> {
    const lines = await Promise.all(found.map(({ id }) => households.page('list3', { villageId: id }, undefined, LOOKED_AT)))
    const some = await households.many(lines.flat().map((line) => HouseholdLine.parse(line).id))
    const leads = new Map<UnitId, number>()
    for (const unitId of some.flatMap((household) => household?.lead?.unitId ?? [])) leads.set(unitId, (leads.get(unitId) ?? 0) + 1)
    return leads
  }

  const kindFor = ({ kind }: UnitLine, tied: { liaison: number; service: number }): Rateable['kind'] => {
    if (kind === 'township') return 'township'
    if (kind === 'service' || tied.service > 0) return 'service'
    return tied.liaison > 0 ? 'liaison' : 'department'
  }

  async function shown(found: readonly (Household | undefined)[]) {
    const known = found.filter((household) => household !== undefined)
    const names = new Map((await villages.many([...new Set(known.map(({ villageId }) => villageId))])).map((one) => [one?.id, one?.name]))
    return known.map(({ id, headName, group, villageId }) => ({ id, headName, group, village: names.get(villageId) ?? '' }))
  }

  return {
    /** Whether this unit may hold a survey: the office of a county or a city, which nobody rates. */
    mayRun: async (id: UnitId): Promise<boolean> => {
      const unit = await units.get(id)
      return unit !== undefined && holds.includes(unit.kind)
    },
    /** The counties that are this unit's affair. */
    countiesOf: async (id: UnitId): Promise<string[]> => {
      const unit = await units.get(id)
      return unit ? countiesOf(unit) : []
    },
    /** The townships of these counties, in an order that does not change. */
    townshipsOf: async (counties: readonly string[]): Promise<Township[]> => {
      const all = await Promise.all(
        counties.map(async (county) => {
          const names = new Set((await unitsOf(county)).flatMap(({ township }) => township ?? []))
          const found = await Promise.all(
            [...names].map(async (township) => ({ township, has: (await villagesOf({ county, township })).length })),
          )
          return found.filter(({ has }) => has > 0).map(({ township }) => ({ county, township }))
        }),
      )
      return all.flat().sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    },
    /** The ids of a township's villages, sorted. */
    villageIdsOf: async (at: Township): Promise<VillageId[]> => {
      const lines = (await villages.all('list1', { townshipOf: placeOf(at) })).map((line) => VillageLine.parse(line))
      return lines.map(({ id }) => id).sort()
    },
    /** The households on a village's roll. */
    householdsIn: async (villageId: VillageId): Promise<HouseholdId[]> =>
      (await households.all('list3', { villageId })).map((line) => HouseholdLine.parse(line).id),
    /** The units that households of a township can rate: those of the township, and the departments of its county. */
    rateableIn: async (at: Township): Promise<Rateable[]> => {
      const [found, lines] = await Promise.all([villagesOf(at), unitsOf(at.county)])
      const leads = await leadsIn(found)
      const countIn = (id: UnitId, list: 'liaisonUnitIds' | 'serviceUnitIds') =>
        found.filter((village) => village[list].includes(id)).length
      return lines
        .filter(({ kind, township }) => rated.includes(kind) && (township ?? at.township) === at.township)
        .map((line): Rateable => {
          const tied = { liaison: countIn(line.id, 'liaisonUnitIds'), service: countIn(line.id, 'serviceUnitIds') }
          const { id, name, does } = line
          return { id, name, does, kind: kindFor(line, tied), villages: tied.liaison + tied.service, leads: leads.get(id) ?? 0 }
        })
    },
    /** These households as a list for visits shows them; those that have left the roll are missing. */
    shown: async (ids: readonly HouseholdId[]) => shown(await households.many(ids)),
    /** Where a household lives, and the mobile and other numbers that the roll has of it. */
    homeOf: async (id: HouseholdId) => {
      const household = await households.get(id)
      const village = household && (await villages.get(household.villageId))
      return village && { villageId: village.id, county: village.county, township: village.township, phones: household.phones }
    },
    villageAt: async (id: VillageId): Promise<(Township & { id: VillageId }) | undefined> => {
      const village = await villages.get(id)
      return village && { id, county: village.county, township: village.township }
    },
    /** The villages that somebody of this unit helps in: a village committee's own one, all of a township for its office. */
    villagesHelpedBy: async (id: UnitId): Promise<(Township & { id: VillageId })[]> => {
      const unit: Unit | undefined = await units.get(id)
      const township = unit?.township
      if (!unit || !township) return []
      const found = await villagesOf({ county: unit.county, township })
      const own = (name: string) => unit.kind !== 'village' || committees.some((ending) => unit.name === `${name}${ending}`)
      return found.filter(({ name }) => own(name)).map((village) => ({ id: village.id, county: unit.county, township }))
    },
  }
}
