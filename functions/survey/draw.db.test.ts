import { AccountId } from '../../contract/account'
import { CadreId, HouseholdId, UnitId, VillageId } from '../../contract/pairing'
import { Instant, type Role } from '../../contract/route'
import { CampaignId, PackId, RollId, StratumId } from '../../contract/survey'
import { day, later } from '../../contract/time'
import { blindedBy, begunBy, tokenFrom, tokenKey, tokenSecret } from '../../tests/survey/held'
import { type Database, scratchDatabase } from '../local/database'
import { httpApp } from '../platform/http'
import { silentLog } from '../platform/log'
import { tagger } from '../platform/tag'
import { begun, type Campaign } from './campaign'
import { campaigns } from './campaigns'
import { drawRoutes } from './draw'
import { drawingFrom, windowsWithin } from './drawing'
import { packs } from './packs'
import { sampled } from './roll'
import { rollEntries } from './roll-entries'
import { strataStore } from './strata'
import { newStratum } from './stratum'
import type { Window } from './window'

const hex = (nth: number) => nth.toString(16).padStart(32, '0')
const opensAt = Instant.parse('2026-12-01T00:00:00.000Z')
const [drawsUntil, castsUntil] = [later(opensAt, 10 * day), later(opensAt, 12 * day)]
const campaignId = CampaignId.parse(hex(1))
const stratumId = StratumId.parse(hex(2))
const at = { campaignId, stratumId }
const office = { cadreId: CadreId.parse(hex(3)), unitId: UnitId.parse(hex(4)), unitIds: [], unitName: '办公室', name: '李四' }
const home = HouseholdId.parse(hex(10))
const tag = tagger('keys the tags of this test, over 32')

let database: Database
beforeEach(async () => (database = await scratchDatabase()))
afterEach(() => database.close())

type Given = {
  tie?: 'phone' | 'confirmed'
  roles?: Role[]
  tends?: boolean
  mayRun?: boolean
  counties?: string[]
  state?: Campaign['state']
  drawsUntil?: Instant
}

/** The routes over a campaign whose one household is in the sample, as somebody calls them. */
async function openDraws({ tie = 'phone', roles = ['villager'], tends = false, mayRun = true, state = 'open', ...given }: Given = {}) {
  const { table } = database
  const draft = begun({ id: campaignId, by: office.unitId, counties: ['北流市'], title: '评议' }, later(opensAt, -9 * day))
  const dates = { opensAt, drawsUntil: given.drawsUntil ?? drawsUntil, castsUntil }
  await campaigns(table).add({ ...draft, state, plan: { ...draft.plan, ...dates, tokenKey } }, opensAt)
  await strataStore(table).add(newStratum({ id: stratumId, county: '北流市', township: '民乐镇' }, campaignId, []))
  const roster = { mayRun: async () => mayRun, countiesOf: async () => given.counties ?? ['北流市'] }
  const pairing = { survey: roster, householdsOf: async () => (tends ? [home] : []) }
  const drawing = drawingFrom({ table, tag, pairing })
  const rollId = drawing.rollIdOf(campaignId, home)
  const entries = rollEntries(table)
  const entry = sampled({ id: rollId, campaignId, householdId: home, villageId: VillageId.parse(hex(5)), stratumId }, opensAt)
  await entries.add(entry, opensAt)

  const window: Window = { campaignId, secretKey: tokenSecret, opensAt, drawsUntil, castsUntil }
  const windowOf = windowsWithin(async (id) => (id === campaignId ? window : undefined), table)
  let now = later(opensAt, day)
  const bound = drawRoutes({ windowOf, tieOf: async () => ({ householdId: home, by: tie }), ...drawing })
  const recognise = async () => ({ accountId: AccountId.parse(hex(9)), roles: ['visitor' as const, ...roles], staff: office })
  const app = httpApp({ bound, recognise, clock: () => now, log: silentLog })
  const post = async (url: string, body: unknown) => {
    const answer = await app.request(url, { method: 'POST', headers: { authorization: 'Bearer x' }, body: JSON.stringify(body) })
    const json = await answer.json()
    return answer.status === 200 ? json : json.problem
  }
  return {
    entry: () => entries.get(campaignId, rollId),
    rollId,
    at: (instant: Instant) => {
      now = instant
    },
    phone: (name: string, id = campaignId) => post('/v1/ballot-draws', { campaignId: id, blinded: blindedBy(name, at) }),
    element: (blinded: string) => post('/v1/ballot-draws', { campaignId, blinded }),
    telephone: (name: string, roll = rollId) => post('/v1/telephone-draws', { campaignId, rollId: roll, blinded: blindedBy(name, at) }),
    pack: (id: string, names: string[], stratum = stratumId) =>
      post('/v1/sheet-packs', { id, campaignId, stratumId: stratum, blinded: names.map((name) => blindedBy(name, at)) }),
  }
}

