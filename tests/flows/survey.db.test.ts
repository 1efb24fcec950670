import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { runCount } from '../../auditor/count/run'
import { runKeys } from '../../auditor/keys/run'
import { publish } from '../../auditor/publish'
import { runVerify } from '../../auditor/verify/run'
import type { Instant } from '../../contract/route'
import { CampaignId, type Campaign, PackId, type RollEntry, type Totals } from '../../contract/survey'
import { day, hour, instant, later, minute } from '../../contract/time'
import { shelfIn } from '../../functions/local/export-folder'
import { openPairing } from '../../functions/pairing'
import { ids } from '../../functions/pairing/roster/merge'
import { randomId, tagger } from '../../functions/platform/tag'
import { surveyExports } from '../../functions/survey/exports'
import { publicParts } from '../../functions/survey/public-parts'
import { good, openProduct, type Product } from '../bench/product'
import { madeHouseholds } from '../fixtures/minle/households'
import { minlePersons } from '../fixtures/minle/persons'
import { openPolls, planFrom, type Polls } from '../survey/held'
import { openTown, secrets, type Town } from '../town'

jest.setTimeout(300_000)

const who = (part: string) => minlePersons.find(({ label, note }) => `${label} ${note}`.includes(part))!.id
const people = {
  villager: who('干部是陈建华'),
  guest: who('要请干部确认'),
  office: who('逾期第三级'),
  colleague: who('一起录纸质问卷'),
  inspector: who('督查组组长'),
  helper: who('村级帮办员'),
  cadre: who('农技站站长'),
  desk: who('副局长'),
}
/** Some households of three villages, more than a page of each of two; all of them are in the sample. */
const HOUSEHOLDS = /^(ML01-02|ML02-00|ML03-000)/
const ROLL = madeHouseholds.filter(({ code }) => HOUSEHOLDS.test(code)).length

let [town, product, polls]: [Town, Product, Polls] = [] as never
let folder = ''
let now: Instant = instant(new Date('2026-11-25T01:12:00.000Z'))
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'survey-'))
  town = await openTown({ households: HOUSEHOLDS, clock: () => now })
  product = openProduct(town, { clock: () => now })
  polls = openPolls(town, product)
})
afterAll(async () => {
  await town.close()
  rmSync(folder, { recursive: true })
})

type Who = keyof typeof people
const tied = new Set<Who>()
async function session(person: Who): Promise<string> {
  const token = await product.signIn(people[person])
  if (tied.has(person)) return token
  tied.add(person)
  return (await product.tying(people[person]))(token)
}
const as = async (person: Who) => product.with(await session(person))

/** Lets the clock's function run until nothing is owed. */
async function settle(at: Instant = now) {
  now = at
  while ((await product.sweep()) > 0) now = later(now, 1)
}

const id = CampaignId.parse(randomId())
const the = { params: { id } }
const campaign = async () => good(await (await as('office'))('GET /v1/surveys/{id}', the))
let shares: string[] = []
const papers = new Map<string, RollEntry>()

test('a draft has its strata, with the units that the households there deal with', async () => {
  const office = await as('office')
  good(await office('POST /v1/surveys', { body: { id, title: '二〇二六年评议' } }))
  await settle()
  const draft = await campaign()
  expect(draft).toMatchObject({ state: 'draft', strata: [{ county: '北流市', township: '民乐镇' }] })
  expect(draft.done).toBeUndefined()
  const names = draft.strata[0]!.units.map(({ name }) => name)
  expect(names.length).toBeLessThanOrEqual(15)
  expect(names).toEqual(expect.arrayContaining(['北流市农业局', '民乐供电所', '民乐镇政府']))
  expect(names).not.toContain('北流市督查组')
  expect(await office('POST /v1/surveys', { body: { id, title: '二〇二六年评议' } })).toMatchObject({ id })
  expect(await office('POST /v1/surveys', { body: { id, title: '另一次' } })).toEqual(expect.objectContaining({ problem: 'changedReplay' }))
})

