import type { CadreId, HouseholdId, UnitId } from '../../contract/pairing'
import { postingsOf } from './postings'
import type { RosterStore } from './store'

/** An active person of the roster as the conflict check sees them. */
export type PersonFacts = {
  cadreId: CadreId
  /** The own unit first, those above it, and the same of every other active row with their telephone. */
  unitIds: UnitId[]
  /** The households that they lead or help now. */
  householdIds: HouseholdId[]
}

/** What decides whether a person may know of a complaint. Read strongly each time: a change of pairing counts at once. */
export function forConflicts(store: RosterStore) {
  const { cadres, wards } = store
  /** The households that this cadre leads or helps now; one strong read of 1 unit for up to about 100. */
  const householdsOf = async (id: CadreId): Promise<HouseholdId[]> => [...(await wards.of(id)).households]
  return {
    householdsOf,
    /** An active person's units and households; undefined where they are no longer active. */
    personOf: async (id: CadreId): Promise<PersonFacts | undefined> => {
      const [cadre, householdIds] = await Promise.all([cadres.get(id), householdsOf(id)])
      const postings = cadre?.active ? await postingsOf(cadre, store) : undefined
      return postings && { cadreId: id, unitIds: postings.unitIds, householdIds }
    },
  }
}
