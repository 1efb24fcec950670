import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { metered } from '../../tests/fixtures/metered'
import { generateMinle } from '../../tests/fixtures/minle/generate'
import { AccountId } from '../../contract/account'
import type { Role } from '../../contract/route'
import { Instant } from '../../contract/route'
import { type Database, scratchDatabase } from '../local/database'
import type { Caller } from '../platform/bind'
import { httpApp } from '../platform/http'
import { silentLog } from '../platform/log'
import type { Table } from '../platform/table'
import { tagger } from '../platform/tag'
import { openPairing } from './index'
import { loadRoster } from './roster/load'
import { ids } from './roster/merge'

const now = Instant.parse('2026-11-18T01:12:00.000Z')
const tag = tagger('a key of the tests, 32 characters')
const card0217 = ids.household('ML01-0217')
const withoutLead = ids.household('ML05-0037')

// The whole of Minle on a busy machine takes its time.
jest.setTimeout(120_000)

let database: Database
beforeAll(async () => {
  database = await scratchDatabase()
  const folder = mkdtempSync(path.join(tmpdir(), 'minle-'))
  await generateMinle(folder, /^(ML01-02|ML02-|ML0[34]-00|ML05-003)/)
  await loadRoster(folder, { table: database.table, tag, clock: () => now }, { apply: true })
  rmSync(folder, { recursive: true })
})
afterAll(() => database.close())

const setup = () => openPairing({ table: database.table, tag })
type Signed = Partial<Pick<Caller, 'household' | 'staff'>> & { role: Role; table?: Table }

async function get(url: string, { role, table = database.table, ...who }: Signed) {
  const caller: Caller = { accountId: AccountId.parse('a'.repeat(32)), roles: ['visitor', role], ...who }
  const { routes } = openPairing({ table, tag })
  const app = httpApp({ bound: routes, recognise: async () => caller, clock: () => now, log: silentLog })
  const answer = await app.request(url, { headers: { authorization: 'Bearer x' } })
  return { status: answer.status, body: await answer.json() }
}

const villager = (id: typeof card0217, village: string): Signed => ({
  role: 'villager',
  household: { id, villageId: ids.village(village), tie: 'phone' },
})
const cadre = (code: string): Signed => ({
  role: 'cadre',
  staff: { cadreId: ids.cadre(code), unitId: ids.unit('NY01'), unitIds: [ids.unit('NY01')], unitName: '', name: '' },
})

describe('home', () => {
  test('costs at most 3 read units in two round trips', async () => {
    const { table, meter } = metered(database.table)
    const { status, body } = await get('/v1/home', { ...villager(card0217, 'ML01'), table })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      serial: '0217',
      village: '桃冲村',
      card: { cadreName: '陈建华', post: '农技站站长', phone: '19907750001' },
    })
    expect(body.complaintLines.map(({ name }: { name: string }) => name)).toEqual(['北流市农业局 投诉电话', '督查组 投诉电话'])
    expect(meter.requests).toEqual(['BatchGetCommand', 'BatchGetCommand'])
    expect(meter.readUnits).toBeLessThanOrEqual(3)
    expect(meter.readUnits).toBeGreaterThan(1)
  })

  test('never shows the household its own category, telephone or card code', async () => {
    const { body } = await get('/v1/home', villager(card0217, 'ML01'))
    const household = await setup().household(card0217)
    const text = JSON.stringify(body)
    for (const secret of [household!.card.code, household!.phones[0]!, household!.headName, household!.category])
      expect(text).not.toContain(secret)
  })

  test('where nobody leads, names the office, and the gap is recorded once', async () => {
    const { body } = await get('/v1/home', villager(withoutLead, 'ML05'))
    expect(body).toMatchObject({ office: { name: '民乐镇政府', phone: expect.stringMatching(/^0775-/) } })
    expect(body.card).toBeUndefined()
    const household = await setup().household(withoutLead)
    expect(household?.gap).toEqual({ seenAt: now })
    const { table, meter } = metered(database.table)
    await get('/v1/home', { ...villager(withoutLead, 'ML05'), table })
    expect(meter.written).toBe(0)
  })

  test('of a session whose village is wrong still shows the household its own', async () => {
    expect((await get('/v1/home', villager(card0217, 'ML02'))).body).toMatchObject({ village: '桃冲村' })
  })

  test('of a household that is not there is not found', async () => {
    expect((await get('/v1/home', villager(ids.household('ML99-0001'), 'ML01'))).status).toBe(404)
  })
})

