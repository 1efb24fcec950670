import type { CampaignId, StratumId } from '../../contract/survey'
import type { SurveyDeps } from './deps'
import type { Beside } from './export'
import { frozenRecord } from './frozen'

type Deps = Pick<SurveyDeps, 'campaigns' | 'strata' | 'entries' | 'packs'>

/** How many sheets of each stratum were printed. */
export async function sheetsIn({ packs }: Pick<SurveyDeps, 'packs'>, campaignId: CampaignId): Promise<Map<StratumId, number>> {
  const sheets = new Map<StratumId, number>()
  for (const { stratumId, blinded } of await packs.all(campaignId)) sheets.set(stratumId, (sheets.get(stratumId) ?? 0) + blinded.length)
  return sheets
}

/** What stands beside the ballots of a campaign in the auditors' folder; undefined before it is frozen. */
export const besideOf =
  ({ campaigns, strata, entries, packs }: Deps) =>
  async (campaignId: CampaignId): Promise<Beside | undefined> => {
    const campaign = await campaigns.get(campaignId)
    const all = await strata.all(campaignId)
    const frozen = campaign && frozenRecord(campaign, all)
    if (!frozen) return undefined
    const sheets = await sheetsIn({ packs }, campaignId)
    const rows = []
    for (const { id } of all) {
      const drew = (await entries.ofStratum(campaignId, id)).filter((line) => line.drew).length
      rows.push({ id, drew, sheets: sheets.get(id) ?? 0 })
    }
    return { frozen, strata: rows }
  }
