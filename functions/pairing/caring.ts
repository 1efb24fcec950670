import type { CadreId, HouseholdId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import { carersOf, takeLead } from './pairing'
import type { RosterStore } from './store'

const MOST_ROUNDS = 5

/**
 * Takes the household out of the lists of those of these cadres who do not look after it any more. Where somebody adds
 * to a list meanwhile it looks again; a household that stays too long only hides its complaints from one more person.
 */
export async function release(cadreIds: readonly CadreId[], id: HouseholdId, { wards, households }: RosterStore): Promise<void> {
  for (const cadreId of new Set(cadreIds))
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const { households: listed, version } = await wards.of(cadreId)
      if (!listed.has(id)) break
      const household = await households.get(id)
      if (household && carersOf(household).includes(cadreId)) break
      if (await wards.drop(cadreId, [id], version)) break
    }
}

/** Gives the household another lead by a decision in the app, which no spreadsheet undoes. */
export const changingLead = (store: RosterStore) => async (id: HouseholdId, cadreId: CadreId, now: Instant) => {
  const { cadres, households, wards } = store
  const [cadre, before] = await Promise.all([cadres.get(cadreId), households.get(id)])
  if (!cadre?.active || !before) return { problem: 'notFound' } as const
  await wards.add(cadreId, [id])
  const changed = await households.change(id, (household) => takeLead(household, cadre, { source: 'app', since: now }, now))
  // Again, for whoever saw the household before it was changed and took it out.
  await wards.add(cadreId, [id])
  // Those before them too: where this was cut short the last time, one of them still has the household.
  const former = before.history.map((lead) => lead.cadreId)
  await release([cadreId, ...carersOf(before), ...former], id, store)
  return changed
}