test('it cannot be frozen before everything is decided', async () => {
  const office = await as('office')
  const { version, plan } = await campaign()
  const refused = { problem: 'surveyIncomplete' }
  expect(await office('POST /v1/surveys/{id}/freeze', { ...the, body: { version } })).toMatchObject(refused)
  const out = path.join(folder, 'shares')
  const { publicKey } = await runKeys({ auditors: 3, needed: 2, out }, { say: () => {}, handOver: async () => {}, terminal: false })
  shares = [1, 3].map((nth) => path.join(out, `share-${nth}.txt`))
  const whole = { ...planFrom(now, plan, publicKey), sample: 10_000 }
  good(await office('PUT /v1/surveys/{id}', { ...the, body: { version, plan: whole } }))
  expect(await office('PUT /v1/surveys/{id}', { ...the, body: { version, plan: whole } })).toMatchObject({ problem: 'changedMeanwhile' })
  polls.open(id, whole)
})

test('the units of a stratum are the office to decide, among those that can be rated', async () => {
  const office = await as('office')
  const { version, strata } = await campaign()
  const { id: stratumId, units } = strata[0]!
  const choices = good(await office('GET /v1/surveys/{id}/units', { ...the, query: { stratumId } })).items
  expect(choices.length).toBeGreaterThanOrEqual(units.length)
  const at = { params: { id, stratumId } }
  const unknown = { version, unitIds: [ids.unit('DC01')] }
  expect(await office('PUT /v1/surveys/{id}/strata/{stratumId}', { ...at, body: unknown })).toMatchObject({ problem: 'unitUnknown' })
  const unitIds = ['NY01', 'GD01', 'ML00'].map(ids.unit)
  good(await office('PUT /v1/surveys/{id}/strata/{stratumId}', { ...at, body: { version, unitIds } }))
  expect((await campaign()).strata[0]!.units.map((unit) => unit.id)).toEqual(unitIds)
})

