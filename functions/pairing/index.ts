import type { CadreId, HouseholdId, UnitId } from '../../contract/pairing'
import type { Table } from '../platform/table'
import type { Tag } from '../platform/tag'
import { CadreLine } from './cadre'
import { newCardCode } from './card'
import { changingLead } from './caring'
import { forConflicts } from './conflicts'
import { forSurvey } from './frame'
import { replaceCard } from './pairing'
import { forIntake } from './places'
import { routes } from './routes'
import { rosterStore } from './store'
import { forAccounts, forTickets } from './views'

/** Another card for the household; the one that it replaces is refused from now on, for ever. */
function reissuing({ households, revokedCards, tag }: ReturnType<typeof rosterStore>) {
  return async (id: HouseholdId) => {
    const card = (await households.get(id))?.card
    if (!card) return { problem: 'notFound' } as const
    // The tombstone first: there is no moment at which the former code is merely unknown.
    await revokedCards.add(tag('card', card.code))
    return households.change(id, (household) => replaceCard(household, card.code, newCardCode()))
  }
}

/** The roster as the other features know it: households, those who answer for them, and what each may do. */
export function openPairing({ table, tag }: { table: Table; tag: Tag }) {
  const store = rosterStore(table, tag)
  return {
    /** The bound routes of contract/pairing.ts. */
    routes: routes(store),
    accounts: forAccounts(store),
    tickets: forTickets(store),
    intake: forIntake(store),
    survey: forSurvey(store),
    /** The active people of a unit with this duty. */
    staffOf: async (unitId: UnitId, duty: 'desk' | 'head' | 'office' | 'inspection'): Promise<CadreId[]> => {
      const lines = (await store.cadres.all('list3', { staffOf: unitId })).map((line) => CadreLine.parse(line))
      return lines.filter(({ duties, active }) => active && duties.includes(duty)).map(({ id }) => id)
    },
    /** The cadre, read strongly; undefined where they are no longer active. */
    cadre: async (id: CadreId) => {
      const cadre = await store.cadres.get(id)
      return cadre?.active ? cadre : undefined
    },
    /** The household with all that is stored of it, its card's code included. */
    household: store.households.get,
    reissueCard: reissuing(store),
    /** What the conflict check needs of a person. */
    ...forConflicts(store),
    /** Gives the household another lead by a decision in the app, which no spreadsheet undoes. */
    changeLead: changingLead(store),
  }
}
export type Pairing = ReturnType<typeof openPairing>
