import * as z from 'zod/mini'

import { UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { CampaignId, CampaignPlan, CampaignState, questionsDefault, Receipt, surveyLimits } from '../../contract/survey'
import { hour, later } from '../../contract/time'
import { Owed } from '../notice/owed'

/** What is being done to a campaign in steps: how many there are, how many are done, and behind what the next one stands. */
const Work = z.object({ of: z.number(), so: z.number(), after: z.optional(z.string()) })
export type Work = z.infer<typeof Work>

/** A campaign as it is stored; its strata, its roll and its sample are items of their own. */
export const Campaign = z.object({
  id: CampaignId,
  version: z.number(),
  state: CampaignState,
  /** The office that holds it, and the counties whose households are asked. */
  by: UnitId,
  counties: z.array(z.string()),
  createdAt: Instant,
  plan: CampaignPlan,
  work: z.optional(Work),
  frozenAt: z.optional(Instant),
  frozenDigest: z.optional(Receipt),
  /** The digest of each stratum, in the order of their ids: what a phone holds its own against. */
  digests: z.optional(z.array(Receipt)),
  publicValue: z.optional(z.string()),
  seed: z.optional(Receipt),
  /** Under which digest the auditors' totals are kept. */
  totalsDigest: z.optional(Receipt),
  because: z.optional(z.string()),
  outbox: z.array(Owed),
  wakeAt: z.optional(Instant),
})
export type Campaign = z.infer<typeof Campaign>

/** Where a campaign can go from each state. `annulled` is a way out of all of them. */
export const ways: Readonly<Record<CampaignState, readonly CampaignState[]>> = {
  draft: ['freezing', 'annulled'],
  freezing: ['frozen', 'annulled'],
  frozen: ['sampling', 'annulled'],
  sampling: ['open', 'annulled'],
  open: ['closed', 'annulled'],
  closed: ['counted', 'annulled'],
  counted: ['published', 'annulled'],
  published: ['rectifying', 'archived', 'annulled'],
  rectifying: ['archived', 'annulled'],
  archived: ['annulled'],
  annulled: [],
}

type Refused = Problem<'notInThisState'>
const refused: Refused = { problem: 'notInThisState' }

/** The campaign in another state, if there is a way to it; what was under way in the former one is over. */
function gone({ work: _, wakeAt: __, ...campaign }: Campaign, to: CampaignState): Campaign | Refused {
  return ways[campaign.state].includes(to) ? { ...campaign, state: to } : refused
}

type Begin = Pick<Campaign, 'id' | 'by' | 'counties'> & { title: string }

/** A new draft. Its strata are looked up at once. */
export const begun = ({ title, ...campaign }: Begin, now: Instant): Campaign => ({
  ...campaign,
  version: 1,
  state: 'draft',
  createdAt: now,
  plan: {
    title,
    questions: questionsDefault,
    weights: { service: 30, conduct: 30, results: 40 },
    sample: surveyLimits.sampleDefault,
    floor: surveyLimits.floorDefault,
  },
  outbox: [],
  ...working({ of: 0, so: 0 }, now),
})

/** What makes the clock take up the next step. */
const working = (work: Work, now: Instant) => ({ work, wakeAt: now })

/** The campaign after a step of what is under way. */
export const stepped = (campaign: Campaign, work: Work, now: Instant): Campaign => ({ ...campaign, ...working(work, now) })

/** The campaign with nothing under way. */
export const settled = ({ work: _, wakeAt: __, ...campaign }: Campaign): Campaign => campaign

/** The draft with its strata to be looked up anew. */
export const surveyedAgain = (campaign: Campaign, now: Instant): Campaign | Refused =>
  campaign.state === 'draft' ? stepped(campaign, { of: 0, so: 0 }, now) : refused

/** What the office decided, in place of what it decided before. */
export const planned = (campaign: Campaign, plan: CampaignPlan): Campaign | Refused =>
  campaign.state === 'draft' ? { ...campaign, plan } : refused

/** A plan in which nothing is missing any more. */
type WholePlan = CampaignPlan & Required<Pick<CampaignPlan, 'source' | 'tokenKey' | 'sealKey' | 'opensAt' | 'drawsUntil' | 'castsUntil'>>

/** The plan, if a survey can be held by it: the keys are there, the dates follow each other, and casts end 48 hours after draws. */
export function wholePlan(plan: CampaignPlan): WholePlan | undefined {
  const { source, tokenKey, sealKey, opensAt, drawsUntil, castsUntil } = plan
  if (!source || !tokenKey || !sealKey || !opensAt || !drawsUntil || !castsUntil) return undefined
  const inOrder = source.at < opensAt && opensAt < drawsUntil && later(drawsUntil, surveyLimits.hoursToCast * hour) <= castsUntil
  return inOrder ? { ...plan, source, tokenKey, sealKey, opensAt, drawsUntil, castsUntil } : undefined
}

/** The campaign with its roll being read. Only before the public value comes out: whoever knew it could choose the roll by it. */
export function freeze(campaign: Campaign, isListed: boolean, now: Instant): Campaign | Problem<'notInThisState' | 'surveyIncomplete'> {
  const next = gone(campaign, 'freezing')
  if ('problem' in next) return next
  const plan = wholePlan(campaign.plan)
  if (campaign.work || !isListed || !plan || plan.source.at <= now) return { problem: 'surveyIncomplete' }
  return { ...next, ...working({ of: 0, so: 0 }, now) }
}

type Frozen = Required<Pick<Campaign, 'frozenAt' | 'frozenDigest' | 'digests'>>

/** Why a campaign ends whose roll took so long to read that the public value came out meanwhile. */
const TOO_LATE = '公开数公布的时候,名册还没有冻结好,不能证明没有人挑过名册。'

/** The campaign with its roll frozen. */
export function frozen(campaign: Campaign, facts: Frozen): Campaign | Refused {
  const next = gone(campaign, 'frozen')
  if ('problem' in next) return next
  const known = campaign.plan.source && campaign.plan.source.at <= facts.frozenAt
  return known ? annulled(campaign, TOO_LATE) : { ...next, ...facts }
}

/** The campaign with the public value known and its sample being drawn. */
export function valued(
  campaign: Campaign,
  { publicValue, seed }: { publicValue: string; seed: string },
  now: Instant,
): Campaign | Problem<'notInThisState' | 'valueNotYet'> {
  const next = gone(campaign, 'sampling')
  const plan = wholePlan(campaign.plan)
  if ('problem' in next || !plan || plan.drawsUntil <= now) return refused
  if (now < plan.source.at) return { problem: 'valueNotYet' }
  return { ...next, publicValue, seed, ...working({ of: 0, so: 0 }, now) }
}

/** The campaign whose sample is drawn: it waits for its opening. */
export function drawn(campaign: Campaign, now: Instant): Campaign {
  const { opensAt = now } = campaign.plan
  return campaign.state === 'sampling' ? { ...settled(campaign), wakeAt: opensAt > now ? opensAt : now } : campaign
}

/** The campaign as its dates make it: open from the one on, closed from the other on. */
export function struck(campaign: Campaign, now: Instant): Campaign {
  const { state, work, plan, wakeAt } = campaign
  if (work || !wakeAt || wakeAt > now) return campaign
  const next = state === 'sampling' ? gone(campaign, 'open') : state === 'open' ? gone(campaign, 'closed') : settled(campaign)
  if ('problem' in next) return settled(campaign)
  return next.state === 'open' && plan.castsUntil ? { ...next, wakeAt: plan.castsUntil } : next
}

/** The campaign with the auditors' totals handed in. */
export function counted(campaign: Campaign, totalsDigest: string): Campaign | Refused {
  const next = gone(campaign, 'counted')
  return 'problem' in next ? next : { ...next, totalsDigest }
}

/** The campaign with its results public; what follows from them is made at once. */
export function published(campaign: Campaign, now: Instant): Campaign | Refused {
  const next = gone(campaign, 'published')
  return 'problem' in next ? next : { ...next, ...working({ of: 0, so: 0 }, now) }
}

/** The campaign whose results have been told: it waits for the units' answers, if any were asked. */
export const told = (campaign: Campaign, asked: number): Campaign | Refused =>
  asked > 0 ? gone(campaign, 'rectifying') : campaign.state === 'published' ? settled(campaign) : refused

/** The campaign put away, once nothing is under way and every unit that was asked has answered. */
export function archived(campaign: Campaign, unanswered: number): Campaign | Refused {
  return campaign.work || unanswered > 0 ? refused : gone(campaign, 'archived')
}

/** The campaign given up for a reason that is published. */
export function annulled(campaign: Campaign, because: string): Campaign | Refused {
  const next = gone(campaign, 'annulled')
  return 'problem' in next ? next : { ...next, because }
}