test('freezing fixes roll, sizes and digest; after it nothing changes', async () => {
  const office = await as('office')
  const { version, plan, strata } = await campaign()
  good(await office('POST /v1/surveys/{id}/freeze', { ...the, body: { version } }))
  await settle()
  const frozen = await campaign()
  expect(frozen).toMatchObject({ state: 'frozen', frozenDigest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(frozen.strata[0]).toMatchObject({ roll: ROLL, sample: ROLL, rollDigest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const body = { version: frozen.version, plan }
  expect(await office('PUT /v1/surveys/{id}', { ...the, body })).toMatchObject({ problem: 'notInThisState' })
  const at = { params: { id, stratumId: strata[0]!.id } }
  const lists = { version: frozen.version, unitIds: [ids.unit('NY01')] }
  expect(await office('PUT /v1/surveys/{id}/strata/{stratumId}', { ...at, body: lists })).toMatchObject({ problem: 'notInThisState' })
})

test('the value is entered once it is public, and draws the sample; nobody is invited before the opening', async () => {
  const office = await as('office')
  const { version } = await campaign()
  const body = { version, value: '03 08 11 19 24 30 + 07' }
  expect(await office('POST /v1/surveys/{id}/value', { ...the, body })).toMatchObject({ problem: 'valueNotYet' })
  await settle(later(now, 13 * hour))
  await as('villager')
  await town.agree(people.villager)
  good(await (await as('office'))('POST /v1/surveys/{id}/value', { ...the, body }))
  await settle()
  expect(await campaign()).toMatchObject({ state: 'sampling', seed: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const villager = await as('villager')
  expect(await villager('GET /v1/survey')).toMatchObject({ why: 'notYet', mine: { rollId: expect.any(String) } })
  expect(good(await villager('GET /v1/inbox', { query: {} })).items).toEqual([])
})

test('it opens at its instant, and the drawn households are invited by number, kind and deadline', async () => {
  await settle(later(now, 12 * hour))
  // Whom the clock reached before the campaign itself, or WeChat was slow for, has the next turn a minute later.
  for (let turn = 0; turn < 3; turn++) await settle(later(now, minute))
  const { state, plan } = await campaign()
  expect(state).toBe('open')
  // Households that happened to be woken before the campaign itself come a minute later.
  await settle(later(now, minute))
  const villager = await as('villager')
  expect(good(await villager('GET /v1/inbox', { query: {} })).items).toEqual([
    expect.objectContaining({ occasion: 'surveyInvited', own: true, deadline: plan.drawsUntil }),
  ])
  const [message] = await town.messages(people.villager)
  expect(message?.fields.map(({ value }) => value)).toEqual([
    '-',
    '评议',
    '抽中您家评机关',
    expect.stringMatching(/^12月\d+日 .* 前领选票$/),
  ])
})

test('a household without WeChat is told by a text message to a mobile number of the roll', async () => {
  const [household] = madeHouseholds.filter(({ code, phones }) => code.startsWith('ML02-00') && phones.some((phone) => /^1/.test(phone)))
  const [message] = await town.messages(`household-${household!.code}`)
  expect(JSON.stringify(message)).toContain('抽中您家评机关')
  expect(JSON.stringify(message)).not.toContain(household!.head)
})

const sheet = (nth: number) => ({
  watched: 1,
  units: [
    { unit: 0, service: 1 + (nth % 2), conduct: 1, results: 1, money: nth === 0 ? 2 : 1 },
    { unit: 1, service: 5, conduct: 5 - (nth % 2), results: 5, money: 1 },
    { unit: 2, service: 4, conduct: 4, results: 3, money: 1 },
  ],
})

test('a villager draws and casts once; the same again is the same, anything else is refused', async () => {
  const villager = await as('villager')
  const { paper, mine } = good(await villager('GET /v1/survey'))
  expect(paper).toMatchObject({ campaignId: id, stratum: { township: '民乐镇', units: [{}, {}, {}] } })
  expect(mine?.drew).toBeUndefined()
  const at = { campaignId: id, stratumId: paper!.stratum.id }
  const token = await polls.draw('first', at, await session('villager'))
  if (typeof token === 'string') throw new Error(token)
  expect(await polls.draw('first', at, await session('villager'))).toEqual(token)
  expect(await polls.draw('other', at, await session('villager'))).toBe('alreadyDrawn')
  const drew = good(await (await as('villager'))('GET /v1/survey'))
  expect(drew).toMatchObject({ paper: { campaignId: id }, mine: { drew: 'phone', drewAt: now } })

  const first = await polls.cast('first', paper!, at.stratumId, token, sheet(0))
  expect(first).toMatchObject({ status: 200, body: { receipt: expect.stringMatching(/^[0-9a-f]{64}$/) } })
  expect(await polls.cast('first', paper!, at.stratumId, token, sheet(0))).toEqual(first)
  expect(await polls.cast('second', paper!, at.stratumId, token, sheet(1))).toMatchObject({ body: { problem: 'tokenUsed' } })
})

/** The villages' households of the sample, as the office lists them for paper and telephone. */
async function rollOf(village: string): Promise<RollEntry[]> {
  const office = await as('office')
  const found: RollEntry[] = []
  for (let after: string | undefined; ;) {
    const query = { villageId: ids.village(village), ...(after && { after }) }
    const { items, next } = good(await office('GET /v1/surveys/{id}/roll', { ...the, query }))
    found.push(...items)
    if (!next) return found
    after = next
  }
}

test('who has opened a list of the sample is seen by inspection, and no household of it', async () => {
  const { length } = await rollOf('ML02')
  const { items } = good(await (await as('inspector'))('GET /v1/intake/lookups', { query: {} }))
  const looks = items.filter(({ kind }) => kind === 'sample')
  expect(looks.reduce((sum, { found }) => sum + found, 0)).toBe(length)
  expect(looks[0]).toMatchObject({ at: now, unitName: '北流市委市政府办公室' })
  expect(Object.keys(looks[0]!).sort()).toEqual(['at', 'by', 'found', 'kind', 'unitName'])
})

test('who has marked on paper cannot draw on a phone, and the reverse', async () => {
  const roll = [...(await rollOf('ML01')), ...(await rollOf('ML02')), ...(await rollOf('ML03'))]
  expect(roll).toHaveLength(ROLL)
  expect(new Set(roll.map(({ rollId }) => rollId)).size).toBe(ROLL)
  const drawn = roll.filter(({ drew }) => drew)
  expect(drawn).toHaveLength(1)
  const office = await as('office')
  const mark = (rollId: RollEntry['rollId'], slip: string) =>
    office('POST /v1/surveys/{id}/paper-draws', { ...the, body: { rollId, slip } })
  expect(await mark(drawn[0]!.rollId, '12345674')).toMatchObject({ problem: 'alreadyDrawn' })

  const guest = roll.find(({ householdId }) => people.guest.endsWith('0218') && householdId === ids.household('ML01-0218'))!
  expect(await mark(guest.rollId, '23456783')).toEqual({})
  expect(await mark(guest.rollId, '23456783')).toEqual({})
  expect(await mark(guest.rollId, '34567891')).toMatchObject({ problem: 'alreadyDrawn' })
  const at = { campaignId: id, stratumId: guest.stratumId }
  expect(await polls.draw('telephone after paper', at, await session('office'), guest.rollId)).toBe('alreadyDrawn')
  for (const entry of roll.filter(({ drew, rollId }) => !drew && rollId !== guest.rollId)) papers.set(entry.rollId, entry)
})

test('a tie that a cadre only confirmed draws nothing, and helpers, cadres and units have no ballot', async () => {
  const at = { campaignId: id, stratumId: [...papers.values()][0]!.stratumId }
  for (const person of ['helper', 'cadre', 'desk'] as const) expect(await polls.draw(person, at, await session(person))).toBe('notAllowed')
  const [entry] = papers.values()
  for (const person of ['helper', 'cadre', 'desk', 'villager'] as const)
    expect(await polls.draw(person, at, await session(person), entry!.rollId)).toBe('notAllowed')
})

test('the helper sees who of the own village still has to be visited, and no answer', async () => {
  const { items } = good(await (await as('helper'))('GET /v1/survey-visits', { query: {} }))
  expect(items.length).toBe(50)
  expect(new Set(items.map(({ village }) => village))).toEqual(new Set(['桃冲村']))
  expect(items.every(({ drew }) => drew === undefined)).toBe(true)
})

test('on the telephone the office draws for a household, but not for one that its caller looks after', async () => {
  const token = await session('office')
  const { plan } = await campaign()
  let nth = 0
  for (const { rollId, stratumId } of [...papers.values()].slice(0, 30)) {
    nth++
    const drawn = await polls.draw(`voter ${nth}`, { campaignId: id, stratumId }, token, rollId)
    if (typeof drawn === 'string') throw new Error(drawn)
    const paper = { campaignId: id, sealKey: plan.sealKey! }
    expect((await polls.cast(`voter ${nth}`, paper, stratumId, drawn, sheet(nth))).status).toBe(200)
  }
  const { items } = good(await (await as('office'))('GET /v1/surveys/{id}/progress', the))
  expect(items).toMatchObject([{ roll: ROLL, sample: ROLL, phone: 1, paper: 1, telephone: 30, sheets: 0 }])

  const last = [...papers.values()].at(-1)!
  const pairing = openPairing({ table: town.database.table, tag: tagger(secrets.tagKey) })
  good(await pairing.changeLead(last.householdId, ids.cadre('BG01'), now))
  // The list says so before anybody is called.
  expect((await rollOf('ML03')).filter(({ own }) => own).map(({ rollId }) => rollId)).toEqual([last.rollId])
  expect(await polls.draw('own', { campaignId: id, stratumId: last.stratumId }, token, last.rollId)).toBe('householdsOwnCadre')
  const body = { rollId: last.rollId, slip: '12345674' }
  expect(await (await as('office'))('POST /v1/surveys/{id}/paper-draws', { ...the, body })).toMatchObject({ problem: 'householdsOwnCadre' })
})

test('sheets are drawn in packs, and each is entered by two or voided, never more than there are', async () => {
  const { strata, plan } = await campaign()
  const packId = PackId.parse(randomId())
  const at = { campaignId: id, stratumId: strata[0]!.id }
  const wrong = { id: packId, ...at, blinded: ['notAPoint'.padEnd(43, 'A')] }
  expect(await polls.ask('/v1/sheet-packs', wrong, await session('office'))).toMatchObject({ body: { problem: 'badInput' } })
  expect(await polls.pack('pack', packId, at, 3, await session('desk'))).toBe('notAllowed')
  const tokens = await polls.pack('pack', packId, at, 3, await session('office'))
  if (typeof tokens === 'string') throw new Error(tokens)
  expect(await polls.pack('pack', packId, at, 3, await session('office'))).toEqual(tokens)
  expect(await polls.pack('another', packId, at, 3, await session('office'))).toBe('changedReplay')

  expect((await polls.cast('sheet', { campaignId: id, sealKey: plan.sealKey! }, at.stratumId, tokens[0]!, sheet(50))).status).toBe(200)
  for (const token of tokens.slice(1)) expect((await polls.voids(at, token)).status).toBe(200)
  const book = async (step: string, kind: 'entered' | 'voided', sheets: number, person: Who = 'office') =>
    (await as(person))('POST /v1/surveys/{id}/packs/{packId}/entries', { params: { id, packId }, body: { step, kind, sheets } })
  const [first, second] = [randomId(), randomId()]
  const half = { step: first, kind: 'entered', sheets: 1, own: true }
  expect(await book(first, 'entered', 1)).toMatchObject({ sheets: 3, entered: 0, voided: 0, waiting: [half] })
  // Whoever says it twice is still one person.
  expect(await book(first, 'entered', 1)).toMatchObject({ entered: 0, waiting: [half] })
  expect(await book(first, 'entered', 2)).toMatchObject({ problem: 'changedReplay' })
  expect(await book(first, 'entered', 2, 'colleague')).toMatchObject({ problem: 'notesDiffer' })
  expect(await book(first, 'voided', 1, 'colleague')).toMatchObject({ problem: 'notesDiffer' })
  expect(await book(first, 'entered', 1, 'desk')).toMatchObject({ problem: 'notAllowed' })
  // What one alone has noted is not left for anything else.
  expect(await book(second, 'voided', 3)).toMatchObject({ problem: 'notInThisState' })
  expect(await book(first, 'entered', 1, 'colleague')).toMatchObject({ sheets: 3, entered: 1, voided: 0, waiting: [] })
  expect(await book(first, 'entered', 1, 'colleague')).toMatchObject({ entered: 1, waiting: [] })
  expect(await book(second, 'voided', 2, 'colleague')).toMatchObject({ sheets: 3, entered: 1, voided: 0 })
  const seen = async (person: Who) => good(await (await as(person))('GET /v1/surveys/{id}/packs', the)).items
  expect(await seen('office')).toMatchObject([{ id: packId, sheets: 3, entered: 1, voided: 0, waiting: [{ step: second, own: false }] }])
  expect(await seen('colleague')).toMatchObject([{ waiting: [{ step: second, own: true }] }])
  halfLine = { params: { id, packId }, body: { step: second, kind: 'voided', sheets: 2 } }
  expect(good(await (await as('office'))('GET /v1/surveys/{id}/progress', the)).items).toMatchObject([{ sheets: 3, entered: 1, voided: 0 }])
})

type Noted = { params: { id: CampaignId; packId: PackId }; body: { step: string; kind: 'voided'; sheets: number } }
let halfLine: Noted
let totals: Totals
test('draws end two days before casts; at the close the auditors get their folder, once', async () => {
  const { plan } = await campaign()
  await settle(plan.drawsUntil!)
  const [entry] = [...papers.values()].slice(31)
  const at = { campaignId: id, stratumId: entry!.stratumId }
  expect(await polls.draw('late', at, await session('office'), entry!.rollId)).toBe('surveyClosed')
  const office = await as('office')
  const late = { rollId: entry!.rollId, slip: '45678901' }
  expect(await office('POST /v1/surveys/{id}/paper-draws', { ...the, body: late })).toMatchObject({ problem: 'surveyClosed' })
  // Whoever drew and lost the answer still gets it.
  expect(typeof (await polls.draw('first', at, await session('villager')))).toBe('object')

  const exports = surveyExports({ table: town.database.table, ballots: town.ballots.table })
  const shelf = shelfIn(path.join(folder, 'export'))
  expect(await exports.due(shelf, now)).toMatchObject([{ done: 'digest' }])
  const known = good(await product.with()('GET /v1/survey-digests/{campaignId}', { params: { campaignId: id } }))
  expect(known).toMatchObject({ frozenDigest: (await campaign()).frozenDigest, items: [{ n: 1, at: now }] })
  await settle(later(plan.castsUntil!, 10 * minute))
  expect((await campaign()).state).toBe('closed')
  // What one has noted in time is confirmed until the count; nothing new is noted any more.
  const [entries, colleague] = ['POST /v1/surveys/{id}/packs/{packId}/entries' as const, await as('office')]
  const fresh = { ...halfLine, body: { ...halfLine.body, step: randomId() } }
  expect(await colleague(entries, fresh)).toMatchObject({ problem: 'notInThisState' })
  expect(await colleague(entries, halfLine)).toMatchObject({ entered: 1, voided: 2, waiting: [] })
  expect(await exports.due(shelf, now)).toMatchObject([{ done: 'closed' }])
  expect(await exports.due(shelf, now)).toMatchObject([{ done: 'nothing' }])
  const given = {
    folder: path.join(folder, 'export', id),
    shares: { files: shares },
    out: path.join(folder, 'count'),
    now,
    terminal: false,
  }
  totals = await runCount(given, () => {})
  expect(totals.strata).toMatchObject([{ drew: 32, ballots: 32, spoilt: 0 }])
})

async function handIn(text: string): Promise<Campaign | { problem: string }> {
  const office = await as('office')
  const { version } = await campaign()
  const parts = Math.ceil(text.length / 2000)
  let answer: Campaign | { problem: string } = { problem: 'nothing' }
  for (let part = 0; part < parts; part++) {
    const body = { version, part, parts, text: text.slice(part * 2000, (part + 1) * 2000) }
    answer = await office('POST /v1/surveys/{id}/totals', { ...the, body })
  }
  return answer
}

test('totals that are not of this count are not taken, those of the auditors are', async () => {
  expect(await handIn(JSON.stringify({ ...totals, campaignId: randomId() }))).toMatchObject({ problem: 'totalsWrong' })
  const fewer = { ...totals, strata: totals.strata.map((stratum) => ({ ...stratum, ballots: stratum.ballots - 1 })) }
  expect(await handIn(JSON.stringify(fewer))).toMatchObject({ problem: 'totalsWrong' })
  expect(await handIn(JSON.stringify(totals))).toMatchObject({ state: 'counted', totals: { units: totals.units } })
})

test('what is published can be repeated by everybody, and recomputed with the record', async () => {
  const parts = await publicParts(town.database.table, id)
  await publish(path.join(folder, 'public'), parts!)
  const record = path.join(folder, 'count', 'record.sealed')
  const said: string[] = []
  const given = { folder: path.join(folder, 'public'), record, shares: { files: shares }, terminal: false }
  expect({ ...(await runVerify(given, (line) => said.push(line))), said: said.filter((line) => line.startsWith('✗')) }).toEqual({
    good: true,
    failed: [],
    said: [],
  })
})

test('published results are seen by the households, and the units have to answer in fifteen working days', async () => {
  const villager = await as('villager')
  expect(good(await villager('GET /v1/survey/results')).units).toEqual([])
  const { version } = await campaign()
  const office = await as('office')
  good(await office('POST /v1/surveys/{id}/step', { ...the, body: { version, to: 'published' } }))
  await settle()
  expect((await campaign()).state).toBe('rectifying')
  const results = good(await (await as('villager'))('GET /v1/survey/results'))
  expect(results.units.map(({ name }) => name)).toEqual(['北流市农业局', '民乐供电所', '民乐镇政府'])
  expect(results.rectifications).toMatchObject([{ unitName: '北流市农业局', because: ['lowest', 'money'] }])

  const { items } = good(await (await as('desk'))('GET /v1/rectifications'))
  expect(items).toMatchObject([{ unitName: '北流市农业局', campaignId: id }])
  const [item] = items
  // 8 December 2026 is a Tuesday; fifteen working days on is the 29th.
  expect(item!.dueAt.slice(0, 10)).toBe(later(now, 21 * day).slice(0, 10))
  const notices = good(await (await as('desk'))('GET /v1/inbox', { query: {} })).items
  expect(notices).toEqual(expect.arrayContaining([expect.objectContaining({ occasion: 'surveyRectify', deadline: item!.dueAt })]))
})

test('a unit answers once, for itself; then the campaign is put away', async () => {
  const before = await campaign()
  const office = await as('office')
  const away = { version: before.version, to: 'archived' as const }
  expect(await office('POST /v1/surveys/{id}/step', { ...the, body: away })).toMatchObject({ problem: 'notInThisState' })
  const desk = await as('desk')
  const [item] = good(await desk('GET /v1/rectifications')).items
  const answer = (text: string) => desk('POST /v1/rectifications/{id}/answer', { params: { id: item!.id }, body: { text } })
  good(await answer('收钱的人已经调离,钱退回去了。'))
  expect(await answer('收钱的人已经调离,钱退回去了。')).toMatchObject({ answer: { text: expect.any(String) } })
  expect(await answer('没有这回事')).toMatchObject({ problem: 'alreadyAnswered' })
  expect(good(await office('POST /v1/surveys/{id}/step', { ...the, body: away })).state).toBe('archived')
  const receipts = await product.with()('GET /v1/survey-receipts/{campaignId}/{prefix}', { params: { campaignId: id, prefix: '00' } })
  expect(good(receipts).items.every(({ receipt, digest }) => receipt.startsWith('00') && digest > 0)).toBe(true)
})
