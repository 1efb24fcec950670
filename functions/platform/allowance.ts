import { Entity } from 'electrodb'

import type { Instant } from '../../contract/route'
import { shanghaiDay } from '../../contract/time'
import { landed, type Table } from './table'

const model = {
  model: { entity: 'allowance', version: '1', service: 'jnj' },
  attributes: {
    id: { type: 'string', required: true },
    day: { type: 'string', required: true },
    used: { type: 'number' },
    /** Seconds since 1970, for the table's TTL. */
    ttl: { type: 'number' },
  },
  indexes: { byId: { pk: { field: 'pk', composite: ['id', 'day'] }, sk: { field: 'sk', composite: [] } } },
} as const

const KEPT_SECONDS = 2 * 24 * 3600

/** How often a day (Shanghai) something may be done. `id` names who does what, without naming them. */
export function allowances({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  return {
    /** Takes one of `most` for today; false if none is left. One conditional write counts and refuses at once. */
    take: (id: string, most: number, now: Instant): Promise<boolean> => {
      const ttl = Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS
      return landed(
        entity
          .upsert({ id, day: shanghaiDay(now), ttl })
          .add({ used: 1 })
          .where(({ used }, { notExists, lt }) => `${notExists(used)} OR ${lt(used, most)}`)
          .go(),
      )
    },
    /** Gives back the one that was taken at `now`, where it shall not count. */
    giveBack: async (id: string, now: Instant): Promise<void> => {
      await entity
        .patch({ id, day: shanghaiDay(now) })
        .subtract({ used: 1 })
        .go()
    },
  }
}
export type Allowances = ReturnType<typeof allowances>
