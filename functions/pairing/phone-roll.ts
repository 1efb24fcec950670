import { Entity } from 'electrodb'
import * as z from 'zod/mini'

import { CadreId, HouseholdId } from '../../contract/pairing'
import type { Table } from '../platform/table'
import type { Tag } from '../platform/tag'
import type { PhoneHolders } from './pairing'

const text = { type: 'string', required: true } as const
const model = {
  model: { service: 'jnj', entity: 'phone', version: '1' },
  attributes: { phone: text, holder: text, holderId: text },
  indexes: { byPhone: { pk: { field: 'pk', composite: ['phone'] }, sk: { field: 'sk', composite: ['holder', 'holderId'] } } },
} as const

const Entry = z.discriminatedUnion('holder', [
  z.object({ holder: z.literal('household'), holderId: HouseholdId }),
  z.object({ holder: z.literal('cadre'), holderId: CadreId }),
])
/** Who has a number. */
export type Holder = z.infer<typeof Entry>

/** Enough to see that a number proves nothing; a number that stands on thousands of households is not read to its end. */
const MOST_READ = 100

/** Who has which telephone number: an item for each number and holder, under the number's tag. */
export function phoneRoll({ client, name }: Table, tag: Tag) {
  const entity = new Entity(model, { client, table: name })
  const entry = (phone: string, holder: Holder) => ({ phone: tag('phone', phone), ...holder })
  return {
    /** The first holders of the number, cadres in front, read strongly. */
    holdersOf: async (phone: string): Promise<PhoneHolders> => {
      const { data } = await entity.query.byPhone({ phone: tag('phone', phone) }).go({ limit: MOST_READ, consistent: true })
      const entries = data.map((raw) => Entry.parse(raw))
      return {
        householdIds: entries.flatMap(({ holder, holderId }) => (holder === 'household' ? [holderId] : [])),
        cadreIds: entries.flatMap(({ holder, holderId }) => (holder === 'cadre' ? [holderId] : [])),
      }
    },
    /** Writes that this holder has this number; again is the same. */
    enter: (phone: string, holder: Holder) => entity.put(entry(phone, holder)).go(),
    /** Strikes the number out for this holder. */
    strike: (phone: string, holder: Holder) => entity.delete(entry(phone, holder)).go(),
  }
}
export type PhoneRoll = ReturnType<typeof phoneRoll>