test('a lost answer is asked for again and is the same, to the byte; another element is refused', async () => {
  const { phone, telephone } = await openDraws({ roles: ['villager', 'office'] })
  const first = await phone('one')
  expect(tokenFrom(first, begunBy('one', at), at)).toMatchObject({ input: expect.any(Uint8Array) })
  expect(await phone('one')).toEqual(first)
  expect(await phone('two')).toBe('alreadyDrawn')
  expect(await telephone('one')).toBe('alreadyDrawn')
})

test('what is no point of the group marks nobody', async () => {
  const { element, entry } = await openDraws()
  for (const wrong of ['A'.repeat(43), '_'.repeat(42) + '8']) expect(await element(wrong)).toBe('badInput')
  expect((await entry())?.drawn).toBeUndefined()
})

test.each<[string, Given, string]>([
  ['that a cadre only confirmed', { tie: 'confirmed' }, 'onlyConfirmed'],
  ['of a campaign that was annulled, whatever the parameter says', { state: 'annulled' }, 'surveyClosed'],
  ['after the frozen end, where the parameter says a later one', { drawsUntil: later(opensAt, day) }, 'surveyClosed'],
])('no ballot is drawn for a tie %s', async (_, given, problem) => {
  const { phone, entry } = await openDraws(given)
  expect(await phone('one')).toBe(problem)
  expect((await entry())?.drawn).toBeUndefined()
})

test('draws begin with the opening and end at their instant; who drew before gets the answer until casts end', async () => {
  const draws = await openDraws()
  draws.at(later(opensAt, -1))
  expect(await draws.phone('one')).toBe('surveyClosed')
  draws.at(opensAt)
  const first = await draws.phone('one')
  expect(first).toHaveProperty('proof')
  draws.at(drawsUntil)
  expect(await draws.phone('two')).toBe('surveyClosed')
  expect(await draws.phone('one')).toEqual(first)
  draws.at(castsUntil)
  expect(await draws.phone('one')).toBe('surveyClosed')
  expect(await draws.phone('one', CampaignId.parse(hex(77)))).toBe('notSampled')
})

test.each<[string, Given, string]>([
  ['by the office of a township, which is rated', { roles: ['office'], mayRun: false }, 'notAllowed'],
  ['by the office of another county', { roles: ['office'], counties: ['博白县'] }, 'notAllowed'],
  ['by somebody who looks after the household', { roles: ['office'], tends: true }, 'householdsOwnCadre'],
  ['by a desk', { roles: ['desk'] }, 'notAllowed'],
  ['by a helper', { roles: ['helper'] }, 'notAllowed'],
  ['by inspection', { roles: ['inspection'] }, 'notAllowed'],
])('nothing is drawn on the telephone %s', async (_, given, problem) => {
  const { telephone, entry } = await openDraws(given)
  expect(await telephone('one')).toBe(problem)
  expect((await entry())?.drawn).toBeUndefined()
})

test('on the telephone it is written down who drew, and a household outside the sample has no ballot', async () => {
  const { telephone, entry } = await openDraws({ roles: ['office'] })
  expect(await telephone('one')).toHaveProperty('evaluated')
  expect((await entry())?.drawn).toMatchObject({ by: 'telephone', who: office.cadreId })
  expect(await telephone('one', RollId.parse(hex(88)))).toBe('notSampled')
})

test('a pack is drawn once, before the opening too, and for a stratum that there is', async () => {
  const { pack, at: moveTo } = await openDraws({ roles: ['office'], state: 'frozen' })
  moveTo(later(opensAt, -day))
  const id = PackId.parse(hex(50))
  const first = await pack(id, ['a', 'b'])
  expect(first.evaluated).toHaveLength(2)
  expect(await pack(id, ['a', 'b'])).toEqual(first)
  expect(await pack(id, ['a', 'c'])).toBe('changedReplay')
  expect(await pack(hex(51), ['a'], StratumId.parse(hex(60)))).toBe('notFound')
})

test('the office of another county prints no sheets of this one, which would be ballots of its households', async () => {
  const { pack } = await openDraws({ roles: ['office'], counties: ['博白县'] })
  expect(await pack(hex(50), ['a', 'b'])).toBe('notAllowed')
  const id = PackId.parse(hex(50))
  expect(await packs(database.table).get(campaignId, id)).toBeUndefined()
})
