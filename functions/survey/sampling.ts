import { drawSample } from '../../ballot/sample'
import { atOnce } from './at-once'
import { drawn, stepped } from './campaign'
import type { SurveyDeps } from './deps'
import { sampled } from './roll'
import type { Step } from './steps'

const ENTRIES_AT_ONCE = 16

/** Draws the sample, a stratum a step, as everybody can repeat it from the seed and the published roll. */
export const sampling =
  ({ strata, rolls, entries }: Pick<SurveyDeps, 'strata' | 'rolls' | 'entries'>): Step =>
  async ({ id: campaignId, seed, plan: { opensAt }, work }, now) => {
    if (!seed || !opensAt) throw new Error('a sample is being drawn without a seed')
    const all = await strata.all(campaignId)
    const rest = all.filter(({ id }) => !work?.after || id > work.after)
    const [next] = rest
    if (!next) return (campaign) => drawn(campaign, now)
    const { id: stratumId, sample = 0 } = next
    const rows = new Map((await rolls.ofStratum(campaignId, stratumId)).flat().map((row) => [row.rollId, row]))
    const ids = drawSample(seed, stratumId, [...rows.keys()], sample)
    await atOnce(ids, ENTRIES_AT_ONCE, async (id) => {
      const { householdId, villageId } = rows.get(id) ?? {}
      if (householdId && villageId) await entries.add(sampled({ id, campaignId, householdId, villageId, stratumId }, opensAt), now)
    })
    const so = all.length - rest.length + 1
    return (campaign) => (rest.length === 1 ? drawn(campaign, now) : stepped(campaign, { of: all.length, so, after: stratumId }, now))
  }
