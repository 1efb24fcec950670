import type { Campaign as Shown, Totals } from '../../contract/survey'
import type { Campaign } from './campaign'
import type { SurveyDeps } from './deps'
import type { Stratum } from './stratum'

/** A campaign as the office sees it. */
function shownCampaign(campaign: Campaign, strata: readonly Stratum[], totals: Totals | undefined): Shown {
  const { id, version, state, plan, work, frozenAt, frozenDigest, publicValue, seed, because } = campaign
  return {
    ...{ id, version, state, plan, frozenAt, frozenDigest, publicValue, seed, because, totals },
    strata: [...strata],
    done: work && { of: work.of, so: work.so },
  }
}

/** The campaign with its strata, and with its totals once they are there. */
export const viewing =
  ({ strata, results }: Pick<SurveyDeps, 'strata' | 'results'>) =>
  async (campaign: Campaign): Promise<Shown> => {
    const { id, totalsDigest } = campaign
    const [all, totals] = await Promise.all([strata.all(id), totalsDigest ? results.totals(id, totalsDigest) : undefined])
    return shownCampaign(campaign, all, totals)
  }
