import { Frozen } from '../../ballot/files'
import { type Campaign, wholePlan } from './campaign'
import { shownStratum, type Stratum } from './stratum'

/** All that a campaign has frozen, as its digest is taken over it; undefined as long as any of it is missing. Strata come in the order of their ids. */
export function frozenRecord(campaign: Pick<Campaign, 'id' | 'plan' | 'frozenAt'>, strata: readonly Stratum[]): Frozen | undefined {
  const { id: campaignId, frozenAt } = campaign
  const plan = wholePlan(campaign.plan)
  if (!plan || !frozenAt) return undefined
  const rows = strata.map((stratum) => ({
    ...shownStratum(stratum),
    ...{ roll: stratum.roll, sample: stratum.sample, rollDigest: stratum.rollDigest },
  }))
  const record = Frozen.safeParse({ ...plan, campaignId, frozenAt, strata: rows })
  return record.data
}
