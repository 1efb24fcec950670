import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { encode } from 'iconv-lite'

import { metered } from '../../../tests/fixtures/metered'
import { madeStaff } from '../../../tests/fixtures/minle/cadres'
import { generateMinle } from '../../../tests/fixtures/minle/generate'
import { isCardCode } from '../../../contract/account'
import { Instant } from '../../../contract/route'
import { type Database, scratchDatabase } from '../../local/database'
import { tagger } from '../../platform/tag'
import type { Table } from '../../platform/table'
import { openPairing } from '../index'
import { loadRoster } from './load'
import { ids } from './merge'

const now = Instant.parse('2026-11-18T01:12:00.000Z')
const STAFF = madeStaff.length
const tag = tagger('a key of the tests, 32 characters')
const temporary = (name: string) => mkdtempSync(path.join(tmpdir(), name))
const minle = temporary('minle-')
/** A part of the fixture's households, for tests that do not need all. */
const some = temporary('some-')
const folders = [minle, some]
const databases: Database[] = []
// The whole of Minle on a busy machine takes its time.
jest.setTimeout(120_000)

let database: Database

/** A roster's folder with some files changed. */
function folderWith(changes: Record<string, (text: string) => string>) {
  const folder = temporary('roster-')
  folders.push(folder)
  cpSync(some, folder, { recursive: true })
  for (const [file, change] of Object.entries(changes)) {
    const encoding = file === '农户.csv' ? 'gb18030' : 'utf8'
    const text = new TextDecoder(encoding).decode(readFileSync(path.join(folder, file)))
    writeFileSync(path.join(folder, file), encode(change(text), encoding))
  }
  return folder
}

const load = (folder: string, { apply = true, table = database.table }: { apply?: boolean; table?: Table } = {}) =>
  loadRoster(folder, { table, tag, clock: () => now }, { apply })

async function anotherDatabase() {
  const made = await scratchDatabase()
  databases.push(made)
  return made
}

beforeAll(async () => {
  await generateMinle(minle)
  await generateMinle(some, /^(ML01-0[02]|ML02-00|ML03-0001|ML04-0001)/)
  database = await anotherDatabase()
  await load(some)
})
afterAll(async () => {
  await Promise.all(databases.map((each) => each.close()))
  for (const folder of folders) rmSync(folder, { recursive: true })
})

test('all of Minle goes on the roll, each household with a card of its own, and the second time nothing is written', async () => {
  const { table } = await anotherDatabase()
  const first = await load(minle, { table })
  expect(first).toMatchObject({ rows: { villages: 17, cadres: STAFF, households: 2053 }, faultCount: 0, ignored: [] })
  expect(first.plan?.tallies.households).toMatchObject({ added: 2053, changed: 0, same: 0, absent: { count: 0 } })
  const household = await openPairing({ table, tag }).household(ids.household('ml01-0217'))
  expect(household).toMatchObject({ code: 'ML01-0217', card: { serial: '0217', version: 1 }, lead: { cadreId: ids.cadre('G001') } })
  expect(isCardCode(household?.card.code ?? '')).toBe(true)
  expect(household?.lead?.since).toBe('2010-11-17T16:00:00.000Z')

  const { table: again, meter } = metered(table)
  const second = await load(minle, { table: again })
  expect(second.plan).toMatchObject({ applied: true, tallies: { households: { same: 2053, added: 0, changed: 0 } } })
  expect(meter.written).toBe(0)
  expect(meter.readUnits).toBeGreaterThan(1000)
})

test('a changed row writes its item and nothing else; its card stays', async () => {
  const pairing = openPairing({ table: database.table, tag })
  const before = await pairing.household(ids.household('ML01-0001'))
  const folder = folderWith({ '农户.csv': (text) => text.replace(/^(ML01-0001,)[^,]+/m, '$1改了名') })
  const { table, meter } = metered(database.table)
  const { plan } = await load(folder, { table })
  expect(plan?.tallies.households).toMatchObject({ changed: 1, same: 261, added: 0 })
  expect(meter.written).toBe(1)
  const after = await pairing.household(ids.household('ML01-0001'))
  expect(after).toEqual({ ...before, headName: '改了名', version: (before?.version ?? 0) + 1 })
  await load(some)
})

test('a changed telephone counts from now on, and the former one no longer', async () => {
  const { accounts } = openPairing({ table: database.table, tag })
  const id = ids.household('ML01-0217')
  expect(await accounts.proves(id, '19907751217')).toBe(true)
  const folder = folderWith({ '农户.csv': (text) => text.replace('19907751217', '19907759777') })
  const { table, meter } = metered(database.table)
  await load(folder, { table })
  expect(meter.written).toBe(3)
  expect(await accounts.proves(id, '19907759777')).toBe(true)
  expect(await accounts.proves(id, '19907751217')).toEqual({ problem: 'phoneNotOnRoll' })
  await load(some)
  expect(await accounts.proves(id, '19907751217')).toBe(true)
})

test('rows that are absent are counted and listed, and stay', async () => {
  const folder = folderWith({
    '农户.csv': (text) => text.replace(/^ML02-00[0-9]{2},.*\r\n/gm, ''),
    '结对.csv': (text) => text.replace(/^ML02-00[0-9]{2},.*\r\n/gm, '').replace(/^ML01-0217,.*\r\n/gm, ''),
  })
  const { table, meter } = metered(database.table)
  const { plan } = await load(folder, { table })
  expect(plan?.tallies.households.absent.count).toBe(99)
  expect(plan?.tallies.households.absent.listed).toHaveLength(50)
  expect(plan?.tallies.households.absent.listed[0]).toMatch(/^ML02-0001 ./)
  expect(plan?.absentPairings).toEqual({ count: 1, listed: ['ML01-0217'] })
  expect(meter.written).toBe(0)
})

