import type { Campaign, CampaignId } from '../../contract/survey'
import { ask } from '../api/ask'
import { queries, refresh, useRead } from '../api/read'
import { useStaff } from '../api/session'
import { isUnderWay } from './states'

const LOOK_EVERY_MS = 2000

/** A campaign; looked at again by itself while its roll is read or its sample drawn. */
export const useCampaign = (id: CampaignId) =>
  useRead(['survey', id], () => ask('GET /v1/surveys/{id}', { params: { id } }), {
    everyMs: (campaign) => (isUnderWay(campaign) ? LOOK_EVERY_MS : undefined),
  })

/** Shows the campaign as a change of it was answered with. */
export function took(campaign: Campaign) {
  queries.setQueryData(['survey', campaign.id], campaign)
  refresh('surveys')
}

/** Whether this person carries the survey out, or only looks on. */
export const useMayRun = () => useStaff()?.roles.includes('office') ?? false
