import { rollDigest } from '../../ballot/digests'
import { drawSample, sampleSizes } from '../../ballot/sample'
import { HouseholdId, UnitId, VillageId } from '../../contract/pairing'
import { isProblem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { CampaignId } from '../../contract/survey'
import { day, later } from '../../contract/time'
import { plainCalendar } from '../calendar/calendar'
import { type Database, scratchDatabase } from '../local/database'
import type { Table } from '../platform/table'
import { idOf, tagger } from '../platform/tag'
import { metered } from '../../tests/fixtures/metered'
import { annulled, begun, type Campaign, freeze, planned, valued } from './campaign'
import { CAMPAIGN_ENTITY } from './campaigns'
import type { SurveyRoster } from './deps'
import { openSurvey, surveyWake } from './index'
import { ENTRY_ENTITY } from './roll-entries'
import { stratumIdOf } from './strata'

const start = Instant.parse('2026-11-20T00:00:00.000Z')
const by = UnitId.parse(idOf('unit', 'office'))
const key = 'A'.repeat(43)
const units = ['农业局', '水利局'].map((name) => ({
  ...{ id: UnitId.parse(idOf('unit', name)), name, does: '', kind: 'liaison' as const, villages: 1, leads: 0 },
}))

/** Three townships of three villages each; households can move between two looks at the roster. */
function aRoster() {
  const villages = ['甲镇', '乙镇', '丙镇'].flatMap((township, at) =>
    [1, 2, 3].map((nth) => ({
      ...{ id: VillageId.parse(idOf('village', `${township}${nth}`)), county: '北流市', township },
      homes: Array.from({ length: 10 * (at + 1) + nth }, (_, home) => HouseholdId.parse(idOf('household', `${township}${nth}-${home}`))),
    })),
  )
  const roster: SurveyRoster = {
    mayRun: async (id) => id === by,
    countiesOf: async () => ['北流市'],
    townshipsOf: async () => ['甲镇', '乙镇', '丙镇'].map((township) => ({ county: '北流市', township })),
    villageIdsOf: async ({ township }) => villages.filter((village) => village.township === township).map(({ id }) => id),
    householdsIn: async (id) => villages.find((village) => village.id === id)?.homes ?? [],
    rateableIn: async () => units,
    shown: async () => [],
    villageAt: async (id) => villages.find((village) => village.id === id),
    villagesHelpedBy: async () => [],
  }
  return { roster, villages }
}

let database: Database
beforeEach(async () => {
  database = await scratchDatabase()
})
afterEach(() => database.close())

/** A draft whose plan is whole, over this table and roster. */
async function aCampaign({ roster }: { roster: SurveyRoster }, sample = 40) {
  let now = start
  const open = (table: Table = database.table) => {
    const asked = {
      roster,
      householdsOf: async () => [],
      isStaff: async () => false,
      looked: async () => {},
      calendar: async () => plainCalendar,
      clock: () => now,
    }
    const survey = openSurvey({ table, tag: tagger('keys the tags of this test, over 32'), ...asked })
    const wake = surveyWake(survey)
    return { survey, work: () => wake[CAMPAIGN_ENTITY]!({ pk: '', sk: '', id }, now), wake }
  }
  const id = CampaignId.parse(idOf('campaign', 'test'))
  const { survey, work, wake } = open()
  const fresh = begun({ id, by, counties: ['北流市'], title: '评议' }, now)
  await survey.campaigns.add(fresh, now)
  await work()
  const plan = {
    ...{ ...fresh.plan, sample, floor: 2, source: { name: '开奖号', at: later(start, day) } },
    ...{ tokenKey: key, sealKey: key },
    ...{ opensAt: later(start, 2 * day), drawsUntil: later(start, 9 * day), castsUntil: later(start, 11 * day) },
  }
  const decide = async (rule: (campaign: Campaign) => ReturnType<typeof freeze | typeof valued>) => {
    const after = await survey.campaigns.change(id, rule, now)
    if (isProblem(after)) throw new Error(after.problem)
  }
  await decide((campaign) => planned(campaign, plan))
  return {
    ...{ id, plan, survey, work, wake, open, decide },
    at: (instant: Instant) => {
      now = instant
    },
    freeze: () => decide((campaign) => freeze(campaign, true, now)),
    value: () => decide((campaign) => valued(campaign, { publicValue: '03 08', seed: 'b'.repeat(64) }, now)),
    campaign: async () => (await survey.campaigns.get(id))!,
  }
}

test('each township is a stratum, proposed with its units; another look leaves what stands', async () => {
  const { id, survey } = await aCampaign(aRoster())
  const all = await survey.strata.all(id)
  expect(all.map(({ township }) => township).sort()).toEqual(['丙镇', '乙镇', '甲镇'].sort())
  expect(all.every((stratum) => stratum.units.length === 2)).toBe(true)
})

test('the frozen roll is every household once, with the digest and the sizes that anybody comes to', async () => {
  const made = aRoster()
  const { id, survey, work, ...held } = await aCampaign(made)
  await held.freeze()
  await work()
  expect(await held.campaign()).toMatchObject({ state: 'frozen', frozenAt: start })
  const all = await survey.strata.all(id)
  for (const stratum of all) {
    const homes = made.villages.filter(({ township }) => township === stratum.township).flatMap((village) => village.homes)
    const ids = homes.map((home) => survey.rollIdOf(id, home))
    expect(stratum).toMatchObject({ roll: ids.length, rollDigest: rollDigest(ids) })
  }
  const sizes = sampleSizes(all.map((stratum) => ({ id: stratum.id, roll: stratum.roll! })), 40, 2) // prettier-ignore
  expect(all.map(({ sample }) => sample)).toEqual(sizes)
})

test('wherever the freeze is cut short it goes on, and two at once come to the same', async () => {
  const made = aRoster()
  const calm = await aCampaign(made)
  await calm.freeze()
  await calm.work()
  const wanted = (await calm.survey.strata.all(calm.id)).map(({ rollDigest: digest, sample }) => [digest, sample])
  await database.close()
  database = await scratchDatabase()

  const { id, survey, work, open, ...held } = await aCampaign(made)
  await held.freeze()
  for (let cut = 1; (await held.campaign()).state !== 'frozen' && cut < 60; cut += 3) {
    let left = cut
    const { table } = metered(database.table, (request) => request !== 'GetCommand' && left-- <= 0)
    await Promise.allSettled([open(table).work(), cut > 20 ? work() : undefined])
  }
  await Promise.all([work(), work()])
  expect((await held.campaign()).state).toBe('frozen')
  expect((await survey.strata.all(id)).map(({ rollDigest: digest, sample }) => [digest, sample])).toEqual(wanted)
})

test('a household that moves while the roll is read stands on it once', async () => {
  const made = aRoster()
  const moved = made.villages[0]!.homes[0]!
  // It is read in its old place and in its new one, wherever that comes in the order of the strata.
  const { householdsIn } = made.roster
  const everywhere: SurveyRoster = {
    ...made.roster,
    householdsIn: async (id) =>
      id === made.villages[5]!.id || id === made.villages[8]!.id ? [...(await householdsIn(id)), moved] : householdsIn(id),
  }
  const { id, survey, work, ...held } = await aCampaign({ roster: everywhere })
  await held.freeze()
  await work()
  const all = await survey.strata.all(id)
  const rolled = await Promise.all(
    all.map(async (stratum) => (await survey.rolls.ofStratum(id, stratum.id)).flat().map(({ rollId }) => rollId)),
  )
  expect(rolled.flat().filter((rollId) => rollId === survey.rollIdOf(id, moved))).toHaveLength(1)
  for (const [nth, stratum] of all.entries())
    expect(stratum).toMatchObject({ roll: rolled[nth]!.length, rollDigest: rollDigest(rolled[nth]!) })
})

test('the sample is the one that anybody draws, however often it is cut short', async () => {
  const made = aRoster()
  const { id, survey, work, open, ...held } = await aCampaign(made)
  await held.freeze()
  await work()
  held.at(later(start, day))
  await held.value()
  for (let cut = 2; (await held.campaign()).work && cut < 60; cut += 5) {
    let left = cut
    const { table } = metered(database.table, (request) => request === 'PutCommand' && left-- <= 0)
    await open(table)
      .work()
      .catch(() => {})
  }
  const { seed, state } = await held.campaign()
  expect(state).toBe('sampling')
  for (const { id: stratumId, township, sample } of await survey.strata.all(id)) {
    const homes = made.villages.filter((village) => village.township === township).flatMap((village) => village.homes)
    const ids = homes.map((home) => survey.rollIdOf(id, home))
    const wanted = drawSample(seed!, stratumId, ids, sample!)
    expect((await survey.entries.ofStratum(id, stratumId)).map((line) => line.id).sort()).toEqual([...wanted].sort())
  }
})

test('it opens and closes at its instants, and whom it has drawn is invited while it is open', async () => {
  const { id, survey, work, wake, plan, ...held } = await aCampaign(aRoster())
  await held.freeze()
  await work()
  held.at(later(start, day))
  await held.value()
  await work()
  const [line] = await survey.entries.ofStratum(id, stratumIdOf({ county: '北流市', township: '甲镇' }))
  const entry = () => survey.entries.get(id, line!.id)
  const invite = (now: Instant) => wake[ENTRY_ENTITY]!({ pk: '', sk: '', id: line!.id, campaignId: id }, now)

  // Its clock is ahead of the campaign's: the household waits for the opening.
  held.at(plan.opensAt)
  await invite(plan.opensAt)
  expect(await entry()).toMatchObject({ outbox: [], wakeAt: later(plan.opensAt, 60_000) })
  await work()
  expect(await held.campaign()).toMatchObject({ state: 'open', wakeAt: plan.castsUntil })
  await invite(later(plan.opensAt, 60_000))
  expect((await entry())?.outbox).toMatchObject([{ occasion: 'surveyInvited', deadline: plan.drawsUntil }])
  held.at(later(plan.castsUntil, -1))
  await work()
  expect((await held.campaign()).state).toBe('open')
  held.at(plan.castsUntil)
  await work()
  expect(await held.campaign()).toMatchObject({ state: 'closed' })
})

test('nobody is invited to a survey that was annulled, and what was under way for it ends', async () => {
  const { id, survey, work, wake, plan, ...held } = await aCampaign(aRoster())
  await held.freeze()
  await work()
  held.at(later(start, day))
  await held.value()
  await work()
  await held.decide((campaign) => annulled(campaign, '钥匙泄露了'))
  await work()
  expect(await held.campaign()).toMatchObject({ state: 'annulled', because: '钥匙泄露了' })
  const [line] = await survey.entries.ofStratum(id, stratumIdOf({ county: '北流市', township: '甲镇' }))
  await wake[ENTRY_ENTITY]!({ pk: '', sk: '', id: line!.id, campaignId: id }, plan.opensAt)
  expect(await survey.entries.get(id, line!.id)).toMatchObject({ outbox: [] })
  expect((await survey.entries.get(id, line!.id))?.wakeAt).toBeUndefined()
})
