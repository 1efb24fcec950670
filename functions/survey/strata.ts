import { CustomAttributeType, Entity } from 'electrodb'

import type { Problem } from '../../contract/problem'
import { type CampaignId, StratumId } from '../../contract/survey'
import { change, landed, type Table } from '../platform/table'
import { idOf } from '../platform/tag'
import { Stratum } from './stratum'

const must = { type: 'string', required: true } as const
const number = { type: 'number' } as const

const model = {
  model: { entity: 'surveyStratum', version: '1', service: 'jnj' },
  attributes: {
    id: must,
    version: { type: 'number', required: true },
    campaignId: must,
    county: must,
    township: must,
    units: { type: CustomAttributeType<Stratum['units']>('any'), required: true },
    roll: number,
    rollDigest: { type: 'string' },
    sample: number,
  },
  indexes: { ofCampaign: { pk: { field: 'pk', composite: ['campaignId'] }, sk: { field: 'sk', composite: ['id'] } } },
} as const

/** The id of a county's township. */
export const stratumIdOf = ({ county, township }: { county: string; township: string }): StratumId =>
  StratumId.parse(idOf('stratum', `${county} ${township}`))

/** The strata of the campaigns, one item each. */
export function strataStore({ client, name }: Table) {
  const entity = new Entity(model, { client, table: name })
  const get = async (campaignId: CampaignId, id: StratumId): Promise<Stratum | undefined> => {
    const { data } = await entity.get({ campaignId, id }).go({ consistent: true })
    return data ? Stratum.parse(data) : undefined
  }
  return {
    get,
    /** Stores a new stratum; false if it stands already. */
    add: (stratum: Stratum) => landed(entity.create(stratum).go()),
    /** The strata of a campaign in the order of their ids, read strongly. */
    all: async (campaignId: CampaignId): Promise<Stratum[]> => {
      const { data } = await entity.query.ofCampaign({ campaignId }).go({ pages: 'all', consistent: true })
      return data.map((item) => Stratum.parse(item))
    },
    change: <Refusal extends Problem>(campaignId: CampaignId, id: StratumId, rule: (stratum: Stratum) => Stratum | Refusal) =>
      change<Stratum, Refusal>(
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
export type Strata = ReturnType<typeof strataStore>
