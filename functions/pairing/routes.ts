import * as z from 'zod/mini'

import { type CadreId, pairing as contract, type PairedHousehold } from '../../contract/pairing'
import { bind } from '../platform/bind'
import { home } from './home'
import { HouseholdLine } from './household'
import { seeGap } from './pairing'
import { ledAt, type RosterStore } from './store'
import { surroundings } from './surroundings'
import { readTogether } from './together'

const HOUSEHOLDS_A_PAGE = 50
/** A place in a cadre's list: a village's id and a household's. */
const Position = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** A page of the households that this cadre leads, village by village. */
async function led(cadreId: CadreId, after: string | undefined, { households, villages }: RosterStore) {
  const found = await households.page('list2', { ledBy: cadreId }, after ? { ledAt: after } : undefined, HOUSEHOLDS_A_PAGE)
  const lines = found.map((line) => HouseholdLine.parse(line))
  const ids = [...new Set(lines.map(({ villageId }) => villageId))]
  const names = new Map((await villages.many(ids)).map((village) => [village?.id, village?.name]))
  const items: PairedHousehold[] = lines.map((line) => ({ ...line, village: names.get(line.villageId) ?? '' }))
  const last = lines[HOUSEHOLDS_A_PAGE - 1]
  return { items, next: last && ledAt(last) }
}

/** Binds the pairing routes. */
export function routes(store: RosterStore) {
  const { households, villages, units, table } = store
  return bind(contract, {
    'GET /v1/home': async ({ caller: { household }, now }) => {
      const found = household && (await surroundings(household.id, store, household.villageId))
      if (!found) return { problem: 'notFound' }
      if (!found.lead && !found.household.gap) await households.change(found.household.id, (stored) => seeGap(stored, now))
      return home(found, now)
    },

    'GET /v1/units/nearby': async ({ caller }) => {
      if (!caller.household) return { problem: 'notFound' }
      const { id, villageId } = caller.household
      const [household, village] = await readTogether(table, [households.ref(id), villages.ref(villageId)])
      if (!household || !village) return { problem: 'notFound' }
      const { liaisonUnitIds, serviceUnitIds, officeUnitId } = village
      const near = [...(household.lead ? [household.lead.unitId] : []), ...liaisonUnitIds, ...serviceUnitIds, officeUnitId]
      const found = await units.many([...new Set(near)])
      return { items: found.filter((unit) => unit !== undefined) }
    },

    'GET /v1/households': async ({ caller: { staff }, query: { after } }) => {
      if (!staff) return { problem: 'notAllowed' }
      if (after !== undefined && !Position.safeParse(after).success) return { problem: 'badInput', field: 'after' }
      return led(staff.cadreId, after, store)
    },
  })
}
