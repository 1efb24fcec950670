import { createHash } from 'node:crypto'

import { CustomAttributeType, Entity } from 'electrodb'

import type { UnitId } from '../../contract/pairing'
import { type CampaignId, Receipt, Totals, UnitResult } from '../../contract/survey'
import type { Table } from '../platform/table'

const must = { type: 'string', required: true } as const

/** The auditors' totals while they are handed in: a text in parts. */
const ofPart = {
  model: { entity: 'surveyTotalsPart', version: '1', service: 'jnj' },
  attributes: { campaignId: must, part: { type: 'number', required: true, padding: { length: 4, char: '0' } }, text: must },
  indexes: { ofCampaign: { pk: { field: 'pk', composite: ['campaignId'] }, sk: { field: 'sk', composite: ['part'] } } },
} as const

/** Totals that were taken: the same text in parts of an item each, under its own digest, so that nothing put in later can mix with it. */
const ofTaken = {
  model: { entity: 'surveyTotals', version: '1', service: 'jnj' },
  attributes: { campaignId: must, digest: must, part: { type: 'number', required: true, padding: { length: 4, char: '0' } }, text: must },
  indexes: { byDigest: { pk: { field: 'pk', composite: ['campaignId', 'digest'] }, sk: { field: 'sk', composite: ['part'] } } },
} as const

/** An item holds 400 KB, and a character takes three bytes at most. */
const A_PART = 100_000

/** What was published of one unit, for those who look at a few. */
const ofUnit = {
  model: { entity: 'surveyResult', version: '1', service: 'jnj' },
  attributes: { campaignId: must, unitId: must, result: { type: CustomAttributeType<UnitResult>('any'), required: true } },
  indexes: { byUnit: { pk: { field: 'pk', composite: ['campaignId'] }, sk: { field: 'sk', composite: ['unitId'] } } },
} as const

/** The spoilt receipts that begin so. */
const ofSpoilt = {
  model: { entity: 'surveySpoilt', version: '1', service: 'jnj' },
  attributes: { campaignId: must, prefix: must, receipts: { type: CustomAttributeType<string[]>('any'), required: true } },
  indexes: { byPrefix: { pk: { field: 'pk', composite: ['campaignId'] }, sk: { field: 'sk', composite: ['prefix'] } } },
} as const

/** What came of the count. */
export function resultStore({ client, name: table }: Table) {
  const parts = new Entity(ofPart, { client, table })
  const taken = new Entity(ofTaken, { client, table })
  const units = new Entity(ofUnit, { client, table })
  const spoilt = new Entity(ofSpoilt, { client, table })
  return {
    putPart: async (campaignId: CampaignId, part: number, text: string): Promise<void> => {
      await parts.put({ campaignId, part, text }).go()
    },
    /** The text that the first `count` parts come to; undefined where they are not all there. */
    handedIn: async (campaignId: CampaignId, count: number): Promise<string | undefined> => {
      const { data } = await parts.query.ofCampaign({ campaignId }).lt({ part: count }).go({ pages: 'all', consistent: true })
      return data.length === count ? data.map(({ text }) => text).join('') : undefined
    },
    /** Keeps the totals for good; under which digest. */
    take: async (campaignId: CampaignId, text: string): Promise<string> => {
      const digest = createHash('sha256').update(text).digest('hex')
      for (let part = 0; part * A_PART < text.length; part++)
        await taken.put({ campaignId, digest, part, text: text.slice(part * A_PART, (part + 1) * A_PART) }).go()
      return digest
    },
    /** The totals that were taken under this digest. */
    totals: async (campaignId: CampaignId, digest: string): Promise<Totals> => {
      const { data } = await taken.query.byDigest({ campaignId, digest }).go({ pages: 'all', consistent: true })
      return Totals.parse(JSON.parse(data.map(({ text }) => text).join('')))
    },
    putUnit: async (campaignId: CampaignId, result: UnitResult): Promise<void> => {
      await units.put({ campaignId, unitId: result.unitId, result }).go()
    },
    /** What was published of these units. */
    ofUnits: async (campaignId: CampaignId, ids: readonly UnitId[]): Promise<UnitResult[]> => {
      const { data } = await units.get(ids.map((unitId) => ({ campaignId, unitId }))).go({ preserveBatchOrder: true })
      return data.flatMap((item) => (item ? UnitResult.parse(item.result) : []))
    },
    putSpoilt: async (campaignId: CampaignId, receipts: readonly string[]): Promise<void> => {
      for (const prefix of new Set(receipts.map((receipt) => receipt.slice(0, 2))))
        await spoilt.put({ campaignId, prefix, receipts: receipts.filter((receipt) => receipt.startsWith(prefix)) }).go()
    },
    spoilt: async (campaignId: CampaignId, prefix: string): Promise<string[]> => {
      const { data } = await spoilt.get({ campaignId, prefix }).go()
      return (data?.receipts ?? []).map((receipt) => Receipt.parse(receipt))
    },
  }
}
export type Results = ReturnType<typeof resultStore>
