import { CustomAttributeType, Entity } from 'electrodb'

import type { CampaignId, StratumId } from '../../contract/survey'
import { landed, type Table } from '../platform/table'
import { DigestRecord, type NewDigest, type Receipts } from './digest'
import { packed, unpacked } from './packed-receipts'

const ofDigest = {
  model: { entity: 'surveyDigest', version: '1', service: 'jnj' },
  attributes: {
    campaignId: { type: 'string', required: true },
    n: { type: 'number', required: true, padding: { length: 6, char: '0' } },
    at: { type: 'string', required: true },
    digest: { type: 'string', required: true },
    strata: { type: CustomAttributeType<DigestRecord['strata']>('any'), required: true },
    last: { type: 'boolean', required: true },
    voided: { type: CustomAttributeType<DigestRecord['voided']>('any') },
  },
  indexes: { byCampaign: { pk: { field: 'pk', composite: ['campaignId'] }, sk: { field: 'sk', composite: ['n'] } } },
} as const

/** What one digest took in of one stratum. Its key has the digest in it: two that are made at once never mix. */
const ofPart = {
  model: { entity: 'surveyDigestPart', version: '1', service: 'jnj' },
  attributes: {
    campaignId: { type: 'string', required: true },
    digest: { type: 'string', required: true },
    stratumId: { type: 'string', required: true },
    part: { type: 'number', required: true, padding: { length: 4, char: '0' } },
    receipts: { type: CustomAttributeType<Uint8Array>('any'), required: true },
  },
  indexes: {
    byDigest: { pk: { field: 'pk', composite: ['campaignId', 'digest'] }, sk: { field: 'sk', composite: ['stratumId', 'part'] } },
  },
} as const

/** An item holds 400 KB, and a receipt takes 32 bytes of it. */
const A_PART = 10_000

/** The chain of a campaign's digests, and which receipt is in which of them. */
export function digestStore({ client, name: table }: Table) {
  const digests = new Entity(ofDigest, { client, table })
  const parts = new Entity(ofPart, { client, table })

  /** The chain so far, the first one first. */
  const chain = async (campaignId: CampaignId): Promise<DigestRecord[]> => {
    const { data } = await digests.query.byCampaign({ campaignId }).go({ pages: 'all', consistent: true })
    return data.map((item) => DigestRecord.parse(item))
  }
  const takenIn = async ({ campaignId, digest }: DigestRecord): Promise<{ stratumId: string; receipts: string[] }[]> => {
    const { data } = await parts.query.byDigest({ campaignId, digest }).go({ pages: 'all', consistent: true })
    return data.map(({ stratumId, receipts }) => ({ stratumId, receipts: unpacked(receipts) }))
  }
  return {
    chain,
    takenIn,
    /** All receipts that the chain holds. */
    taken: async (records: readonly DigestRecord[]): Promise<Receipts> => {
      const taken = new Map<StratumId, Set<string>>()
      for (const record of records)
        for (const { stratumId, receipts } of await takenIn(record)) {
          const id = record.strata.find((stratum) => stratum.id === stratumId)?.id
          if (!id) continue
          const known = taken.get(id) ?? new Set<string>()
          for (const receipt of receipts) known.add(receipt)
          taken.set(id, known)
        }
      return taken
    },
    /** Appends a digest; false if another one has come to stand in its place. What it took in is written first. */
    append: async ({ record, receipts }: NewDigest): Promise<boolean> => {
      const { campaignId, digest } = record
      for (const [stratumId, all] of receipts)
        for (let part = 0; part * A_PART < all.length; part++) {
          const some = packed(all.slice(part * A_PART, (part + 1) * A_PART))
          await parts.put({ campaignId, digest, stratumId, part, receipts: some }).go()
        }
      return landed(digests.create(record).go())
    },
  }
}
export type DigestStore = ReturnType<typeof digestStore>
