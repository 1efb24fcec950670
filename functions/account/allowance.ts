import { Entity } from 'electrodb'

import type { Instant } from '../../contract/route'
import { shanghaiDay } from '../../contract/time'
import { landed, type Table } from '../platform/table'

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

/** How often a day something may be done. One conditional write counts and refuses at once. */
export function allowances({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  /** Takes one of `most` for today (Shanghai); false if none is left. `id` names who does what, without naming them. */
  return (id: string, most: number, now: Instant): Promise<boolean> => {
    const ttl = Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS
    return landed(
      entity
        .upsert({ id, day: shanghaiDay(now), ttl })
        .add({ used: 1 })
        .where(({ used }, { notExists, lt }) => `${notExists(used)} OR ${lt(used, most)}`)
        .go(),
    )
  }
}
export type Allowances = ReturnType<typeof allowances>
