import type { TieBy } from '../../contract/account'
import type { Instant } from '../../contract/route'
import type { BallotPaper, CampaignState, MySurvey, RollId, surveyReasons } from '../../contract/survey'
import type * as z from 'zod/mini'
import { type Campaign, wholePlan } from './campaign'
import type { RollEntry } from './roll'
import { shownStratum, type Stratum } from './stratum'

/** From when on a campaign is shown to villagers. */
const shownFrom: readonly CampaignState[] = [
  'frozen',
  'sampling',
  'open',
  'closed',
  'counted',
  'published',
  'rectifying',
  'archived',
  'annulled',
]

/** Whether villagers may know of a campaign; one that was given up before it was frozen was never theirs. */
export const isShown = ({ state, frozenAt }: Pick<Campaign, 'state' | 'frozenAt'>) => shownFrom.includes(state) && frozenAt !== undefined

export type Facts = {
  campaign: Campaign
  rollId: RollId
  /** The household's entry, where it is in the sample, and the stratum as it was frozen. */
  entry?: RollEntry
  stratum?: Stratum
  tie: z.infer<typeof TieBy>
  /** Whether whoever asks works for a unit. */
  isStaff: boolean
}

type Reason = (typeof surveyReasons)[number]

/** Why there is nothing to fill in on this phone now; undefined where there is, or where the household has drawn otherwise. */
function reason({ campaign, entry, tie, isStaff }: Facts, now: Instant): Reason | undefined {
  const { state, plan } = campaign
  if (state === 'frozen' || state === 'sampling') return 'notYet'
  if (state !== 'open' || (plan.castsUntil && plan.castsUntil <= now)) return 'over'
  if (!entry) return 'notDrawn'
  if (isStaff) return 'worksForUnit'
  if (entry.drawn) return undefined
  if (tie !== 'phone') return 'onlyConfirmed'
  return plan.drawsUntil && plan.drawsUntil <= now ? 'drawsOver' : undefined
}

function paperOf({ campaign, stratum }: Facts): BallotPaper | undefined {
  const plan = wholePlan(campaign.plan)
  if (!plan || !stratum || !campaign.digests) return undefined
  const { title, opensAt, drawsUntil, castsUntil, tokenKey, sealKey, questions } = plan
  const given = { title, opensAt, drawsUntil, castsUntil, tokenKey, sealKey, questions }
  return { campaignId: campaign.id, ...given, stratum: shownStratum(stratum), strata: campaign.digests }
}

/** What a household is shown of a campaign: its ballot, or why there is none, and its own line on the public roll. */
export function mySurvey(facts: Facts, now: Instant): MySurvey {
  const { campaign, rollId, entry, tie } = facts
  const { id, state, because } = campaign
  const plan = wholePlan(campaign.plan)
  if (!plan) return { why: 'noSurvey' }
  const { title, opensAt, drawsUntil, castsUntil } = plan
  const why = reason(facts, now)
  // Whoever has drawn on a phone still has to cast; on which of the household's phones, only that phone knows.
  const isTheirs = tie === 'phone' && (!entry?.drawn || entry.drawn.by === 'phone')
  return {
    ...{ paper: !why && isTheirs ? paperOf(facts) : undefined, why },
    campaign: { id, title, state, because, opensAt, drawsUntil, castsUntil },
    mine: { rollId, drew: entry?.drawn?.by, drewAt: entry?.drawn?.at },
  }
}
