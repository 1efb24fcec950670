import { CustomAttributeType, Entity } from 'electrodb'

import { HouseholdId, VillageId } from '../../contract/pairing'
import { type CampaignId, RollId, type StratumId } from '../../contract/survey'
import { landed, type Table } from '../platform/table'

const must = { type: 'string', required: true } as const

const model = {
  model: { entity: 'surveyRoll', version: '1', service: 'jnj' },
  attributes: {
    campaignId: must,
    stratumId: must,
    villageId: must,
    /** Roll id and household of each row, 16 bytes and 16 bytes. */
    rows: { type: CustomAttributeType<Uint8Array>('any'), required: true },
  },
  indexes: {
    ofStratum: { pk: { field: 'pk', composite: ['campaignId', 'stratumId'] }, sk: { field: 'sk', composite: ['villageId'] } },
  },
} as const

/** A household on the frozen roll. */
export type RollRow = { rollId: RollId; householdId: HouseholdId; villageId: VillageId }

const DIGITS = 32
/** An item holds 400 KB. */
const MOST_ROWS = 12_000

const packed = (rows: readonly RollRow[]): Uint8Array =>
  Buffer.from(rows.map(({ rollId, householdId }) => rollId + householdId).join(''), 'hex')

function unpacked(bytes: Uint8Array, villageId: VillageId): RollRow[] {
  const text = Buffer.from(bytes).toString('hex')
  return Array.from({ length: text.length / (2 * DIGITS) }, (_, nth) => {
    const at = nth * 2 * DIGITS
    const [rollId, householdId] = [text.slice(at, at + DIGITS), text.slice(at + DIGITS, at + 2 * DIGITS)]
    return { rollId: RollId.parse(rollId), householdId: HouseholdId.parse(householdId), villageId }
  })
}

/** The frozen roll, one item a village: a million households are some 1,400 items. */
export function villageRolls({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  type Place = { campaignId: CampaignId; stratumId: StratumId; villageId: VillageId }
  const item = (place: Place, rows: readonly RollRow[]) => {
    if (rows.length > MOST_ROWS) throw new Error(`a village has ${rows.length} households, and a roll takes ${MOST_ROWS}`)
    return { ...place, rows: packed(rows) }
  }
  return {
    /** Stores the roll of a village; false if it has been read before: the first one stands. */
    add: (place: Place, rows: readonly RollRow[]) => landed(entity.create(item(place, rows)).go()),
    /** Replaces it, for rows that turned out to stand elsewhere too. */
    replace: async (place: Place, rows: readonly RollRow[]): Promise<void> => {
      await entity.put(item(place, rows)).go()
    },
    /** The roll of a stratum, village by village, read strongly. */
    ofStratum: async (campaignId: CampaignId, stratumId: StratumId): Promise<RollRow[][]> => {
      const { data } = await entity.query.ofStratum({ campaignId, stratumId }).go({ pages: 'all', consistent: true })
      return data.map(({ villageId, rows }) => unpacked(rows, VillageId.parse(villageId)))
    },
  }
}
export type VillageRolls = ReturnType<typeof villageRolls>
