import type { StaffRole } from '../../contract/account'
import type { CadreId, HouseholdId, UnitChoice, UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import { officeLine } from './home'
import { type Household, HouseholdLine } from './household'
import { provesHousehold } from './pairing'
import { postingsOf } from './postings'
import { rungsOf } from './rungs'
import type { RosterStore } from './store'
import { surroundings } from './surroundings'
import { countiesOf, handles, unitIdsOf, UnitLine } from './unit'

/** What accounts ask of the roster: who holds which card, who has which telephone, who may do what. */
export function forAccounts(store: RosterStore) {
  const { households, villages, cadres, phones, revokedCards, tag } = store

  const active = async (id: CadreId) => {
    const cadre = await cadres.get(id)
    return cadre?.active ? cadre : undefined
  }

  async function tied(household: Household) {
    const { id, villageId, headName, group, card } = household
    const [village] = await villages.many([villageId])
    return { id, villageId, headName, serial: card.serial, village: village?.name ?? '', group }
  }

  async function byCard(code: string): Promise<Awaited<ReturnType<typeof tied>> | Problem<'cardUnknown' | 'cardRevoked'>> {
    const card = tag('card', code)
    const [line] = await households.page('list1', { cardTag: card }, undefined, 1)
    const household = line === undefined ? undefined : await households.get(HouseholdLine.parse(line).id)
    // The index lags behind the household, which alone knows its card.
    if (household?.card.code === code) return tied(household)
    return { problem: household || (await revokedCards.has(card)) ? 'cardRevoked' : 'cardUnknown' }
  }

  return {
    /** The household of a card's code. */
    byCard,
    household: async (id: HouseholdId) => {
      const household = await households.get(id)
      return household && tied(household)
    },
    /** Whether this telephone proves that its owner belongs to the household. */
    proves: async (id: HouseholdId, phone: string) => provesHousehold(id, await phones.holdersOf(phone)),
    /** The active cadre who leads the household. */
    leadOf: async (id: HouseholdId) => {
      const lead = (await households.get(id))?.lead
      const cadre = lead && (await active(lead.cadreId))
      return cadre && { cadreId: cadre.id, name: cadre.name }
    },
    /** An active person with what the roster lets them do, read strongly. */
    person: async (
      id: CadreId,
    ): Promise<{ cadreId: CadreId; unitId: UnitId; unitIds: UnitId[]; name: string; unitName: string; roles: StaffRole[] } | undefined> => {
      const cadre = await active(id)
      const postings = cadre && (await postingsOf(cadre, store))
      if (!cadre || !postings) return undefined
      const { own, unitIds } = postings
      return { cadreId: id, unitId: own.id, unitIds, name: cadre.name, unitName: own.name, roles: cadre.duties }
    },
    /** The one active cadre with this number; undefined for none or several. */
    cadreByPhone: async (phone: string): Promise<CadreId | undefined> => {
      const { cadreIds } = await phones.holdersOf(phone)
      const found = (await Promise.all(cadreIds.map(active))).filter((cadre) => cadre !== undefined)
      return found.length === 1 ? found[0]?.id : undefined
    },
  }
}

/** What tickets ask of the roster: who answers for whom, and under which number. */
export function forTickets(store: RosterStore) {
  const { cadres, units } = store
  return {
    /** Who answers for a household, and to whom a breach goes up. */
    responsibleFor: async (id: HouseholdId) => {
      const found = await surroundings(id, store)
      if (!found) return undefined
      const { household, village, lead, office, inspection } = found
      const [rungs, postings] = await Promise.all([rungsOf(village, store), lead && postingsOf(lead.cadre, store)])
      const unitIds = postings?.unitIds ?? []
      const cadre = lead && { id: lead.cadre.id, name: lead.cadre.name, unit: lead.unit, unitIds }
      return { headName: household.headName, place: `${village.name} ${household.group}`, cadre, office, inspection, rungs }
    },
    /** A unit, the number to call it, and those above it: `unitIds` begins with itself. */
    unit: async (id: UnitId) => {
      const unit = await units.get(id)
      return unit && { id, ...officeLine(unit), parentId: unit.above?.[0], unitIds: unitIdsOf(unit) }
    },
    cadrePhone: async (id: CadreId) => {
      const cadre = await cadres.get(id)
      return cadre && { name: cadre.name, phone: cadre.phone }
    },
    /** The units of this unit's county that have a desk by their kind; of a city's inspection, those of all its counties. */
    desksOf: async (id: UnitId): Promise<(UnitChoice & { unitIds: UnitId[] })[]> => {
      const unit = await units.get(id)
      const counties = unit ? countiesOf(unit) : []
      const lines = (await Promise.all(counties.map((county) => units.all('list1', { county })))).flat()
      return lines
        .map((line) => UnitLine.parse(line))
        .filter(({ kind }) => handles[kind])
        .map(({ id: unitId, name, does, above }) => ({ id: unitId, name, does, unitIds: unitIdsOf({ id: unitId, above }) }))
    },
  }
}
