import { frozenDigest, rollDigest, stratumDigest } from '../../ballot/digests'
import { sampleSizes } from '../../ballot/sample'
import { isProblem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { CampaignId } from '../../contract/survey'
import { atOnce } from './at-once'
import { type Campaign, frozen, stepped } from './campaign'
import type { SurveyDeps } from './deps'
import { frozenRecord } from './frozen'
import type { Rule, Step } from './steps'
import { sealed, shownStratum, type Stratum } from './stratum'
import type { RollRow } from './village-rolls'

type Deps = Pick<SurveyDeps, 'roster' | 'strata' | 'rolls' | 'rollIdOf'>

const VILLAGES_AT_ONCE = 4

/** Reads the roster into the frozen roll, a stratum a step; then fixes sizes and digests. No request waits for it, however many households there are. */
export function freezing({ roster, strata, rolls, rollIdOf }: Deps): Step {
  async function seal(campaignId: CampaignId, { id: stratumId }: Stratum, villages: readonly RollRow[][]): Promise<void> {
    const ids = villages.flat().map(({ rollId }) => rollId)
    const facts = { roll: ids.length, rollDigest: rollDigest(ids) }
    const stored = await strata.change(campaignId, stratumId, (stratum) => sealed(stratum, facts))
    if (isProblem(stored)) throw new Error('a stratum could not be frozen')
  }

  async function read(campaignId: CampaignId, stratum: Stratum): Promise<void> {
    const { id: stratumId } = stratum
    await atOnce(await roster.villageIdsOf(stratum), VILLAGES_AT_ONCE, async (villageId) => {
      const households = await roster.householdsIn(villageId)
      const rows = households.map((householdId) => ({ villageId, householdId, rollId: rollIdOf(campaignId, householdId) }))
      await rolls.add({ campaignId, stratumId, villageId }, rows)
    })
    // What stands is what counts, whoever of two that read at once has written it.
    await seal(campaignId, stratum, await rolls.ofStratum(campaignId, stratumId))
  }

  /** Strikes out who has moved while the roll was read, and so was read twice: the first place counts. */
  async function withoutDoubles(campaignId: CampaignId, all: readonly Stratum[]): Promise<void> {
    const seen = new Set<string>()
    for (const stratum of all) {
      const { id: stratumId } = stratum
      const villages = await rolls.ofStratum(campaignId, stratumId)
      const once = villages.map((rows) => rows.filter(({ rollId }) => !seen.has(rollId) && seen.add(rollId)))
      const changed = once.filter((rows, nth) => rows.length !== villages[nth]?.length)
      for (const [nth, rows] of once.entries()) {
        const villageId = villages[nth]?.[0]?.villageId
        if (villageId && changed.includes(rows)) await rolls.replace({ campaignId, stratumId, villageId }, rows)
      }
      // Also where nobody is struck out any more: whoever struck them out may have been cut short before this.
      if (stratum.roll !== once.flat().length) await seal(campaignId, stratum, once)
    }
  }

  async function finish({ id, plan }: Campaign, now: Instant): Promise<Rule> {
    await withoutDoubles(id, await strata.all(id))
    const read = await strata.all(id)
    const sizes = sampleSizes(
      read.map(({ id: stratumId, roll = 0 }) => ({ id: stratumId, roll })),
      plan.sample,
      plan.floor,
    )
    const all: Stratum[] = []
    for (const [nth, { id: stratumId }] of read.entries()) {
      const sized = await strata.change(id, stratumId, (one) => (one.sample === sizes[nth] ? one : { ...one, sample: sizes[nth] }))
      if (isProblem(sized)) throw new Error('a sample could not be sized')
      all.push(sized)
    }
    const record = frozenRecord({ id, plan, frozenAt: now }, all)
    if (!record) throw new Error('a campaign is being frozen that is not whole')
    const digests = all.map((stratum) => stratumDigest(shownStratum(stratum)))
    return (campaign) => frozen(campaign, { frozenAt: now, frozenDigest: frozenDigest(record), digests })
  }

  return async (campaign, now) => {
    const all = await strata.all(campaign.id)
    const { after } = campaign.work ?? {}
    const rest = all.filter(({ id }) => !after || id > after)
    const [next] = rest
    if (!next) return finish(campaign, now)
    await read(campaign.id, next)
    const work = { of: all.length, so: all.length - rest.length + 1, after: next.id }
    return (stored) => stepped(stored, work, now)
  }
}
