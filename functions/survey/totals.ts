import { type CampaignId, surveyLimits, type Totals } from '../../contract/survey'
import type { DigestRecord } from './digest'
import type { Stratum } from './stratum'

type Facts = {
  campaignId: CampaignId
  /** In the order of their ids, as the frozen record has them. */
  strata: readonly Stratum[]
  /** Households of each stratum that drew. */
  drew: ReadonlyMap<string, number>
  chain: readonly DigestRecord[]
}

/** How many receipts of each stratum the digests took in. */
function receiptsIn(chain: readonly DigestRecord[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { strata } of chain) for (const { id, receipts } of strata) counts.set(id, (counts.get(id) ?? 0) + receipts)
  return counts
}

function strataAgree(totals: Totals, { strata, drew, chain }: Facts): boolean {
  const receipts = receiptsIn(chain)
  const rows = strata.map(({ id, county, township, roll, sample }) => ({ id, county, township, roll, sample, drew: drew.get(id) ?? 0 }))
  return (
    rows.length === totals.strata.length &&
    rows.every((row, nth) => {
      const counted = totals.strata[nth]
      const isSame = (Object.keys(row) as (keyof typeof row)[]).every((key) => counted?.[key] === row[key])
      return isSame && counted?.ballots === (receipts.get(row.id) ?? 0) && counted.ballots <= row.drew
    })
  )
}

const { publishLeast } = surveyLimits

/** Whether nothing is published that too few ballots speak to, and of no unit that nobody was asked about. */
function isPublishable({ units, unitsByCounty, watched }: Totals, strata: readonly Stratum[]): boolean {
  const known = new Set(strata.flatMap((stratum) => stratum.units.map(({ id }) => id)))
  const enough = [...units, ...unitsByCounty].every(({ unitId, asked, questions, money }) => {
    const counts = [asked, ...Object.values(questions).flatMap((question) => question?.n ?? []), ...(money ? [money.n] : [])]
    return known.has(unitId) && counts.every((n) => n >= publishLeast)
  })
  return enough && watched.every(({ n }) => n >= publishLeast)
}

/**
 * Whether these are the totals of this campaign, as far as that can be seen without the key: the strata as they were frozen, who drew,
 * as many ballots as there are receipts in a chain of digests that has ended, and nothing that too few ballots speak to.
 */
export function totalsFit(totals: Totals, facts: Facts): boolean {
  const spoilt = totals.strata.reduce((sum, stratum) => sum + stratum.spoilt, 0)
  return (
    totals.campaignId === facts.campaignId &&
    facts.chain.at(-1)?.last === true &&
    strataAgree(totals, facts) &&
    spoilt === totals.spoilt.length &&
    isPublishable(totals, facts.strata)
  )
}
