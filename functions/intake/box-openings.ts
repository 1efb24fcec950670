import { CustomAttributeType, Entity } from 'electrodb'
import * as z from 'zod/mini'

import type { BoxOpeningId } from '../../contract/intake'
import type { UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import { change, landed, type Table } from '../platform/table'
import { BoxOpening, lineOf, OpeningLine } from './box-opening'

const must = { type: 'string', required: true } as const
const person = { type: CustomAttributeType<BoxOpening['partner']>('any'), required: true } as const
const number = { type: 'number', required: true } as const

const model = {
  model: { entity: 'boxOpening', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: number,
    boxName: must,
    unitId: must,
    unitName: must,
    villageId: must,
    village: must,
    inspectionId: must,
    slips: number,
    typed: { type: CustomAttributeType<BoxOpening['typed']>('any'), required: true },
    openedBy: person,
    partner: person,
    openedAt: must,
    confirmedAt: { type: 'string' },
    place: must,
    box: must,
    watched: must,
    line: { type: CustomAttributeType<OpeningLine>('any'), required: true },
  },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
    ofUnit: { index: 'list3', pk: { field: 'list3pk', composite: ['box'] }, sk: { field: 'list3sk', composite: ['place'] } },
    watched: { index: 'list4', pk: { field: 'list4pk', composite: ['watched'] }, sk: { field: 'list4sk', composite: ['place'] } },
  },
} as const

const Listed = z.object({ line: OpeningLine })

const A_PAGE = 20
/** Where an opening stands in a list: by time, then by its id. */
const position = ({ openedAt, id }: Pick<OpeningLine, 'openedAt' | 'id'>) => `${openedAt}${id}`
/** A place in a list of openings as a page's `next` names it. */
export const OpeningPosition = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z[0-9a-f]{32}$/))
/** Later than every opening. */
const top = 'a'

const stored = (opening: BoxOpening) => ({
  ...opening,
  line: lineOf(opening),
  place: position(opening),
  box: `boxes-${opening.unitId}`,
  watched: `boxes-${opening.inspectionId}`,
})

/** The log of opened boxes: an item each, changed by one conditional write. */
export function boxOpenings({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const get = async (id: BoxOpeningId): Promise<BoxOpening | undefined> => {
    const { data } = await entity.get({ id }).go({ consistent: true })
    return data ? BoxOpening.parse(data) : undefined
  }
  const put = (next: BoxOpening, from: number) =>
    landed(
      entity
        .put(stored(next))
        .where(({ version }, { eq }) => eq(version, from))
        .go(),
    )
  return {
    get,
    /** Stores a new opening; false if the id is taken. */
    add: (opening: BoxOpening) => landed(entity.create(stored(opening)).go()),
    change: <Refusal extends Problem>(id: BoxOpeningId, rule: (opening: BoxOpening) => BoxOpening | Refusal) =>
      change<BoxOpening, Refusal>({ read: () => get(id), write: put }, rule),
    /** A page of the openings of this unit's boxes, or of those that this inspection watches over, newest first. */
    page: async (of: 'unit' | 'inspection', id: UnitId, after = top): Promise<{ items: OpeningLine[]; next?: string }> => {
      const query =
        of === 'unit'
          ? entity.query.ofUnit({ box: `boxes-${id}` }).lt({ place: after })
          : entity.query.watched({ watched: `boxes-${id}` }).lt({ place: after })
      const { data } = await query.go({ order: 'desc', limit: A_PAGE })
      const items = data.map((row) => Listed.parse(row).line)
      const last = items[A_PAGE - 1]
      return { items, next: last && position(last) }
    },
  }
}
export type BoxOpenings = ReturnType<typeof boxOpenings>
