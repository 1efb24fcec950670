import { CustomAttributeType, Entity } from 'electrodb'
import * as z from 'zod/mini'

import type { CadreId, UnitId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import type { Box, TicketId } from '../../contract/ticket'
import { listing } from '../platform/outbox'
import { landed, owedIndex, type Table } from '../platform/table'
import { Head } from './head'
import { type HeadLine, type Packed, packed, unpacked } from './line'

const text = { type: 'string' } as const
const must = { type: 'string', required: true } as const

const headModel = {
  model: { entity: 'ticket', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: { type: 'number', required: true },
    number: must,
    kind: must,
    state: must,
    confidential: { type: 'boolean', required: true },
    title: text,
    place: text,
    aboutName: text,
    barred: { type: CustomAttributeType<Head['barred']>('any'), required: true },
    cadreId: text,
    deskId: text,
    deskName: text,
    inspectionId: text,
    senderTag: must,
    sentAt: must,
    submittedAt: must,
    dueAt: must,
    respondBy: text,
    timeline: { type: CustomAttributeType<Head['timeline']>('any'), required: true },
    outbox: { type: CustomAttributeType<Head['outbox']>('any'), required: true },
    line: { type: CustomAttributeType<Packed>('any'), required: true },
    cadreAt: text,
    deskAt: text,
    inspectionAt: text,
    owing: { type: 'boolean' },
    owedShard: text,
    owedAt: text,
    owedTries: { type: 'number' },
  },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
    bySender: { index: 'list1', pk: { field: 'list1pk', composite: ['senderTag'] }, sk: { field: 'list1sk', composite: ['sentAt'] } },
    byCadre: { index: 'list2', pk: { field: 'list2pk', composite: ['cadreId'] }, sk: { field: 'list2sk', composite: ['cadreAt'] } },
    byDesk: { index: 'list3', pk: { field: 'list3pk', composite: ['deskId'] }, sk: { field: 'list3sk', composite: ['deskAt'] } },
    byInspection: {
      index: 'list4',
      pk: { field: 'list4pk', composite: ['inspectionId'] },
      sk: { field: 'list4sk', composite: ['inspectionAt'] },
    },
    owed: owedIndex,
  },
} as const

/** Where a ticket stands in a list: by time, then by the end of its id. */
const position = ({ submittedAt, id }: Pick<Head, 'submittedAt' | 'id'>) => `${submittedAt}${id.slice(-8)}`
/** A place in a list as a page's `next` names it. */
export const Position = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z[0-9a-f]{8}$/))

/** The head as it is stored: with its places in the lists, and in `owed` while its outbox is not empty. */
const stored = (head: Head, now: Instant) => ({
  ...head,
  line: packed(head),
  sentAt: position(head),
  ...(head.cadreId && { cadreAt: position(head) }),
  ...(head.deskId && { deskAt: position(head) }),
  ...(head.inspectionId && { inspectionAt: position(head) }),
  ...listing(head, now),
})

const LINES_A_PAGE = 20

type Page = { items: HeadLine[]; next?: string }
type Boxed = { box: Exclude<Box, 'cadre'>; id: UnitId } | { box: 'cadre'; id: CadreId }

/** Ticket heads: one item each, changed by one conditional write. */
export function ticketHeads({ client, name }: Table) {
  const entity = new Entity(headModel, { client, table: name })
  const newest = { order: 'desc', limit: LINES_A_PAGE } as const
  /** Later than every ticket. */
  const top = 'a'
  const lines = ({ data }: { data: unknown[] }): Page => {
    const items = data.map(unpacked)
    const last = items[LINES_A_PAGE - 1]
    return { items, next: last && position(last) }
  }
  return {
    /** The head, read strongly. */
    get: async (id: TicketId): Promise<Head | undefined> => {
      const { data } = await entity.get({ id }).go({ consistent: true })
      return data ? Head.parse(data) : undefined
    },
    /** Stores a new head; false if the id is taken. */
    add: (head: Head, now: Instant) => landed(entity.create(stored(head, now)).go()),
    /** Stores `next` if the stored version is still `from`. */
    put: (next: Head, from: number, now: Instant) =>
      landed(
        entity
          .put(stored(next, now))
          .where(({ version }, { eq }) => eq(version, from))
          .go(),
      ),
    /** A page of what this sender sent, newest first. */
    sentBy: async (senderTag: string, after = top) => lines(await entity.query.bySender({ senderTag }).lt({ sentAt: after }).go(newest)),
    /** A page of a box, newest first. */
    inBox: async (boxed: Boxed, after = top) => {
      if (boxed.box === 'cadre') return lines(await entity.query.byCadre({ cadreId: boxed.id }).lt({ cadreAt: after }).go(newest))
      if (boxed.box === 'desk') return lines(await entity.query.byDesk({ deskId: boxed.id }).lt({ deskAt: after }).go(newest))
      return lines(await entity.query.byInspection({ inspectionId: boxed.id }).lt({ inspectionAt: after }).go(newest))
    },
  }
}
export type TicketHeads = ReturnType<typeof ticketHeads>
