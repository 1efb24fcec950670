import { CustomAttributeType, Entity } from 'electrodb'
import * as z from 'zod/mini'

import type { Problem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { CampaignId, CampaignState } from '../../contract/survey'
import { listing } from '../platform/outbox'
import { change, landed, owedIndex, type Table } from '../platform/table'
import { Campaign } from './campaign'

const must = { type: 'string', required: true } as const
const text = { type: 'string' } as const
const any = { type: CustomAttributeType<unknown>('any') } as const

const model = {
  model: { entity: 'survey', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: { type: 'number', required: true },
    state: must,
    by: must,
    counties: any,
    createdAt: must,
    plan: any,
    work: any,
    frozenAt: text,
    frozenDigest: text,
    digests: any,
    publicValue: text,
    seed: text,
    totalsDigest: text,
    because: text,
    outbox: any,
    wakeAt: text,
    shelf: must,
    place: must,
    line: { type: CustomAttributeType<CampaignLine>('any'), required: true },
    owing: { type: 'boolean' },
    owedShard: text,
    owedAt: text,
    owedTries: { type: 'number' },
  },
  indexes: {
    byId: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } },
    all: { index: 'list6', pk: { field: 'list6pk', composite: ['shelf'] }, sk: { field: 'list6sk', composite: ['place'] } },
    owed: owedIndex,
  },
} as const

/** The entity's name as it stands in each of its items. */
export const CAMPAIGN_ENTITY = model.model.entity

const SHELF = 'surveys'

/** A campaign in the list of all. */
export const CampaignLine = z.object({
  id: CampaignId,
  state: CampaignState,
  title: z.string(),
  counties: z.array(z.string()),
  opensAt: z.optional(Instant),
  castsUntil: z.optional(Instant),
})
export type CampaignLine = z.infer<typeof CampaignLine>

const Listed = z.object({ line: CampaignLine })

const stored = (campaign: Campaign, now: Instant) => {
  const { id, state, counties, createdAt, plan } = campaign
  const line = { id, state, counties, title: plan.title, opensAt: plan.opensAt, castsUntil: plan.castsUntil }
  return { ...campaign, shelf: SHELF, place: `${createdAt}${id}`, line, ...listing(campaign, now) }
}

/** The campaigns, one item each, changed by one conditional write. */
export function campaigns({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const get = async (id: CampaignId, consistent = true): Promise<Campaign | undefined> => {
    const { data } = await entity.get({ id }).go({ consistent })
    return data ? Campaign.parse(data) : undefined
  }
  return {
    /** The campaign, read strongly unless that is said not to matter. */
    get,
    /** Stores a new campaign; false if the id is taken. */
    add: (campaign: Campaign, now: Instant) => landed(entity.create(stored(campaign, now)).go()),
    change: <Refusal extends Problem>(id: CampaignId, rule: (campaign: Campaign) => Campaign | Refusal, now: Instant) =>
      change<Campaign, Refusal>(
        {
          read: () => get(id),
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
    /** All campaigns, the newest first. */
    all: async (): Promise<CampaignLine[]> => {
      const { data } = await entity.query.all({ shelf: SHELF }).go({ order: 'desc', pages: 'all' })
      return data.map((row) => Listed.parse(row).line)
    },
  }
}
export type Campaigns = ReturnType<typeof campaigns>
