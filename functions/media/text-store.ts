import { Entity } from 'electrodb'

import { listing } from '../platform/outbox'
import { landed, owedIndex, type Table } from '../platform/table'
import { TextCheck } from './text-check'

const text = { type: 'string' } as const
const must = { type: 'string', required: true } as const
const count = { type: 'number', required: true } as const

const model = {
  model: { entity: 'textCheck', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: count,
    ticketId: must,
    step: must,
    until: must,
    failed: count,
    state: must,
    wakeAt: text,
    owing: { type: 'boolean' },
    owedShard: text,
    owedAt: text,
    owedTries: { type: 'number' },
    ttl: count,
  },
  indexes: { byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } }, owed: owedIndex },
} as const

/** The name of the entity as it stands in each item. */
export const TEXT_ENTITY = model.model.entity

const KEPT_SECONDS = 30 * 24 * 3600

const stored = (check: TextCheck) => ({
  ...check,
  ttl: Math.floor(Date.parse(check.until) / 1000) + KEPT_SECONDS,
  ...listing({ id: check.id, outbox: [], wakeAt: check.wakeAt }, check.until),
})

/** The texts that WeChat has to look at; none of them stands here. */
export function textChecks({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  return {
    get: async (id: string): Promise<TextCheck | undefined> => {
      const { data } = await entity.get({ id }).go({ consistent: true })
      return data ? TextCheck.parse(data) : undefined
    },
    /** False if it is there already, however far it has come. */
    add: (check: TextCheck) => landed(entity.create(stored(check)).go()),
    /** Stores `next` if the stored version is still `from`. */
    put: (next: TextCheck, from: number) =>
      landed(
        entity
          .put(stored(next))
          .where(({ version }, { eq }) => eq(version, from))
          .go(),
      ),
  }
}
export type TextChecks = ReturnType<typeof textChecks>
