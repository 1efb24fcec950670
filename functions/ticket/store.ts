import { CustomAttributeType, Entity } from 'electrodb'

import type { CadreId, UnitId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import type { Box, TicketId } from '../../contract/ticket'
import { landed, owedIndex, shardOf, type Table } from '../platform/table'
import { Head } from './head'
import { HeadLine } from './line'

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
    submittedAt: must,
    dueAt: must,
    respondBy: text,
    timeline: { type: CustomAttributeType<Head['timeline']>('any'), required: true },
    outbox: { type: CustomAttributeType<Head['outbox']>('any'), required: true },
    cadreAt: text,
    deskAt: text,
    inspectionAt: text,
    owedShard: text,
    owedAt: text,
    owedTries: { type: 'number' },
  },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
    bySender: { index: 'list1', pk: { field: 'list1pk', composite: ['senderTag'] }, sk: { field: 'list1sk', composite: ['submittedAt'] } },
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

/** The head as it is stored: with its places in the lists, and in `owed` while its outbox is not empty. */
const stored = (head: Head, now: Instant) => ({
  ...head,
  ...(head.cadreId && { cadreAt: head.submittedAt }),
  ...(head.deskId && { deskAt: head.submittedAt }),
  ...(head.inspectionId && { inspectionAt: head.submittedAt }),
  ...(head.outbox.length > 0 && { owedShard: shardOf(head.id), owedAt: now, owedTries: 0 }),
})

const LINES_A_PAGE = 20

type Page = { items: HeadLine[]; next?: string }
type Boxed = { box: Exclude<Box, 'cadre'>; id: UnitId } | { box: 'cadre'; id: CadreId }

/** Ticket heads: one item each, changed by one conditional write. */
export function ticketHeads({ client, name }: Table) {
  const entity = new Entity(headModel, { client, table: name })
  const paged = (after: string | undefined) => ({ order: 'desc', limit: LINES_A_PAGE, cursor: after ?? null }) as const
  const lines = ({ data, cursor }: { data: unknown[]; cursor: string | null }): Page => ({
    items: data.map((line) => HeadLine.parse(line)),
    next: cursor ?? undefined,
  })
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
    sentBy: async (senderTag: string, after?: string) => lines(await entity.query.bySender({ senderTag }).go(paged(after))),
    inBox: async (boxed: Boxed, after?: string) => {
      if (boxed.box === 'cadre') return lines(await entity.query.byCadre({ cadreId: boxed.id }).go(paged(after)))
      if (boxed.box === 'desk') return lines(await entity.query.byDesk({ deskId: boxed.id }).go(paged(after)))
      return lines(await entity.query.byInspection({ inspectionId: boxed.id }).go(paged(after)))
    },
  }
}
export type TicketHeads = ReturnType<typeof ticketHeads>
