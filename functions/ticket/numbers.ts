import { Entity } from 'electrodb'

import type { Instant } from '../../contract/route'
import { shanghaiDay } from '../../contract/time'
import type { Table } from '../platform/table'

const model = {
  model: { entity: 'number', version: '1', service: 'jnj' },
  attributes: { day: { type: 'string', required: true }, last: { type: 'number' } },
  indexes: { byDay: { pk: { field: 'pk', composite: ['day'] }, sk: { field: 'sk', composite: [] } } },
} as const

/** Ticket numbers: `T20261118-0043`, counted per day in Shanghai. A number is given out once; a submission that fails leaves a gap. */
export function ticketNumbers({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  return async (now: Instant): Promise<string> => {
    const day = shanghaiDay(now)
    const { data } = await entity.upsert({ day }).add({ last: 1 }).go({ response: 'updated_new' })
    return `T${day}-${String(data.last).padStart(4, '0')}`
  }
}
export type TicketNumbers = ReturnType<typeof ticketNumbers>
