import { CustomAttributeType, Entity } from 'electrodb'

import type { AccountId } from '../../contract/account'
import type { CadreId, HouseholdId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import { change, landed, type Table } from '../platform/table'
import { Account } from './account'

const model = {
  model: { entity: 'account', version: '1', service: 'jnj' },
  attributes: {
    id: { type: 'string', required: true },
    version: { type: 'number', required: true },
    openid: { type: 'string', required: true },
    tie: { type: CustomAttributeType<Account['tie']>('any') },
    phone: { type: 'string' },
    cadreId: { type: 'string' },
    asked: { type: CustomAttributeType<Account['asked']>('any') },
    householdId: { type: 'string' },
  },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
    byCadre: { index: 'list2', pk: { field: 'list2pk', composite: ['cadreId'] }, sk: { field: 'list2sk', composite: [] } },
    byHousehold: { index: 'list3', pk: { field: 'list3pk', composite: ['householdId'] }, sk: { field: 'list3sk', composite: [] } },
  },
} as const

const stored = (account: Account) => ({ ...account, householdId: account.tie?.householdId })

/** WeChat accounts, one item each. */
export function accounts({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const get = async (id: AccountId): Promise<Account | undefined> => {
    const { data } = await entity.get({ id }).go({ consistent: true })
    return data ? Account.parse(data) : undefined
  }
  const all = async (found: readonly { id: string }[]) =>
    (await Promise.all(found.map(({ id }) => get(Account.shape.id.parse(id))))).filter((account) => account !== undefined)
  return {
    get,
    /** The account, made now if it is new. */
    ensure: async (fresh: Account): Promise<Account> => {
      const known = await get(fresh.id)
      if (known) return known
      return (await landed(entity.create(stored(fresh)).go())) ? fresh : ((await get(fresh.id)) ?? fresh)
    },
    change: (id: AccountId, rule: (account: Account) => Account) =>
      change<Account, Problem<'changedMeanwhile'>>(
        {
          read: () => get(id),
          write: (next, from) =>
            landed(
              entity
                .put(stored(next))
                .where(({ version }, { eq }) => eq(version, from))
                .go(),
            ),
        },
        rule,
      ),
    /** The accounts recognised as this cadre; a person may use two phones. */
    ofCadre: async (cadreId: CadreId): Promise<Account[]> => {
      const { data } = await entity.query.byCadre({ cadreId }).go()
      return all(data)
    },
    /** The accounts that a proven telephone ties to this household. */
    ofHousehold: async (householdId: HouseholdId): Promise<Account[]> => {
      const { data } = await entity.query.byHousehold({ householdId }).go({ pages: 'all' })
      return (await all(data)).filter(({ tie }) => tie?.householdId === householdId && tie.by === 'phone')
    },
  }
}
export type Accounts = ReturnType<typeof accounts>
