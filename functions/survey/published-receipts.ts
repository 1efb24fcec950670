import { CustomAttributeType, Entity } from 'electrodb'

import type { CampaignId } from '../../contract/survey'
import type { Table } from '../platform/table'
import { packed, unpacked } from './packed-receipts'

const model = {
  model: { entity: 'surveyReceipts', version: '1', service: 'jnj' },
  attributes: {
    campaignId: { type: 'string', required: true },
    /** The first byte of the receipts as hex: who asks for it has asked for a 256th of them. */
    prefix: { type: 'string', required: true },
    receipts: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    /** For each receipt, which digest took it in. */
    digests: { type: CustomAttributeType<number[]>('any'), required: true },
  },
  indexes: { byPrefix: { pk: { field: 'pk', composite: ['campaignId', 'prefix'] }, sk: { field: 'sk', composite: [] } } },
} as const

export type PublishedReceipt = { receipt: string; digest: number }

const prefixes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A closed campaign's receipts, for "find my ballot". */
export function publishedReceipts({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  return {
    /** The receipts that begin so, sorted; none before the close. */
    of: async (campaignId: CampaignId, prefix: string): Promise<PublishedReceipt[]> => {
      const { data } = await entity.get({ campaignId, prefix }).go()
      return data ? unpacked(data.receipts).map((receipt, at) => ({ receipt, digest: data.digests[at] ?? 0 })) : []
    },
    publish: async (campaignId: CampaignId, receipts: readonly PublishedReceipt[]): Promise<void> => {
      const byPrefix = new Map(prefixes.map((prefix): [string, PublishedReceipt[]] => [prefix, []]))
      for (const one of receipts) byPrefix.get(one.receipt.slice(0, 2))?.push(one)
      for (const [prefix, some] of byPrefix) {
        if (some.length === 0) continue
        const sorted = some.sort((a, b) => (a.receipt < b.receipt ? -1 : 1))
        const columns = { receipts: packed(sorted.map(({ receipt }) => receipt)), digests: sorted.map(({ digest }) => digest) }
        await entity.put({ campaignId, prefix, ...columns }).go()
      }
    },
  }
}
