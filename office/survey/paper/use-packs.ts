import type { CampaignId } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { refresh, useRead } from '../../api/read'

/** The packs of sheets that were printed for a campaign. */
export const usePacks = (id: CampaignId) => useRead(['survey-packs', id], () => ask('GET /v1/surveys/{id}/packs', { params: { id } }))

/** Looks again at what has become of the packs, and of the strata's sheets. */
export function packsChanged(id: CampaignId) {
  refresh('survey-packs', id)
  refresh('survey-progress', id)
}
