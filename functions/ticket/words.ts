import { Entity } from 'electrodb'
import * as z from 'zod/mini'

import { AccountId } from '../../contract/account'
import { HouseholdId } from '../../contract/pairing'
import type { TicketId } from '../../contract/ticket'
import { landed, type Table } from '../platform/table'

const must = { type: 'string', required: true } as const
const text = { type: 'string' } as const

const wordsModel = {
  model: { entity: 'words', version: '1', service: 'jnj' },
  attributes: { id: must, senderTag: must, digest: must, text: must },
  indexes: { byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } } },
} as const

const senderModel = {
  model: { entity: 'sender', version: '1', service: 'jnj' },
  attributes: { id: must, accountId: text, householdId: text, name: must, phone: text, place: must },
  indexes: { byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } } },
} as const

/** What was written, and by whose tag: immutable. `digest` tells a retry from a replay with another content. */
export const Words = z.object({ senderTag: z.string(), digest: z.string(), text: z.string() })
export type Words = z.infer<typeof Words>

/**
 * Who wrote it: an item of its own, so that reading a ticket never reads its sender along with it. Without an account it
 * came by telephone, on paper, or was written down for the sender.
 */
export const Sender = z.object({
  accountId: z.optional(AccountId),
  householdId: z.optional(HouseholdId),
  name: z.string(),
  phone: z.optional(z.string()),
  place: z.string(),
})
export type Sender = z.infer<typeof Sender>

/** The two immutable items that are written before a ticket's head, under the same id. Without a head nobody sees them. */
export function ticketWords({ client, name }: Table) {
  const words = new Entity(wordsModel, { client, table: name })
  const senders = new Entity(senderModel, { client, table: name })
  return {
    /** False if words are already stored under this id. */
    add: (id: TicketId, item: Words) => landed(words.create({ id, ...item }).go()),
    get: async (id: TicketId): Promise<Words | undefined> => {
      const { data } = await words.get({ id }).go({ consistent: true })
      return data ? Words.parse(data) : undefined
    },
    addSender: (id: TicketId, sender: Sender) => landed(senders.create({ id, ...sender }).go()),
    /** The sender; to be read only for a ticket that is not confidential, or to tell the sender something. */
    sender: async (id: TicketId): Promise<Sender | undefined> => {
      const { data } = await senders.get({ id }).go({ consistent: true })
      return data ? Sender.parse(data) : undefined
    },
  }
}
export type TicketWords = ReturnType<typeof ticketWords>
