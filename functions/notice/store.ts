import { CustomAttributeType, Entity } from 'electrodb'
import * as z from 'zod/mini'

import type { NoticeId } from '../../contract/notice'
import type { Problem } from '../../contract/problem'
import { change, landed, owedIndex, shardOf, type Table } from '../platform/table'
import { Notice } from './notice'

const text = { type: 'string' } as const
const must = { type: 'string', required: true } as const

const model = {
  model: { entity: 'notice', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: { type: 'number', required: true },
    addressee: must,
    role: must,
    cadreId: text,
    unitId: text,
    sourceId: must,
    source: { type: CustomAttributeType<Notice['source']>('any'), required: true },
    step: must,
    occasion: must,
    ticketId: text,
    number: text,
    kind: text,
    urgency: text,
    deadline: text,
    barred: { type: CustomAttributeType<string[]>('any') },
    householdTag: text,
    follows: text,
    at: must,
    line: { type: CustomAttributeType<InboxLine>('any'), required: true },
    state: must,
    wechat: { type: CustomAttributeType<Notice['wechat']>('any'), required: true },
    sms: { type: CustomAttributeType<Notice['sms']>('any'), required: true },
    lease: { type: CustomAttributeType<NonNullable<Notice['lease']>>('any') },
    round: text,
    unreadAt: text,
    readAt: text,
    inboxOf: text,
    inboxAt: text,
    owedShard: text,
    owedAt: text,
  },
  indexes: {
    bySource: { pk: { field: 'pk', composite: ['sourceId'] }, sk: { field: 'sk', composite: ['id'] } },
    inbox: { index: 'list1', pk: { field: 'list1pk', composite: ['inboxOf'] }, sk: { field: 'list1sk', composite: ['inboxAt'] } },
    owed: owedIndex,
  },
} as const

/** The entity's name as it stands in each of its items. */
export const NOTICE_ENTITY = model.model.entity

/** A notice as the inbox index holds it: what the list shows. */
const { id, sourceId, source, role, occasion, ticketId, number, kind, deadline, at, state, round, readAt } = Notice.shape
const { barred, householdTag, follows } = Notice.shape
export const InboxLine = z.object({
  ...{ id, sourceId, source, role, occasion, ticketId, number, kind, deadline, at, state, round, readAt },
  ...{ barred, householdTag, follows },
})
export type InboxLine = z.infer<typeof InboxLine>

const Listed = z.object({ line: InboxLine })

/** A digest stands in no inbox: what it counts does. */
const stored = (notice: Notice) => ({
  ...notice,
  line: InboxLine.parse(notice),
  ...(notice.occasion !== 'digest' && { inboxOf: notice.addressee, inboxAt: notice.id }),
  ...(notice.owedAt && { owedShard: shardOf(notice.id) }),
})

/** What names a notice. */
export type NoticeKey = Pick<Notice, 'sourceId' | 'id'>

/** Notices, one item each, beside the item that they are about; each addressee's are listed by id, which is by time. */
export function notices({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const get = async ({ sourceId, id }: NoticeKey): Promise<Notice | undefined> => {
    const { data } = await entity.get({ sourceId, id }).go({ consistent: true })
    return data ? Notice.parse(data) : undefined
  }
  /** Stores `next` if the stored version is still `from`. */
  const put = (next: Notice, from: number) =>
    landed(
      entity
        .put(stored(next))
        .where(({ version }, { eq }) => eq(version, from))
        .go(),
    )
  return {
    get,
    put,
    /** Stores a new notice; false if it exists, however far it has come. */
    add: (notice: Notice) => landed(entity.create(stored(notice)).go()),
    /** Takes it away if the stored version is still the given one's. */
    remove: ({ sourceId, id, version: from }: Notice) =>
      landed(
        entity
          .delete({ sourceId, id })
          .where(({ version }, { eq }) => eq(version, from))
          .go(),
      ),
    change: (key: NoticeKey, rule: (notice: Notice) => Notice) =>
      change<Notice, Problem<never>>({ read: () => get(key), write: put }, rule),
    /** The newest notices of this addressee, those before `before` only. */
    inbox: async (addressee: string, most: number, before?: NoticeId): Promise<InboxLine[]> => {
      const all = entity.query.inbox({ inboxOf: addressee })
      const { data } = await (before ? all.lt({ inboxAt: before }) : all).go({ order: 'desc', limit: most })
      return data.map((row) => Listed.parse(row).line)
    },
    /** The notice with this id in this addressee's inbox. */
    find: async (addressee: string, id: NoticeId): Promise<NoticeKey | undefined> => {
      const { data } = await entity.query.inbox({ inboxOf: addressee, inboxAt: id }).go({ limit: 1 })
      return data[0] && Listed.parse(data[0]).line
    },
    /** All notices about this item, oldest first. */
    about: async (sourceId: string): Promise<Notice[]> => {
      const { data } = await entity.query.bySource({ sourceId }).go({ pages: 'all' })
      return data.map((notice) => Notice.parse(notice))
    },
  }
}
export type Notices = ReturnType<typeof notices>
