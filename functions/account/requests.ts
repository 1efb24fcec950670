import { CustomAttributeType, Entity } from 'electrodb'

import type { TieRequestId } from '../../contract/account'
import type { CadreId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { listing } from '../platform/outbox'
import { change, landed, owedIndex, type Table } from '../platform/table'
import { StoredRequest } from './tie-request'

const must = { type: 'string', required: true } as const

const model = {
  model: { entity: 'tieRequest', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: { type: 'number', required: true },
    accountId: must,
    householdId: must,
    cadreId: must,
    name: must,
    at: must,
    state: must,
    outbox: { type: CustomAttributeType<StoredRequest['outbox']>('any'), required: true },
    waitingFor: { type: 'string' },
    waitingSince: { type: 'string' },
    owing: { type: 'boolean' },
    owedShard: { type: 'string' },
    owedAt: { type: 'string' },
    owedTries: { type: 'number' },
  },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
    waiting: { index: 'list2', pk: { field: 'list2pk', composite: ['waitingFor'] }, sk: { field: 'list2sk', composite: ['waitingSince'] } },
    owed: owedIndex,
  },
} as const

const stored = (request: StoredRequest, now: Instant) => ({
  ...request,
  ...(request.state === 'waiting' && { waitingFor: request.cadreId, waitingSince: request.at }),
  ...listing(request, now),
})

/** Requests to be tied, one item each. */
export function tieRequests({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const get = async (id: TieRequestId): Promise<StoredRequest | undefined> => {
    const { data } = await entity.get({ id }).go({ consistent: true })
    return data ? StoredRequest.parse(data) : undefined
  }
  return {
    get,
    /** False if the id is taken. */
    add: (request: StoredRequest, now: Instant) => landed(entity.create(stored(request, now)).go()),
    change: <Refusal extends Problem>(id: TieRequestId, rule: (request: StoredRequest) => StoredRequest | Refusal, now: Instant) =>
      change(
        {
          read: () => get(id),
          write: (next, from) =>
            landed(
              entity
                .put(stored(next, now))
                .where(({ version }, { eq }) => eq(version, from))
                .go(),
            ),
        },
        rule,
      ),
    waitingFor: async (cadreId: CadreId): Promise<StoredRequest[]> => {
      const { data } = await entity.query.waiting({ waitingFor: cadreId }).go({ limit: 50, order: 'asc' })
      const found = await Promise.all(data.map(({ id }) => get(StoredRequest.shape.id.parse(id))))
      return found.filter((request) => request !== undefined).filter(({ state }) => state === 'waiting')
    },
  }
}
export type TieRequests = ReturnType<typeof tieRequests>
