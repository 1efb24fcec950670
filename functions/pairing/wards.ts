import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import { type CadreId, HouseholdId } from '../../contract/pairing'
import { landed, type Table } from '../platform/table'
import { readTogether, type Ref } from './together'

const Stored = z.object({ households: z._default(z.set(HouseholdId), new Set()), version: z.number() })
/** The households of a cadre; `version` grows with every household that is added. */
export type Wards = z.infer<typeof Stored>
const NONE: Wards = { households: new Set(), version: 0 }

const keyOf = (cadreId: CadreId) => ({ pk: `$jnj#wards_${cadreId}`, sk: '$wards_1' })
const refOf = (cadreId: CadreId): Ref<Wards> => ({ key: keyOf(cadreId), parse: (raw) => Stored.parse(raw) })

/**
 * Which households a cadre leads or helps, in one item a cadre, so that whom a complaint is hidden from is one strong
 * read. What holds is the household's own word; this follows it: a household is added before its cadre is written
 * there, and taken out after. It may name a household too many for a moment, and never one too few.
 */
export function wards(table: Table) {
  const update = (cadreId: CadreId, how: object) =>
    new UpdateCommand({
      TableName: table.name,
      Key: keyOf(cadreId),
      ...how,
      ExpressionAttributeNames: { '#h': 'households', '#v': 'version' },
    })
  const many = (cadreIds: readonly CadreId[]): Promise<Wards[]> =>
    readTogether(table, cadreIds.map(refOf), true).then((found) => found.map((each) => each ?? NONE))
  return {
    /** The households of each of these cadres, read strongly. */
    many,
    of: async (cadreId: CadreId): Promise<Wards> => (await many([cadreId]))[0] ?? NONE,
    add: async (cadreId: CadreId, households: readonly HouseholdId[]): Promise<void> => {
      const values = { ':h': new Set(households), ':one': 1 }
      await table.client.send(update(cadreId, { UpdateExpression: 'ADD #h :h, #v :one', ExpressionAttributeValues: values }))
    },
    /** Takes households out unless any was added since `version` was read; false if one was. */
    drop: (cadreId: CadreId, households: readonly HouseholdId[], version: number): Promise<boolean> => {
      const values = { ':h': new Set(households), ':v': version }
      const how = { UpdateExpression: 'DELETE #h :h', ConditionExpression: '#v = :v', ExpressionAttributeValues: values }
      return landed(table.client.send(update(cadreId, how)))
    },
  }
}
