import { CustomAttributeType, Entity } from 'electrodb'

import type { Problem } from '../../contract/problem'
import type { CampaignId, PackId } from '../../contract/survey'
import { change, landed, type Table } from '../platform/table'
import { Pack } from './pack'

const must = { type: 'string', required: true } as const

const model = {
  model: { entity: 'surveyPack', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: { type: 'number', required: true },
    campaignId: must,
    stratumId: must,
    blinded: { type: CustomAttributeType<string[]>('any'), required: true },
    by: must,
    madeBy: must,
    madeAt: must,
    steps: { type: CustomAttributeType<Pack['steps']>('any'), required: true },
  },
  indexes: { ofCampaign: { pk: { field: 'pk', composite: ['campaignId'] }, sk: { field: 'sk', composite: ['id'] } } },
} as const

/** The packs of sheets that were printed, one item each. */
export function packs({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const get = async (campaignId: CampaignId, id: PackId): Promise<Pack | undefined> => {
    const { data } = await entity.get({ campaignId, id }).go({ consistent: true })
    return data ? Pack.parse(data) : undefined
  }
  return {
    get,
    /** Stores a new pack; false if the id is taken. */
    add: (pack: Pack) => landed(entity.create(pack).go()),
    all: async (campaignId: CampaignId): Promise<Pack[]> => {
      const { data } = await entity.query.ofCampaign({ campaignId }).go({ pages: 'all', consistent: true })
      return data.map((item) => Pack.parse(item))
    },
    change: <Refusal extends Problem>(campaignId: CampaignId, id: PackId, rule: (pack: Pack) => Pack | Refusal) =>
      change<Pack, Refusal>(
        {
          read: () => get(campaignId, id),
          write: (next, from) =>
            landed(
              entity
                .put(next)
                .where(({ version }, { eq }) => eq(version, from))
                .go(),
            ),
        },
        rule,
      ),
  }
}
export type Packs = ReturnType<typeof packs>
