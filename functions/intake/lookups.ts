import { CustomAttributeType, Entity } from 'electrodb'
import * as z from 'zod/mini'

import { Lookup } from '../../contract/intake'
import type { CadreId } from '../../contract/pairing'
import type { Table } from '../platform/table'
import { randomId } from '../platform/tag'

const must = { type: 'string', required: true } as const

const model = {
  model: { entity: 'lookup', version: '1', service: 'jnj' },
  attributes: { id: must, cadreId: must, county: must, place: must, line: { type: CustomAttributeType<Lookup>('any'), required: true } },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
    ofCounty: { index: 'list4', pk: { field: 'list4pk', composite: ['county'] }, sk: { field: 'list4sk', composite: ['place'] } },
  },
} as const

/** A look into the roll: who, when and how, and how many households were shown; not whom they looked for. */
type Kept = Lookup & { cadreId: CadreId }

const Listed = z.object({ id: z.string(), line: Lookup })

const A_PAGE = 50
const positionOf = (at: string, id: string) => `${at}${id}`
/** A place in the list of lookups as a page's `next` names it. */
export const LookupPosition = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z[0-9a-f]{32}$/))
/** Later than every look. */
const top = 'a'

/** Each look into the roll, one item, never changed. */
export function lookups({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const listOf = (county: string) => `lookups-${county}`
  return {
    keep: async (look: Kept, county: string): Promise<void> => {
      const id = randomId()
      const { cadreId } = look
      await entity.create({ id, cadreId, county: listOf(county), place: positionOf(look.at, id), line: Lookup.parse(look) }).go()
    },
    /** A page of the looks by the county's people, newest first. */
    page: async (county: string, after = top): Promise<{ items: Lookup[]; next?: string }> => {
      const { data } = await entity.query
        .ofCounty({ county: listOf(county) })
        .lt({ place: after })
        .go({ order: 'desc', limit: A_PAGE })
      const rows = data.map((row) => Listed.parse(row))
      const last = rows[A_PAGE - 1]
      return { items: rows.map(({ line }) => line), next: last && positionOf(last.line.at, last.id) }
    },
  }
}
export type Lookups = ReturnType<typeof lookups>
