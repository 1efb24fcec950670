import { CustomAttributeType, Entity } from 'electrodb'
import * as z from 'zod/mini'

import type { CadreId, UnitId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import { isOpen, type TicketId } from '../../contract/ticket'
import { listing } from '../platform/outbox'
import { landed, owedIndex, type Table } from '../platform/table'
import { deadlineOf } from './deadline'
import { Head } from './head'
import { type HeadLine, lineOf, type Packed, packed, unpacked } from './line'

const text = { type: 'string' } as const
const must = { type: 'string', required: true } as const

const headModel = {
  model: { entity: 'ticket', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: { type: 'number', required: true },
    number: must,
    kind: must,
    category: must,
    urgency: must,
    channel: must,
    state: must,
    confidential: { type: 'boolean', required: true },
    title: text,
    place: text,
    aboutName: text,
    barred: { type: CustomAttributeType<Head['barred']>('any') },
    householdTag: text,
    cadreId: text,
    deskId: text,
    deskName: text,
    inspectionId: must,
    watched: { type: 'boolean', required: true },
    rungs: { type: CustomAttributeType<Head['rungs']>('any') },
    raised: { type: CustomAttributeType<Head['raised']>('any') },
    passed: { type: CustomAttributeType<NonNullable<Head['passed']>>('any') },
    called: { type: CustomAttributeType<NonNullable<Head['called']>>('any') },
    senderTag: must,
    sentAt: must,
    submittedAt: must,
    dueAt: must,
    deadline: must,
    respondBy: text,
    round: { type: CustomAttributeType<Head['round']>('any') },
    extendedTo: text,
    extension: { type: CustomAttributeType<Head['extension']>('any') },
    waitingUntil: text,
    offer: { type: CustomAttributeType<Head['offer']>('any') },
    appealed: { type: 'boolean' },
    mergedInto: { type: CustomAttributeType<Head['mergedInto']>('any') },
    merged: { type: CustomAttributeType<Head['merged']>('any') },
    resolvedAt: text,
    rectification: { type: CustomAttributeType<Head['rectification']>('any') },
    flagged: { type: 'boolean' },
    timeline: { type: CustomAttributeType<Head['timeline']>('any') },
    outbox: { type: CustomAttributeType<Head['outbox']>('any') },
    line: { type: CustomAttributeType<Packed>('any') },
    cadreAt: text,
    deskAt: text,
    watchedBy: text,
    watchedAt: text,
    offeredTo: text,
    offeredAt: text,
    raisedTo: text,
    raisedAt: text,
    wakeAt: text,
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
      pk: { field: 'list4pk', composite: ['watchedBy'] },
      sk: { field: 'list4sk', composite: ['watchedAt'] },
    },
    byOffer: { index: 'list5', pk: { field: 'list5pk', composite: ['offeredTo'] }, sk: { field: 'list5sk', composite: ['offeredAt'] } },
    byRung: { index: 'list6', pk: { field: 'list6pk', composite: ['raisedTo'] }, sk: { field: 'list6sk', composite: ['raisedAt'] } },
    owed: owedIndex,
  },
} as const

/** Where a ticket stands in a list: by time, then by the end of its id. */
export const position = ({ submittedAt, id }: Pick<Head, 'submittedAt' | 'id'>) => `${submittedAt}${id.slice(-8)}`
/** A place in a list as a page's `next` names it. */
export const Position = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z[0-9a-f]{8}$/))

/** The uppermost rung that has a list: a unit's head sees the desk's. */
const uppermost = ({ rungs: { leaderId, officeId, cityId }, raised }: Head) =>
  (raised.includes('city') && cityId) || (raised.includes('office') && officeId) || (raised.includes('leader') && leaderId) || undefined

/** The head as it is stored: with its places in the lists, and in `owed` as long as anything falls due. */
function stored(head: Head, now: Instant) {
  const at = position(head)
  const raisedTo = uppermost(head)
  return {
    ...head,
    deadline: deadlineOf(head),
    line: packed(lineOf(head)),
    sentAt: at,
    ...(head.cadreId && { cadreAt: at }),
    ...(head.deskId && { deskAt: at }),
    ...(head.watched && { watchedBy: head.inspectionId, watchedAt: at }),
    ...(head.offer && { offeredTo: head.offer.id, offeredAt: at }),
    ...(raisedTo && { raisedTo, raisedAt: at }),
    ...listing(head, now),
  }
}

export const LINES_A_PAGE = 20
/** Lines read at a time where open ones are sought among all. */
const A_LOOK = 100

type Page = { items: HeadLine[]; next?: string }
/** Whose list: a cadre's or a responsible leader's own, or a unit's. */
export type Boxed = { box: 'cadre' | 'leader'; id: CadreId } | { box: 'desk' | 'inspection' | 'offered' | 'raised'; id: UnitId }

/** Lines looked at for one page of open tickets, at most. */
const MOST_LOOKED_AT = 1000

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
  async function boxLines({ box, id }: Boxed, after: string, limit: number): Promise<unknown[]> {
    const { byCadre, byDesk, byInspection, byOffer, byRung } = entity.query
    const lists = {
      cadre: () => byCadre({ cadreId: id }).lt({ cadreAt: after }),
      desk: () => byDesk({ deskId: id }).lt({ deskAt: after }),
      inspection: () => byInspection({ watchedBy: id }).lt({ watchedAt: after }),
      offered: () => byOffer({ offeredTo: id }).lt({ offeredAt: after }),
      leader: () => byRung({ raisedTo: id }).lt({ raisedAt: after }),
      raised: () => byRung({ raisedTo: id }).lt({ raisedAt: after }),
    }
    return (await lists[box]().go({ ...newest, limit })).data
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
    /** A page of a box, newest first; where they are asked for, only those on which something waits. */
    inBox: async (boxed: Boxed, after = top, openOnly = false): Promise<Page> => {
      if (!openOnly) return lines({ data: await boxLines(boxed, after, LINES_A_PAGE) })
      const found: HeadLine[] = []
      let from = after
      for (let seen = 0; seen < MOST_LOOKED_AT; seen += A_LOOK) {
        const looked = (await boxLines(boxed, from, A_LOOK)).map(unpacked)
        for (const line of looked) {
          from = position(line)
          if ((isOpen(line.state) || line.decide) && found.push(line) === LINES_A_PAGE) return { items: found, next: from }
        }
        if (looked.length < A_LOOK) return { items: found }
      }
      return { items: found, next: from }
    },
  }
}
export type TicketHeads = ReturnType<typeof ticketHeads>
