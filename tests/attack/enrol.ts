import { seedOf } from '../../ballot/sample'
import { rollDigest, stratumDigest } from '../../ballot/digests'
import { toBase64url } from '../../ballot/bytes'
import { UnitId } from '../../contract/pairing'
import { questionsDefault, type RollId, type StratumId } from '../../contract/survey'
import { day, later } from '../../contract/time'
import { Account } from '../../functions/account/account'
import { accounts } from '../../functions/account'
import { rosterStore } from '../../functions/pairing/store'
import { Village } from '../../functions/pairing/village'
import type { Table } from '../../functions/platform/table'
import { tagger } from '../../functions/platform/tag'
import { surveyStores } from '../../functions/survey'
import { atOnce } from '../../functions/survey/at-once'
import { Campaign } from '../../functions/survey/campaign'
import { rollIds } from '../../functions/survey/roll-id'
import { RollEntry } from '../../functions/survey/roll'
import { shownStratum, Stratum } from '../../functions/survey/stratum'
import { idFrom } from './bytes'
import type { Keys } from './keys'
import type { Plan, Voter } from './plan'

const COUNTY = '北流市'
const AT_ONCE = 16

/** A household's number on the roll of this election. */
export const rollIdOf = ({ campaignId }: Plan, { householdId }: Pick<Voter, 'householdId'>, tagKey: string): RollId =>
  rollIds(tagger(tagKey))(campaignId, householdId)

/** The strata with their frozen rolls: whoever stands on one is in the sample. */
function strataOf(plan: Plan, rollsOf: ReadonlyMap<StratumId, RollId[]>): Stratum[] {
  const units = Array.from({ length: plan.unitCount }, (_, nth) => ({ id: idFrom(`unit ${nth}`), name: `单位${nth}`, does: '办事' }))
  return [...plan.strata].sort().map((id, nth) => {
    const ids = rollsOf.get(id) ?? []
    const sized = { roll: ids.length, sample: ids.length, rollDigest: rollDigest(ids) }
    return Stratum.parse({ id, campaignId: plan.campaignId, version: 1, county: COUNTY, township: `乡镇${nth}`, units, ...sized })
  })
}

/** The campaign as it stands on the day on which it opens. */
function campaignOf({ campaignId, opensAt, drawsUntil, castsUntil, voters }: Plan, keys: Keys, strata: readonly Stratum[]): Campaign {
  const source = { name: '开奖号', at: later(opensAt, -2 * day) }
  const frozenDigest = idFrom('frozen').repeat(2)
  return Campaign.parse({
    ...{ id: campaignId, version: 1, state: 'open', by: UnitId.parse(idFrom('office')), counties: [COUNTY], outbox: [] },
    ...{ createdAt: later(opensAt, -9 * day), frozenAt: later(opensAt, -3 * day), frozenDigest, wakeAt: castsUntil },
    ...{ publicValue: '03 08 11', seed: seedOf(frozenDigest, '03 08 11') },
    digests: strata.map((stratum) => stratumDigest(shownStratum(stratum))),
    plan: {
      ...{ title: '评议', questions: questionsDefault, weights: { service: 40, conduct: 30, results: 30 }, source },
      ...{ sample: voters.length, floor: 0, opensAt, drawsUntil, castsUntil },
      ...{ tokenKey: toBase64url(keys.tokenPublic), sealKey: toBase64url(keys.sealPublic) },
    },
  })
}

const villageOf = ({ villageId }: Plan) =>
  Village.parse({
    ...{ id: villageId, version: 1, code: '1', name: '村', county: COUNTY, township: '乡镇0', groups: [] },
    ...{ liaisonUnitIds: [], serviceUnitIds: [], officeUnitId: idFrom('office'), inspectionUnitId: idFrom('inspection') },
  })

/** Puts into the table `main` what stands there when a survey opens: the campaign, its strata, and for each voter a place in the sample and an account. */
export async function enrol(plan: Plan, keys: Keys, table: Table, tagKey: string): Promise<void> {
  const { campaignId, opensAt, villageId, voters } = plan
  const { campaigns, strata, entries } = surveyStores(table)
  const enrolled = voters.map((voter) => ({ ...voter, rollId: rollIdOf(plan, voter, tagKey) }))
  const rolls = new Map<StratumId, RollId[]>()
  for (const { stratumId, rollId } of enrolled) rolls.set(stratumId, [...(rolls.get(stratumId) ?? []), rollId])
  const all = strataOf(plan, rolls)
  await rosterStore(table, tagger(tagKey)).villages.add(villageOf(plan))
  for (const stratum of all) await strata.add(stratum)
  await campaigns.add(campaignOf(plan, keys, all), opensAt)
  const people = accounts(table)
  await atOnce(enrolled, AT_ONCE, async ({ accountId, householdId, stratumId, rollId: id, name }) => {
    await entries.add(RollEntry.parse({ id, campaignId, version: 1, householdId, villageId, stratumId, outbox: [] }), opensAt)
    const tie = { householdId, villageId, by: 'phone', at: opensAt }
    await people.ensure(Account.parse({ id: accountId, version: 1, openid: `openid of ${name}`, tie }))
  })
}