test("the units nearby are the cadre's, the village's and the township's, each once", async () => {
  const { body } = await get('/v1/units/nearby', villager(card0217, 'ML01'))
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
    '北流市农业局',
    '民乐水利站',
    '民乐供电所',
    '民乐农技站',
    '民乐镇政府',
  ])
  expect(Object.keys(body.items[0]).sort()).toEqual(['does', 'id', 'name'])
})

describe('the households of a cadre', () => {
  test("are the cadre's own and nobody else's", async () => {
    const { body } = await get('/v1/households', cadre('G001'))
    expect(body.items).toHaveLength(27)
    expect(body.items).toContainEqual(expect.objectContaining({ id: card0217, village: '桃冲村', phones: ['19907751217'] }))
    expect(body.next).toBeUndefined()
    expect(JSON.stringify(body)).not.toContain('card')
  })

  test('page on without a gap or a repeat', async () => {
    const { changeLead } = setup()
    const wanted = new Set<string>()
    for (let number = 1; number <= 60; number++) {
      const id = ids.household(`ML0${2 + (number % 3)}-00${String(10 + (number % 80)).padStart(2, '0')}`)
      await changeLead(id, ids.cadre('G139'), now)
      wanted.add(id)
    }
    const before = (await get('/v1/households', cadre('G139'))).body
    expect(before.items).toHaveLength(50)
    const after = (await get(`/v1/households?after=${before.next}`, cadre('G139'))).body
    const seen = [...before.items, ...after.items].map(({ id }: { id: string }) => id)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining([...wanted]))
    expect(after.next).toBeUndefined()
  })

  test.each(['x', 'a'.repeat(63), "'", '%00'])('after %s is bad input, not an error', async (after) => {
    expect(await get(`/v1/households?after=${after}`, cadre('G001'))).toMatchObject({ status: 400, body: { fields: ['after'] } })
  })
})

describe('a card', () => {
  test('opens its household', async () => {
    const { accounts, household } = setup()
    const { card } = (await household(card0217))!
    expect(await accounts.byCard(card.code)).toMatchObject({ id: card0217, serial: '0217', village: '桃冲村' })
  })

  test('that nobody has is unknown', async () => {
    expect(await setup().accounts.byCard('000000000000097')).toEqual({ problem: 'cardUnknown' })
  })

  test('that was replaced stays revoked, and the new one opens', async () => {
    const { accounts, household, reissueCard } = setup()
    const id = ids.household('ML01-0216')
    const codes = [(await household(id))!.card.code]
    for (let time = 0; time < 2; time++) {
      await reissueCard(id)
      codes.push((await household(id))!.card.code)
    }
    expect(new Set(codes).size).toBe(3)
    expect(await accounts.byCard(codes[0]!)).toEqual({ problem: 'cardRevoked' })
    expect(await accounts.byCard(codes[1]!)).toEqual({ problem: 'cardRevoked' })
    expect(await accounts.byCard(codes[2]!)).toMatchObject({ id })
    expect((await household(id))!.card).toMatchObject({ version: 3, serial: '0216' })
  })
})

describe('a telephone on the roll', () => {
  test.each([
    ['the own one', 'ML01-0217', '19907751217', true],
    ["a neighbour's", 'ML01-0217', '19907751218', { problem: 'phoneNotOnRoll' }],
    ['one that is on five households', 'ML02-0140', '19907759000', { problem: 'phoneProvesNothing' }],
    ["a cadre's own one", 'ML02-0039', '19907750021', { problem: 'phoneProvesNothing' }],
  ])('%s proves what it may', async (_, household, phone, answer) => {
    const { accounts } = setup()
    expect(await accounts.proves(ids.household(household), phone)).toEqual(answer)
  })

  test('finds the active cadre who has it, and not one who has left', async () => {
    const { accounts } = setup()
    expect(await accounts.cadreByPhone('19907750001')).toBe(ids.cadre('G001'))
    expect(await accounts.cadreByPhone('19907750140')).toBeUndefined()
    expect(await accounts.cadreByPhone('19907751217')).toBeUndefined()
  })
})

