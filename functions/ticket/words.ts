import { Entity } from 'electrodb'
import * as z from 'zod/mini'

import { AccountId } from '../../contract/account'
import { HouseholdId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import type { TicketId } from '../../contract/ticket'
import { day, hour, later } from '../../contract/time'
import { listing } from '../platform/outbox'
import { landed, owedIndex, type Table } from '../platform/table'

const must = { type: 'string', required: true } as const
const text = { type: 'string' } as const

const wordsModel = {
  model: { entity: 'words', version: '1', service: 'jnj' },
  attributes: { id: must, senderTag: must, digest: must, text: must },
  indexes: { byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } } },
} as const

const senderModel = {
  model: { entity: 'sender', version: '1', service: 'jnj' },
  attributes: {
    ...{ id: must, accountId: text, householdId: text, name: must, phone: text, place: must },
    /** Whose sending of what this is. */
    claim: must,
    wakeAt: text,
    owedShard: text,
    owedAt: text,
    owedTries: { type: 'number' },
    abandoned: { type: 'boolean' },
  },
  indexes: { byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } }, owed: owedIndex },
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

/** For so long may something half sent be sent again, counted from the last try; a try itself lasts seconds. */
const HALF_SENT_FOR = day
/** What is being swept is looked at again, should its sweeper have died. */
const SWEPT_WITHIN = hour

const lookAgainAt = (id: TicketId, wakeAt: Instant) => ({ wakeAt, ...listing({ id, outbox: [], wakeAt }, wakeAt) })

/**
 * The two items that are written before a ticket's head, under the same id. Without a head nobody sees them: the sender's
 * is written first and stands in the index `owed` a day later, when it is settled whether there is a head.
 */
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
    /** Stores who sends it, to be looked at again; false if somebody is stored under this id. */
    addSender: (id: TicketId, sender: Sender, claim: string, now: Instant) =>
      landed(senders.create({ id, ...sender, claim, ...lookAgainAt(id, later(now, HALF_SENT_FOR)) }).go()),
    /** Keeps what is half sent for whoever sends the same again; false where it is another's, has been accepted, or is being swept. */
    hold: (id: TicketId, claim: string, now: Instant) =>
      landed(
        senders
          .patch({ id })
          .set(lookAgainAt(id, later(now, HALF_SENT_FOR)))
          .where(({ claim: stored, owedAt, abandoned }, { eq, exists, notExists }) =>
            [eq(stored, claim), exists(owedAt), notExists(abandoned)].join(' AND '),
          )
          .go(),
      ),
    /** Its head is there: nothing has to be looked at any more. */
    keep: (id: TicketId, wakeAt: string) =>
      landed(
        senders
          .patch({ id })
          .remove(['wakeAt', 'owedShard', 'owedAt', 'owedTries'])
          .where((stored, { eq }) => eq(stored.wakeAt, wakeAt))
          .go(),
      ),
    /** From now on nobody goes on with it; false if somebody has since it was to be looked at. */
    abandon: (id: TicketId, wakeAt: string, now: Instant) =>
      landed(
        senders
          .patch({ id })
          .set({ abandoned: true, ...lookAgainAt(id, later(now, SWEPT_WITHIN)) })
          .where((stored, { eq }) => eq(stored.wakeAt, wakeAt))
          .go(),
      ),
    /** Takes away what was abandoned: the sender last, by which the rest is found. */
    remove: async (id: TicketId) => {
      await words.delete({ id }).go()
      await landed(
        senders
          .delete({ id })
          .where(({ abandoned }, { eq }) => eq(abandoned, true))
          .go(),
      )
    },
    /** The sender; to be read only for a ticket that is not confidential, or to tell the sender something. */
    sender: async (id: TicketId): Promise<Sender | undefined> => {
      const { data } = await senders.get({ id }).go({ consistent: true })
      return data ? Sender.parse(data) : undefined
    },
  }
}
export type TicketWords = ReturnType<typeof ticketWords>
