import { drawSample, seedOf } from '../../ballot/sample'
import type { HouseholdId, UnitId } from '../../contract/pairing'
import { isProblem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { CampaignId, type CampaignPlan } from '../../contract/survey'
import { day, later } from '../../contract/time'
import { plainCalendar } from '../calendar/calendar'
import { openPairing } from '../pairing'
import type { Table } from '../platform/table'
import { randomId, type Tag } from '../platform/tag'
import { openSurvey, surveyWake } from '../survey'
import { begun, type Campaign, freeze, planned, valued } from '../survey/campaign'
import { CAMPAIGN_ENTITY } from '../survey/campaigns'
import { rollIds } from '../survey/roll-id'

type Keys = Required<Pick<CampaignPlan, 'tokenKey' | 'sealKey'>>
type Made = {
  table: Table
  tag: Tag
  officeId: UnitId
  title: string
  sample: number
  keys: Keys
  /** Households that have to be in the sample. */
  invite: readonly HouseholdId[]
}

/**
 * A survey that opened a day before `now`, taken through each of its states as an office would. Its public value is no public one:
 * it is chosen so that certain households are drawn. Only the one-machine demo and the tests may do so. Nothing is made where one is open already.
 */
export async function makeSurvey({ table, tag, officeId, title, sample, keys, invite }: Made, now: Instant) {
  const pairing = openPairing({ table, tag })
  let at = later(now, -4 * day)
  const roster = { roster: pairing.survey, householdsOf: pairing.householdsOf, isStaff: async () => false, looked: async () => {} }
  const survey = openSurvey({ table, tag, ...roster, calendar: async () => plainCalendar, clock: () => at })
  const { campaigns, strata, rolls } = survey
  // One that was cut short while it was being made is left as the draft that it is.
  if ((await campaigns.all()).some(({ state }) => state === 'open')) return undefined
  const wake = surveyWake(survey)
  const id = CampaignId.parse(randomId())
  const work = () => wake[CAMPAIGN_ENTITY]?.({ pk: '', sk: '', id }, at)
  async function decided(rule: (campaign: Campaign) => ReturnType<typeof freeze | typeof valued>): Promise<Campaign> {
    const after = await campaigns.change(id, rule, at)
    if (isProblem(after)) throw new Error('the survey could not be made', { cause: after.problem })
    await work()
    return after
  }

  const fresh = begun({ id, title, by: officeId, counties: await pairing.survey.countiesOf(officeId) }, at)
  await campaigns.add(fresh, at)
  await work()
  const dates = { opensAt: later(now, -day), drawsUntil: later(now, 12 * day), castsUntil: later(now, 14 * day) }
  const source = { name: '演示用的数,不是公开摇出来的', at: later(now, -3 * day) }
  await decided((campaign) => planned(campaign, { ...fresh.plan, ...keys, ...dates, sample, source }))
  await decided((campaign) => freeze(campaign, true, at))

  at = later(now, -2 * day)
  const frozen = await campaigns.get(id)
  const all = await strata.all(id)
  if (!frozen?.frozenDigest || all.length === 0) throw new Error('the survey could not be frozen')
  const rolled = await Promise.all(
    all.map(async (stratum) => ({ ...stratum, ids: (await rolls.ofStratum(id, stratum.id)).flat().map(({ rollId }) => rollId) })),
  )
  const wanted = invite.map((household) => rollIds(tag)(id, household))
  for (let nth = 1; ; nth++) {
    const publicValue = `演示 ${nth}`
    const seed = seedOf(frozen.frozenDigest, publicValue)
    const sampled = new Set(rolled.flatMap((stratum) => drawSample(seed, stratum.id, stratum.ids, stratum.sample ?? 0)))
    if (!wanted.every((rollId) => sampled.has(rollId))) continue
    await decided((campaign) => valued(campaign, { publicValue, seed }, at))
    break
  }
  at = now
  await work()
  return { id, stratumId: all[0]!.id, dates, rollIdOf: (household: HouseholdId) => rollIds(tag)(id, household) }
}
