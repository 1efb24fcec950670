import { CustomAttributeType, Entity } from 'electrodb'
import * as z from 'zod/mini'

import { AccountId } from '../../contract/account'
import { HeldBecause, MediaId, MediaKind } from '../../contract/media'
import { Instant } from '../../contract/route'
import { TicketId } from '../../contract/ticket'
import { listing } from '../platform/outbox'
import { landed, owedIndex, type Table } from '../platform/table'
import { idOf } from '../platform/tag'
import { isListed, MediaItem } from './media'

const text = { type: 'string' } as const
const must = { type: 'string', required: true } as const
const count = { type: 'number', required: true } as const
const byId = { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } } as const

const model = {
  model: { entity: 'media', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: count,
    kind: must,
    state: must,
    ownerTag: must,
    ticketId: text,
    startedAt: must,
    seconds: { type: 'number' },
    failed: count,
    judgeBy: text,
    because: text,
    heldAt: text,
    keptHidden: { type: 'boolean' },
    toFlag: { type: 'boolean' },
    line: { type: CustomAttributeType<HeldLine>('any') },
    heldList: text,
    heldPlace: text,
    wakeAt: text,
    owing: { type: 'boolean' },
    owedShard: text,
    owedAt: text,
    owedTries: { type: 'number' },
  },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
    held: { index: 'list1', pk: { field: 'list1pk', composite: ['heldList'] }, sk: { field: 'list1sk', composite: ['heldPlace'] } },
    owed: owedIndex,
  },
} as const

/** The name of the entity as it stands in each item. */
export const MEDIA_ENTITY = model.model.entity

const HeldLine = z.object({
  id: MediaId,
  ticketId: TicketId,
  kind: MediaKind,
  because: HeldBecause,
  heldAt: Instant,
  seconds: z.optional(z.number()),
})
export type HeldLine = z.infer<typeof HeldLine>
const Listed = z.object({ line: HeldLine })

/** Where a held item stands in inspection's list: by time, then by the end of its id. */
const place = ({ heldAt, id }: Pick<HeldLine, 'heldAt' | 'id'>) => `${heldAt}${id.slice(-8)}`
export const Place = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z[0-9a-f]{8}$/))
const A_PAGE = 20

const stored = (item: MediaItem) => ({
  ...item,
  ...(isListed(item) && { line: HeldLine.parse(item), heldList: 'inspection', heldPlace: place(HeldLine.parse(item)) }),
  ...listing({ id: item.id, outbox: [], wakeAt: item.wakeAt }, item.startedAt),
})

const KEPT_SECONDS = 2 * 24 * 3600
const ttlFrom = (now: Instant) => Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS

const ownerModel = {
  model: { entity: 'mediaOwner', version: '1', service: 'jnj' },
  attributes: { id: must, accountId: must, ttl: count },
  indexes: { byId },
} as const

const traceModel = {
  model: { entity: 'mediaTrace', version: '1', service: 'jnj' },
  attributes: { id: must, mediaId: must, ttl: count },
  indexes: { byId },
} as const

const Owner = z.object({ accountId: AccountId })
const Trace = z.object({ mediaId: MediaId })
const traceId = (trace: string) => idOf('trace', trace)

/** Photos and recordings; beside them, for two days, who uploads one and under what name WeChat will give its verdict. */
export function mediaItems({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const owners = new Entity(ownerModel, { client, table: name })
  const traces = new Entity(traceModel, { client, table: name })
  return {
    /** The item, read strongly. */
    get: async (id: MediaId): Promise<MediaItem | undefined> => {
      const { data } = await entity.get({ id }).go({ consistent: true })
      return data ? MediaItem.parse(data) : undefined
    },
    /** Those of these that exist, read weakly: what a page shows. */
    many: async (ids: readonly MediaId[]): Promise<MediaItem[]> => {
      if (ids.length === 0) return []
      const { data } = await entity.get(ids.map((id) => ({ id }))).go()
      return data.map((item) => MediaItem.parse(item))
    },
    /** Stores a new item; false if the id is taken. */
    add: (item: MediaItem) => landed(entity.create(stored(item)).go()),
    /** Stores `next` if the stored version is still `from`. */
    put: (next: MediaItem, from: number) =>
      landed(
        entity
          .put(stored(next))
          .where(({ version }, { eq }) => eq(version, from))
          .go(),
      ),
    /** Takes it away if the stored version is still the given one's. */
    remove: ({ id, version: from }: MediaItem) =>
      landed(
        entity
          .delete({ id })
          .where(({ version }, { eq }) => eq(version, from))
          .go(),
      ),
    /** A page of what inspection has to look at, oldest first. */
    held: async (after?: string): Promise<{ items: HeldLine[]; next?: string }> => {
      const all = entity.query.held({ heldList: 'inspection' })
      const { data } = await (after ? all.gt({ heldPlace: after }) : all).go({ limit: A_PAGE })
      const items = data.map((row) => Listed.parse(row).line)
      const last = items[A_PAGE - 1]
      return { items, next: last && place(last) }
    },
    owners: {
      put: (id: MediaId, accountId: AccountId, now: Instant) => owners.put({ id, accountId, ttl: ttlFrom(now) }).go(),
      get: async (id: MediaId): Promise<AccountId | undefined> => {
        const { data } = await owners.get({ id }).go({ consistent: true })
        return data ? Owner.parse(data).accountId : undefined
      },
    },
    traces: {
      put: (trace: string, mediaId: MediaId, now: Instant) => traces.put({ id: traceId(trace), mediaId, ttl: ttlFrom(now) }).go(),
      get: async (trace: string): Promise<MediaId | undefined> => {
        const { data } = await traces.get({ id: traceId(trace) }).go({ consistent: true })
        return data ? Trace.parse(data).mediaId : undefined
      },
    },
  }
}
export type MediaItems = ReturnType<typeof mediaItems>
