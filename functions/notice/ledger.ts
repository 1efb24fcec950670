import { CustomAttributeType, Entity } from 'electrodb'

import type { AccountId } from '../../contract/account'
import type { Side } from '../../contract/notice'
import type { Problem } from '../../contract/problem'
import { change, landed, type Table } from '../platform/table'
import { Grants, noGrants } from './grants'

const count = { type: 'number', required: true } as const

const model = {
  model: { entity: 'grants', version: '1', service: 'jnj' },
  attributes: {
    accountId: { type: 'string', required: true },
    version: count,
    villager: count,
    staff: count,
    reports: { type: CustomAttributeType<Grants['reports']>('any'), required: true },
  },
  indexes: { byAccount: { pk: { field: 'pk', composite: ['accountId'] }, sk: { field: 'sk', composite: [] } } },
} as const

/** The ledger of WeChat's one-time grants, one item an account. */
export function ledger({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const get = async (accountId: AccountId): Promise<Grants> => {
    const { data } = await entity.get({ accountId }).go({ consistent: true })
    return data ? Grants.parse(data) : noGrants(accountId)
  }
  return {
    get,
    change: (accountId: AccountId, rule: (grants: Grants) => Grants) =>
      change<Grants, Problem<never>>(
        {
          read: () => get(accountId),
          write: (next, from) =>
            landed(
              entity
                .put(next)
                .where(({ version }, { eq, notExists }) => (from === 0 ? notExists(version) : eq(version, from)))
                .go(),
            ),
        },
        rule,
      ),
    /** One message fewer; nothing where none was known of. */
    spend: (accountId: AccountId, side: Side) =>
      landed(
        entity
          .patch({ accountId })
          .subtract({ [side]: 1 })
          .add({ version: 1 })
          .where((grants, { gt }) => gt(grants[side], 0))
          .go(),
      ),
    /** None left: WeChat has said so. */
    emptied: (accountId: AccountId, side: Side) =>
      landed(
        entity
          .patch({ accountId })
          .set({ [side]: 0 })
          .add({ version: 1 })
          .where((grants, { gt }) => gt(grants[side], 0))
          .go(),
      ),
  }
}
export type Ledger = ReturnType<typeof ledger>
