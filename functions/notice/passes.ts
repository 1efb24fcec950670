import { Entity } from 'electrodb'
import * as z from 'zod/mini'

import { SMS_GAP_MINUTES } from '../../contract/notice'
import { Instant } from '../../contract/route'
import { later, minute } from '../../contract/time'
import { landed, type Table } from '../platform/table'
import { idOf } from '../platform/tag'
import type { Notice } from './notice'

const must = { type: 'string', required: true } as const
/** Seconds since 1970, for the table's TTL. */
const ttl = { type: 'number' } as const

const firstModel = {
  model: { entity: 'firstOfDay', version: '1', service: 'jnj' },
  attributes: { id: must, day: must, by: must, ttl },
  indexes: { byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } } },
} as const

const textModel = {
  model: { entity: 'textPass', version: '1', service: 'jnj' },
  attributes: { id: must, at: must, by: must, ttl },
  indexes: { byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } } },
} as const

const DAY_SECONDS = 24 * 3600
const until = (now: Instant, seconds: number) => Math.floor(Date.parse(now) / 1000) + seconds

const Used = z.object({ at: Instant })

/** What may happen once in a while: each is one conditional write, and whoever asks again under the same notice is told the same. */
export function passes({ client, name }: Table) {
  const firsts = new Entity(firstModel, { client, table: name })
  const texts = new Entity(textModel, { client, table: name })
  return {
    /** Whether this notice is the first of its addressee on `day`. */
    isFirst: ({ id, addressee }: Notice, day: string, now: Instant): Promise<boolean> => {
      const by: string = id
      return landed(
        firsts
          .put({ id: idOf('first', addressee), day, by, ttl: until(now, 3 * DAY_SECONDS) })
          .where((held, { notExists, lt, eq }) => `${notExists(held.day)} OR ${lt(held.day, day)} OR ${eq(held.by, by)}`)
          .go(),
      )
    },

    /** Undefined if this notice may go out as a text message now; else when it may: its addressee was just sent one about the same item. */
    textWaits: async ({ id, addressee, sourceId }: Notice, now: Instant): Promise<Instant | undefined> => {
      const key = { id: idOf('text', `${addressee} ${sourceId}`) }
      const gap = SMS_GAP_MINUTES * minute
      const [before, by]: [string, string] = [later(now, -gap), id]
      const got = await landed(
        texts
          .put({ ...key, at: now, by, ttl: until(now, DAY_SECONDS) })
          .where((held, { notExists, lte, eq }) => `${notExists(held.at)} OR ${lte(held.at, before)} OR ${eq(held.by, by)}`)
          .go(),
      )
      if (got) return undefined
      const { data } = await texts.get(key).go({ consistent: true })
      return later(data ? Used.parse(data).at : now, gap)
    },
  }
}
export type Passes = ReturnType<typeof passes>
