import type { HouseholdId, VillageId } from '../../contract/pairing'
import type { CampaignState } from '../../contract/survey'
import type { Bindings } from './bindings'
import type { CampaignLine } from './campaigns'
import type { SurveyDeps } from './deps'
import { isShown, mySurvey } from './my-survey'
import { stratumIdOf } from './strata'

const publicStates: readonly CampaignState[] = ['published', 'rectifying', 'archived']

type Key =
  'GET /v1/survey' | 'GET /v1/survey/results' | 'GET /v1/survey-receipts/{campaignId}/{prefix}' | 'GET /v1/survey-digests/{campaignId}'

/** What villagers and those who help them are answered. */
export function villagerRoutes(deps: SurveyDeps): Bindings<Key> {
  const { campaigns, strata, entries, results, rectifications, digests, published, roster, rollIdOf, isStaff } = deps

  /** The newest campaign of their county that `fits`, with where they live. */
  async function newest(villageId: VillageId, fits: (line: CampaignLine) => boolean) {
    const [village, lines] = await Promise.all([roster.villageAt(villageId), campaigns.all()])
    const line = lines.find((one) => village && one.counties.includes(village.county) && fits(one))
    return { village, line }
  }

  async function shown(villageId: VillageId) {
    const [village, lines] = await Promise.all([roster.villageAt(villageId), campaigns.all()])
    for (const line of lines) {
      if (!village || !line.counties.includes(village.county) || line.state === 'draft' || line.state === 'freezing') continue
      const campaign = await campaigns.get(line.id)
      if (campaign && isShown(campaign)) return campaign
    }
    return undefined
  }

  const entryOf = async (campaignId: CampaignLine['id'], householdId: HouseholdId) => {
    const rollId = rollIdOf(campaignId, householdId)
    const entry = await entries.get(campaignId, rollId)
    return { rollId, entry, stratum: entry && (await strata.get(campaignId, entry.stratumId)) }
  }

  return {
    'GET /v1/survey': async ({ caller: { household, accountId }, now }) => {
      const campaign = household && (await shown(household.villageId))
      if (!campaign || !household) return { why: 'noSurvey' }
      const [mine, works] = await Promise.all([entryOf(campaign.id, household.id), isStaff(accountId)])
      return mySurvey({ campaign, ...mine, tie: household.tie, isStaff: works }, now)
    },

    'GET /v1/survey/results': async ({ caller: { household } }) => {
      const { village, line } = household ? await newest(household.villageId, ({ state }) => publicStates.includes(state)) : {}
      const stratum = village && line && (await strata.get(line.id, stratumIdOf(village)))
      if (!line || !stratum) return { units: [], rectifications: [] }
      const ids = stratum.units.map(({ id }) => id)
      const [units, items] = await Promise.all([results.ofUnits(line.id, ids), rectifications.ofCampaign(line.id)])
      return { title: line.title, units, rectifications: items.filter(({ unitId }) => ids.includes(unitId)) }
    },

    'GET /v1/survey-digests/{campaignId}': async ({ params: { campaignId } }) => {
      const campaign = await campaigns.get(campaignId, false)
      if (!campaign || !isShown(campaign)) return { problem: 'notFound' }
      const { frozenDigest, publicValue, seed } = campaign
      return { frozenDigest, publicValue, seed, items: await digests.chain(campaignId) }
    },

    'GET /v1/survey-receipts/{campaignId}/{prefix}': async ({ params: { campaignId, prefix } }) => {
      const [receipts, spoilt] = await Promise.all([published.of(campaignId, prefix), results.spoilt(campaignId, prefix)])
      return { items: receipts.map((one) => ({ ...one, spoilt: spoilt.includes(one.receipt) })) }
    },
  }
}
