import { Entity } from 'electrodb'

import type { Instant } from '../../contract/route'
import { TicketId } from '../../contract/ticket'
import { shanghaiDay } from '../../contract/time'
import type { Table } from '../platform/table'

const model = {
  model: { entity: 'number', version: '1', service: 'jnj' },
  attributes: { day: { type: 'string', required: true }, last: { type: 'number' } },
  indexes: { byDay: { pk: { field: 'pk', composite: ['day'] }, sk: { field: 'sk', composite: [] } } },
} as const

const pointer = {
  model: { entity: 'numbered', version: '1', service: 'jnj' },
  attributes: { number: { type: 'string', required: true }, ticketId: { type: 'string', required: true } },
  indexes: { byNumber: { pk: { field: 'pk', composite: ['number'] }, sk: { field: 'sk', composite: [] } } },
} as const

/** Ticket numbers: `T20261118-0043`, counted per day in Shanghai. A number is given out once; a submission that fails leaves a gap. */
export function ticketNumbers({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const pointers = new Entity(pointer, { client, table: name })
  return {
    /** The next number, which from now on leads to this ticket. */
    give: async (ticketId: TicketId, now: Instant): Promise<string> => {
      const day = shanghaiDay(now)
      const { data } = await entity.upsert({ day }).add({ last: 1 }).go({ response: 'updated_new' })
      const number = `T${day}-${String(data.last).padStart(4, '0')}`
      await pointers.create({ number, ticketId }).go()
      return number
    },
    /** The ticket with this number; one whose submission failed has no head. */
    idOf: async (number: string): Promise<TicketId | undefined> => {
      const { data } = await pointers.get({ number }).go({ consistent: true })
      return data ? TicketId.parse(data.ticketId) : undefined
    },
  }
}
export type TicketNumbers = ReturnType<typeof ticketNumbers>