describe('people of the roster', () => {
  test('have the rights that the roster grants, while they are active', async () => {
    const { accounts, cadre: active } = setup()
    expect(await accounts.person(ids.cadre('G015'))).toMatchObject({ unitName: '北流市农业局', roles: ['cadre', 'desk'] })
    expect(await accounts.person(ids.cadre('G140'))).toBeUndefined()
    expect(await active(ids.cadre('G140'))).toBeUndefined()
  })

  test('are found by unit and duty', async () => {
    const { staffOf } = setup()
    expect((await staffOf(ids.unit('NY01'), 'desk')).sort()).toEqual([ids.cadre('G002'), ids.cadre('G015')].sort())
    expect(await staffOf(ids.unit('DC01'), 'inspection')).toHaveLength(5)
    expect(await staffOf(ids.unit('NY01'), 'head')).toEqual([ids.cadre('FZ01')])
    expect(await staffOf(ids.unit('ML00'), 'office')).toHaveLength(1)
    expect(await staffOf(ids.unit('NY01'), 'inspection')).toEqual([])
  })

  test('who answer for a household are its cadre, the office and inspection', async () => {
    const { tickets } = setup()
    expect(await tickets.responsibleFor(card0217)).toMatchObject({
      cadre: { id: ids.cadre('G001'), unit: { name: '北流市农业局' } },
      office: { name: '民乐镇政府' },
      inspection: { name: '北流市督查组' },
      place: '桃冲村 14组',
    })
    expect((await tickets.responsibleFor(withoutLead))?.cadre).toBeUndefined()
  })

  test('to whom a breach goes up are the leader of the village, the county office and the city, each with what stands above', async () => {
    const { tickets } = setup()
    expect((await tickets.responsibleFor(card0217))?.rungs).toEqual({
      leader: { cadreId: ids.cadre('LD01'), unitIds: [ids.unit('ML00')] },
      office: { unitId: ids.unit('BL00'), unitIds: [ids.unit('BL00')] },
      city: { unitId: ids.unit('YL01'), unitIds: [ids.unit('YL01')] },
    })
    expect(await tickets.unit(ids.unit('NJ01'))).toMatchObject({ parentId: ids.unit('ML00'), unitIds: ['NJ01', 'ML00'].map(ids.unit) })
  })

  test('a leader who has left is no rung, and a village without one has none', async () => {
    const made = await scratchDatabase()
    const folder = mkdtempSync(path.join(tmpdir(), 'minle-'))
    await generateMinle(folder, /^ML1[67]-0001/)
    await loadRoster(folder, { table: made.table, tag, clock: () => now }, { apply: true })
    const { tickets } = openPairing({ table: made.table, tag })
    for (const code of ['ML16-0001', 'ML17-0001']) {
      const rungs = (await tickets.responsibleFor(ids.household(code)))?.rungs
      expect(rungs).toMatchObject({ leader: undefined, office: { unitId: ids.unit('BL00') }, city: { unitId: ids.unit('YL01') } })
    }
    rmSync(folder, { recursive: true })
    await made.close()
  })

  test('inspection may hand on to every unit of its county but inspection', async () => {
    const desks = await setup().tickets.desksOf(ids.unit('DC01'))
    expect(desks).toHaveLength(12)
    expect(desks.map(({ name }) => name)).not.toContain('北流市督查组')
    const station = desks.find(({ id }) => id === ids.unit('NJ01'))
    expect(station?.unitIds).toEqual(['NJ01', 'ML00'].map(ids.unit))
  })

  test("a city's inspection may hand on to the units of every county whose villages name it", async () => {
    const names = (unit: string) => setup().tickets.desksOf(ids.unit(unit))
    expect(await names('YL01')).toEqual(await names('DC01'))
  })
})

test('no key holds a name, a telephone number or a card code in the clear', async () => {
  const { ScanCommand } = await import('@aws-sdk/lib-dynamodb')
  const { Items = [] } = await database.table.client.send(new ScanCommand({ TableName: database.table.name }))
  expect(Items.length).toBeGreaterThan(500)
  const { headName, card, phones } = (await setup().household(card0217))!
  for (const item of Items) {
    const keys = Object.entries(item).flatMap(([name, value]) => (/^(pk|sk|(list\d|owed)(pk|sk))$/.test(name) ? [String(value)] : []))
    for (const key of keys) {
      expect(key).not.toMatch(/1990775\d{4}|0775-/)
      for (const secret of [headName, '陈建华', card.code, ...phones]) expect(key).not.toContain(secret)
    }
  }
})
