import { CustomAttributeType, Entity } from 'electrodb'
import * as z from 'zod/mini'

import { HouseholdId, type VillageId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { type CampaignId, DrawnBy, RollId, type StratumId } from '../../contract/survey'
import { listing } from '../platform/outbox'
import { change, landed, owedIndex, type Table } from '../platform/table'
import { type Mark, marked, RollEntry } from './roll'

const must = { type: 'string', required: true } as const
const text = { type: 'string' } as const

const model = {
  model: { entity: 'surveyEntry', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    campaignId: must,
    version: { type: 'number', required: true },
    householdId: must,
    villageId: must,
    stratumId: must,
    /** How it drew, as a scalar, which alone a condition compares. */
    drew: text,
    drawn: { type: CustomAttributeType<Mark>('any') },
    outbox: { type: CustomAttributeType<RollEntry['outbox']>('any'), required: true },
    wakeAt: text,
    sample: must,
    place: must,
    line: { type: CustomAttributeType<EntryLine>('any'), required: true },
    owing: { type: 'boolean' },
    owedShard: text,
    owedAt: text,
    owedTries: { type: 'number' },
  },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['campaignId'] }, sk: { field: 'sk', composite: ['id'] } },
    ofStratum: { index: 'list5', pk: { field: 'list5pk', composite: ['sample'] }, sk: { field: 'list5sk', composite: ['place'] } },
    owed: owedIndex,
  },
} as const

/** The entity's name as it stands in each of its items. */
export const ENTRY_ENTITY = model.model.entity

/** An entry as the list of its stratum shows it. */
export const EntryLine = z.object({ id: RollId, householdId: HouseholdId, drew: z.optional(DrawnBy) })
export type EntryLine = z.infer<typeof EntryLine>

const Listed = z.object({ line: EntryLine })

const sampleOf = (campaignId: CampaignId, stratumId: StratumId) => `${campaignId}-${stratumId}`
/** After every id. */
const END = 'g'

const lineOf = ({ id, householdId, drawn }: RollEntry): EntryLine => EntryLine.parse({ id, householdId, drew: drawn?.by })

const stored = (entry: RollEntry, now: Instant) => ({
  ...entry,
  drew: entry.drawn?.by,
  sample: sampleOf(entry.campaignId, entry.stratumId),
  place: `${entry.villageId}${entry.id}`,
  line: lineOf(entry),
  ...listing(entry, now),
})

/** The households of the samples, one item each: the ballot of each is drawn by one conditional write. */
export function rollEntries({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const get = async (campaignId: CampaignId, id: RollId): Promise<RollEntry | undefined> => {
    const { data } = await entity.get({ campaignId, id }).go({ consistent: true })
    return data ? RollEntry.parse(data) : undefined
  }
  const lines = (data: readonly unknown[]) => data.map((row) => Listed.parse(row).line)
  return {
    /** The entry, read strongly. */
    get,
    /** Stores a new entry; false if it stands already, however far it has come. */
    add: (entry: RollEntry, now: Instant) => landed(entity.create(stored(entry, now)).go()),
    /** The entry after `rule`, stored; for what is done to it beside the draw. */
    change: (campaignId: CampaignId, id: RollId, rule: (entry: RollEntry) => RollEntry, now: Instant) =>
      change<RollEntry, Problem<never>>(
        {
          read: () => get(campaignId, id),
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
    /**
     * Marks the household as having drawn: one conditional write, which whoever comes second does not get. What the entry owes stays
     * as it is. The same mark again costs nothing and is as good as the first.
     */
    mark: async (entry: RollEntry, mark: Mark): Promise<RollEntry | Problem<'alreadyDrawn' | 'notFound'>> => {
      const next = marked(entry, mark)
      if ('problem' in next || next === entry) return next
      const first = await landed(
        entity
          .patch({ campaignId: entry.campaignId, id: entry.id })
          .set({ drew: mark.by, drawn: mark, line: lineOf(next) })
          .add({ version: 1 })
          .where(({ drew }, { notExists }) => notExists(drew))
          .go(),
      )
      if (first) return next
      const now = await get(entry.campaignId, entry.id)
      return now ? marked(now, mark) : { problem: 'notFound' }
    },
    /** The sample of a stratum, village by village. */
    ofStratum: async (campaignId: CampaignId, stratumId: StratumId): Promise<EntryLine[]> =>
      lines((await entity.query.ofStratum({ sample: sampleOf(campaignId, stratumId) }).go({ pages: 'all' })).data),
    /** The entries of one village that stand behind this roll id, at most `limit` of them where one is given. */
    ofVillage: async (
      campaignId: CampaignId,
      stratumId: StratumId,
      villageId: VillageId,
      { after = '', limit }: { after?: string; limit?: number },
    ): Promise<EntryLine[]> => {
      const sample = entity.query.ofStratum({ sample: sampleOf(campaignId, stratumId) })
      const { data } = await sample
        .between({ place: `${villageId}${after}` }, { place: `${villageId}${END}` })
        .go(limit ? { limit: limit + 1 } : { pages: 'all' })
      return lines(data)
        .filter(({ id }) => id !== after)
        .slice(0, limit)
    },
  }
}
export type RollEntries = ReturnType<typeof rollEntries>