test('where anything is wrong nothing is written, and every fault names file, row and column', async () => {
  const folder = folderWith({
    '农户.csv': (text) => text.replace(/^(ML01-0002,[^,]+,)ML01/m, '$1ML99').replace('19907751003', '1990775'),
    '结对.csv': (text) => `${text}ML01-0005,G140,协助,\r\nML01-0217,G020,主结对,2010-13-40\r\n`,
  })
  const { table, meter } = metered(database.table)
  const { plan, faults, faultCount } = await load(folder, { table })
  const last = readFileSync(path.join(some, '结对.csv'), 'utf8').trim().split('\r\n').length
  expect(plan).toBeUndefined()
  expect(meter.requests).toEqual([])
  expect(faultCount).toBe(4)
  expect(faults).toEqual(
    expect.arrayContaining([
      { file: '农户.csv', row: 3, column: '村编码', says: '村组表里没有 ML99' },
      { file: '农户.csv', row: 4, column: '电话1', says: expect.stringContaining('1990775') },
      { file: '结对.csv', row: last + 1, column: '干部编号', says: expect.stringContaining('不在岗') },
      { file: '结对.csv', row: last + 2, column: '结对日期', says: expect.stringContaining('2010-13-40') },
    ]),
  )
})

test('two hundred faults are listed and the rest counted', async () => {
  const folder = folderWith({ '农户.csv': (text) => text.replace(/一般户/g, '普通户') })
  const { faults, faultCount } = await load(folder)
  expect(faults).toHaveLength(200)
  expect(faultCount).toBeGreaterThan(200)
})

test('a lead that was changed in the app stays and is listed', async () => {
  const pairing = openPairing({ table: database.table, tag })
  const id = ids.household('ML03-0001')
  const before = await pairing.household(id)
  const other = ids.cadre(before?.lead?.cadreId === ids.cadre('G030') ? 'G031' : 'G030')
  await pairing.changeLead(id, other, now)
  const { table, meter } = metered(database.table)
  const { plan } = await load(some, { table })
  expect(plan?.conflicts).toEqual({ count: 1, listed: ['ML03-0001'] })
  expect(meter.written).toBe(0)
  const after = await pairing.household(id)
  expect(after?.lead).toMatchObject({ cadreId: other, source: 'app' })
  expect(after?.history.at(-1)).toMatchObject({ cadreId: before?.lead?.cadreId, until: now })
})

test('a lead that changes in the app while the import runs is not overwritten', async () => {
  const pairing = openPairing({ table: database.table, tag })
  const id = ids.household('ML04-0001')
  const folder = folderWith({ '农户.csv': (text) => text.replace(/^(ML04-0001,)[^,]+/m, '$1又改名') })
  const newLead = ids.cadre('G055')
  let slipped = false
  const { table } = metered(database.table)
  const send = table.client.send.bind(table.client)
  table.client.send = async (command: Parameters<typeof send>[0]) => {
    if (command.constructor.name === 'PutCommand' && !slipped) {
      slipped = true
      await pairing.changeLead(id, newLead, now)
    }
    return send(command)
  }
  await load(folder, { table })
  expect(slipped).toBe(true)
  expect(await pairing.household(id)).toMatchObject({ headName: '又改名', lead: { cadreId: newLead, source: 'app' } })
  await load(some)
})

test('an import that is cut short again and again is finished by the last one', async () => {
  const small = temporary('small-')
  folders.push(small)
  await generateMinle(small, /^ML01-00/)
  const [whole, cut] = [await anotherDatabase(), await anotherDatabase()]
  const run = (table: Table) => loadRoster(small, { table, tag, clock: () => now, newCardCode: () => '000000000000024' }, { apply: true })
  await run(whole.table)
  let cuts = 0
  for (let done = false; !done && cuts < 20; cuts += done ? 0 : 1) {
    const { table } = metered(cut.table, (request, written) => /Put|Write|Delete/.test(request) && written >= STAFF + cuts)
    done = await run(table).then(
      () => true,
      () => false,
    )
  }
  expect(cuts).toBeGreaterThanOrEqual(4)
  expect(cuts).toBeLessThan(20)
  const { table, meter } = metered(cut.table)
  await run(table)
  expect(meter.written).toBe(0)
  const [one, other] = [openPairing({ table: whole.table, tag }), openPairing({ table: cut.table, tag })]
  for (const number of [1, 30, 60, 99]) {
    const id = ids.household(`ML01-00${String(number).padStart(2, '0')}`)
    expect(await other.household(id)).toEqual(await one.household(id))
    const phone = `1990775${1000 + number}`
    expect(await other.accounts.proves(id, phone)).toEqual(await one.accounts.proves(id, phone))
  }
})

test('a cadre who moves to another unit takes the households along', async () => {
  const folder = folderWith({})
  const { table, meter } = metered(database.table)
  const { default: read } = await import('read-excel-file/node')
  const { default: write } = await import('write-excel-file/node')
  const [tab] = await read(path.join(folder, '干部.xlsx'))
  const rows = tab!.data.map((row) => row.map((cell) => (row[0] === 'G001' && cell === 'NY01' ? 'SL01' : String(cell))))
  await write(rows).toFile(path.join(folder, '干部.xlsx'))
  const { plan } = await load(folder, { table })
  expect(plan?.tallies.cadres).toMatchObject({ changed: 1 })
  expect(plan?.tallies.households).toMatchObject({ changed: 27 })
  expect(meter.written).toBe(28)
  const household = await openPairing({ table: database.table, tag }).household(ids.household('ML01-0217'))
  expect(household).toMatchObject({ lead: { cadreId: ids.cadre('G001'), unitId: ids.unit('SL01') }, history: [] })
  await load(some)
})
