import { setTimeout } from 'node:timers/promises'

import { BatchWriteCommand, type BatchWriteCommandInput, type BatchWriteCommandOutput } from '@aws-sdk/lib-dynamodb'
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

/** That somebody has a number, or has it no longer. */
export type Amendment = { phone: string; holder: Holder; has: boolean }

type Request = NonNullable<NonNullable<BatchWriteCommandInput['RequestItems']>[string]>[number]
const Raw = z.object({ Item: z.optional(z.record(z.string(), z.unknown())), Key: z.optional(z.record(z.string(), z.unknown())) })

/** As many as DynamoDB takes in one request. */
const MOST_A_REQUEST = 25
const FIRST_WAIT = 25

/** Enough to see that a number proves nothing; a number that stands on thousands of households is not read to its end. */
const MOST_READ = 100

/** Who has which telephone number: an item for each number and holder, under the number's tag. */
export function phoneRoll({ client, name }: Table, tag: Tag) {
  const entity = new Entity(model, { client, table: name })
  const entry = (phone: string, holder: Holder) => ({ phone: tag('phone', phone), ...holder })
  const requestOf = ({ phone, holder, has }: Amendment): Request =>
    has
      ? { PutRequest: { Item: Raw.parse(entity.put(entry(phone, holder)).params()).Item } }
      : { DeleteRequest: { Key: Raw.parse(entity.delete(entry(phone, holder)).params()).Key } }
  /** Sends again, ever more slowly, what a busy table left undone. */
  const send = async (requests: Request[]) => {
    let left: Request[] | undefined = requests
    for (let wait = FIRST_WAIT; left && left.length > 0; wait *= 2) {
      const { UnprocessedItems }: BatchWriteCommandOutput = await client.send(new BatchWriteCommand({ RequestItems: { [name]: left } }))
      left = UnprocessedItems?.[name]
      if (left && left.length > 0) await setTimeout(wait)
    }
  }
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
    /** Enters numbers for their holders or strikes them out, each holder and number at most once; again is the same. */
    amend: async (amendments: readonly Amendment[]): Promise<void> => {
      const requests = amendments.map(requestOf)
      for (let from = 0; from < requests.length; from += MOST_A_REQUEST) await send(requests.slice(from, from + MOST_A_REQUEST))
    },
  }
}
