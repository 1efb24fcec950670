import { Entity } from 'electrodb'

import type { Table } from '../platform/table'
import { landed } from '../platform/table'
import type { Tag } from '../platform/tag'
import { Cadre, CadreLine } from './cadre'
import { Household, HouseholdLine } from './household'
import { items } from './items'
import { phoneRoll } from './phone-roll'
import { Unit, UnitLine } from './unit'
import { Village, VillageLine } from './village'
import { wards } from './wards'

const revoked = {
  model: { service: 'jnj', entity: 'revokedCard', version: '1' },
  attributes: { card: { type: 'string', required: true } },
  indexes: { byCard: { pk: { field: 'pk', composite: ['card'] }, sk: { field: 'sk', composite: [] } } },
} as const

/** The cards that no longer open anything, by their tags, for ever. */
function revokedCards({ client, name }: Table) {
  const entity = new Entity(revoked, { client, table: name })
  return {
    add: (card: string) => landed(entity.put({ card }).go()),
    has: async (card: string) => (await entity.get({ card }).go({ consistent: true })).data !== null,
  }
}

/** Where a household stands in its lead's list: by village. */
export const ledAt = ({ villageId, id }: Pick<Household, 'villageId' | 'id'>) => `${villageId}${id}`

/** Everything on the roster, in the lists in which it is looked for. Codes and numbers are in no key; their tags are. */
export function rosterStore(table: Table, tag: Tag) {
  return {
    table,
    tag,
    /** list1: the units of a county. */
    units: items(table, { entity: 'unit', schema: Unit, line: UnitLine, lists: { list1: ['county', 'id'] } }),
    /** list1: the villages of a township. */
    villages: items(table, {
      entity: 'village',
      schema: Village,
      line: VillageLine,
      lists: { list1: ['townshipOf', 'id'] },
      places: ({ county, township }) => ({ townshipOf: `${county} ${township}` }),
    }),
    /** list1: a unit's people. list3: those of them who have a duty beside their households. */
    cadres: items(table, {
      entity: 'cadre',
      schema: Cadre,
      line: CadreLine,
      lists: { list1: ['unitId', 'id'], list3: ['staffOf', 'staffAt'] },
      places: ({ id, unitId, duties, active }): Record<string, string> =>
        active && duties.some((duty) => duty !== 'cadre') ? { staffOf: unitId, staffAt: id } : {},
    }),
    /** list1: by card. list2: the households that a cadre leads. list3: those of a village. */
    households: items(table, {
      entity: 'household',
      schema: Household,
      line: HouseholdLine,
      lists: { list1: ['cardTag'], list2: ['ledBy', 'ledAt'], list3: ['villageId', 'id'] },
      places: ({ id, card, lead, villageId }) => ({
        cardTag: tag('card', card.code),
        ...(lead && { ledBy: lead.cadreId, ledAt: ledAt({ villageId, id }) }),
      }),
    }),
    phones: phoneRoll(table, tag),
    wards: wards(table),
    revokedCards: revokedCards(table),
  }
}
export type RosterStore = ReturnType<typeof rosterStore>
