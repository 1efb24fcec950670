import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { BatchWriteCommand, DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import writeExcelFile from 'write-excel-file/node'
import * as z from 'zod/mini'

import { CadreId, HouseholdId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { metered } from '../../tests/fixtures/metered'
import { cadreRows } from '../../tests/fixtures/minle/cadres'
import { generateMinle } from '../../tests/fixtures/minle/generate'
import { pairingRows } from '../../tests/fixtures/minle/households'
import { unitRows, villageRows } from '../../tests/fixtures/minle/places'
import { type Database, scratchDatabase } from '../local/database'
import type { Table } from '../platform/table'
import { tagger } from '../platform/tag'
import { release } from './caring'
import { openPairing } from './index'
import { Household } from './household'
import { carersOf } from './pairing'
import { loadRoster } from './roster/load'
import { ids } from './roster/merge'
import { rosterStore } from './store'
import { wards } from './wards'

jest.setTimeout(180_000)

const now = Instant.parse('2026-11-18T01:12:00.000Z')
const tag = tagger('a key of the tests, 32 characters')
const temporary = (name: string) => mkdtempSync(path.join(tmpdir(), name))
const folder = temporary('minle-')
const folders = [folder]
/** Enough households for several leads and helpers, and few enough to load again and again. */
const ROLL = /^(ML01-02[0-3]|ML02-001)/
/** Items that one request writes. */
const A_BATCH = 25
const card0217 = ids.household('ML01-0217')
const [chen, other] = [ids.cadre('G001'), ids.cadre('G055')]

let database: Database
/** What stands in the table once the roster has been loaded: each test begins with it. */
let loaded: Record<string, unknown>[] = []
beforeAll(async () => {
  await generateMinle(folder, ROLL)
  database = await scratchDatabase()
  await load()
  loaded = await stored(/./)
  await database.close()
})
afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })))
beforeEach(async () => {
  database = await scratchDatabase()
  const { client, name } = database.table
  for (let from = 0; from < loaded.length; from += A_BATCH) {
    const puts = loaded.slice(from, from + A_BATCH).map((Item) => ({ PutRequest: { Item } }))
    await client.send(new BatchWriteCommand({ RequestItems: { [name]: puts } }))
  }
})
afterEach(() => database.close())

const load = (from = folder, table: Table = database.table) => loadRoster(from, { table, tag, clock: () => now }, { apply: true })
const open = (table: Table = database.table) => openPairing({ table, tag })
const householdsOf = async (id: CadreId) => (await open().householdsOf(id)).sort()

const Raw = z.looseObject({ pk: z.string(), sk: z.string() })
const stored = async (entity: RegExp) => {
  const items: z.infer<typeof Raw>[] = []
  for (let from: Record<string, unknown> | undefined, more = true; more; more = from !== undefined) {
    const page = await database.table.client.send(new ScanCommand({ TableName: database.table.name, ExclusiveStartKey: from }))
    items.push(...z.array(Raw).parse(page.Items ?? []))
    from = page.LastEvaluatedKey
  }
  return items.filter(({ sk }) => entity.test(sk))
}

type ByCarer = Map<CadreId, HouseholdId[]>
const List = z.looseObject({ households: z._default(z.set(HouseholdId), new Set()) })

/** Who looks after which households, as the households themselves say; and as the lists say. */
async function careNow(): Promise<{ truth: ByCarer; lists: ByCarer }> {
  const [truth, lists]: [ByCarer, ByCarer] = [new Map(), new Map()]
  for (const raw of await stored(/^\$(household|wards)_1/))
    if (raw.sk.startsWith('$wards')) {
      const { households } = List.parse(raw)
      if (households.size > 0) lists.set(CadreId.parse(raw.pk.slice(-32)), [...households].sort())
    } else {
      const household = Household.parse(raw)
      for (const cadreId of carersOf(household)) truth.set(cadreId, [...(truth.get(cadreId) ?? []), household.id].sort())
    }
  return { truth, lists }
}
async function listsAreTrue() {
  const { truth, lists } = await careNow()
  expect(lists).toEqual(truth)
}
async function listsMissNobody() {
  const { truth, lists } = await careNow()
  for (const [cadreId, all] of truth) expect(lists.get(cadreId)).toEqual(expect.arrayContaining(all))
}

/** The roster with other pairings. */
function folderPairing(change: (text: string) => string) {
  const changed = temporary('roster-')
  folders.push(changed)
  cpSync(folder, changed, { recursive: true })
  const file = path.join(changed, '结对.csv')
  writeFileSync(file, change(readFileSync(file, 'utf8')))
  return changed
}
const leadBy = (code: string) => (text: string) => text.replace(/^(ML01-0217),G001,主结对/m, `$1,${code},主结对`)

describe('the households that a cadre looks after', () => {
  test('are those that they lead and those that they help, as the sheets have them', async () => {
    await listsAreTrue()
    const { lists } = await careNow()
    const helps = pairingRows.find((row) => row['类型'] === '协助' && ROLL.test(row['户编号']!))!
    expect(lists.get(ids.cadre(helps['干部编号']!))).toContain(ids.household(helps['户编号']!))
    expect(lists.get(chen)).toContain(card0217)
  })

  test('change at once with a decision in the app, for the new lead and for the former one', async () => {
    const pairing = open()
    expect(await pairing.personOf(chen)).toMatchObject({ householdIds: expect.arrayContaining([card0217]) })
    await pairing.changeLead(card0217, other, now)
    expect((await pairing.personOf(other))?.householdIds).toContain(card0217)
    expect((await pairing.personOf(chen))?.householdIds).not.toContain(card0217)
    await pairing.changeLead(card0217, chen, now)
    await listsAreTrue()
  })

  test('change for the former lead too where the decision was cut short and is taken again', async () => {
    // The new lead's list twice and the household itself are written; the former lead's list is not.
    const { table } = metered(database.table, (request, written) => request === 'UpdateCommand' && written === 3)
    await expect(open(table).changeLead(card0217, other, now)).rejects.toThrow('the power is gone')
    expect((await open().personOf(chen))?.householdIds).toContain(card0217)
    await open().changeLead(card0217, other, now)
    expect((await open().personOf(chen))?.householdIds).not.toContain(card0217)
    await listsAreTrue()
  })

  test('stay as they are where the decision is refused', async () => {
    expect(await open().changeLead(card0217, ids.cadre('G140'), now)).toEqual({ problem: 'notFound' })
    expect(await open().changeLead(ids.household('ML99-0001'), other, now)).toEqual({ problem: 'notFound' })
    await listsAreTrue()
  })

  test('change with a roster; handing it in again reads the lists and writes nothing', async () => {
    await load(folderPairing(leadBy('G055')))
    expect(await householdsOf(other)).toContain(card0217)
    expect(await householdsOf(chen)).not.toContain(card0217)
    await listsAreTrue()
    const { table, meter } = metered(database.table)
    await load(folderPairing(leadBy('G055')), table)
    expect(meter.written).toBe(0)
  })

  test('that stand in no list yet are entered by the next roster, though no household changes', async () => {
    for (const { pk, sk } of await stored(/^\$wards_1/))
      await database.table.client.send(new DeleteCommand({ TableName: database.table.name, Key: { pk, sk } }))
    // A lead that was changed in the app is in no sheet.
    await open().changeLead(card0217, other, now)
    expect((await load()).plan?.tallies.households).toMatchObject({ added: 0, changed: 0 })
    await listsAreTrue()
  })

  test('are right after an import that was cut short again and again', async () => {
    const from = folderPairing((text) => text.replace(/,G0(0[1-9]|1\d),/g, ',G055,'))
    for (let cuts = 0, done = false; !done; cuts++) {
      const { table } = metered(database.table, (request, written) => /Put|Write|Update/.test(request) && written > cuts * 3)
      done = await load(from, table).then(
        () => true,
        () => false,
      )
      await listsMissNobody()
      expect(cuts).toBeLessThan(60)
    }
    await listsAreTrue()
  })
})

test('at no moment does a household name somebody whose list is without it', async () => {
  const list = wards(database.table)
  const missing: string[] = []
  let seen = 0
  const { table } = metered(database.table)
  const send = table.client.send.bind(table.client)
  table.client.send = async (command: Parameters<typeof send>[0]) => {
    if (command instanceof PutCommand && String(command.input.Item?.['sk']).startsWith('$household')) {
      const household = Household.parse(command.input.Item)
      for (const cadreId of carersOf(household)) {
        seen++
        if (!(await list.of(cadreId)).households.has(household.id)) missing.push(household.code)
      }
    }
    return send(command)
  }
  await load(
    folderPairing((text) => text.replace(/,G0(0[1-9]|1\d),/g, ',G055,')),
    table,
  )
  await open(table).changeLead(card0217, chen, now)
  expect(missing).toEqual([])
  expect(seen).toBeGreaterThan(20)
})

test('whoever tidies the lists just before a decision is written takes nobody out of them', async () => {
  const { table } = metered(database.table)
  const send = table.client.send.bind(table.client)
  let tidied = false
  table.client.send = async (command: Parameters<typeof send>[0]) => {
    if (command instanceof PutCommand && String(command.input.Item?.['sk']).startsWith('$household')) {
      await release([other], card0217, rosterStore(database.table, tag))
      tidied = !(await wards(database.table).of(other)).households.has(card0217)
    }
    return send(command)
  }
  await open(table).changeLead(card0217, other, now)
  expect(tidied).toBe(true)
  expect(await householdsOf(other)).toContain(card0217)
})

test('however decisions and imports meet, nobody is missed', async () => {
  const cadres = ['G055', 'G056', 'G057', 'G001'].map(ids.cadre)
  const rosters = [folder, folderPairing(leadBy('G055')), folderPairing(leadBy('G056'))]
  for (let round = 0; round < 12; round++) {
    const [one, two] = [cadres[round % 4]!, cadres[(round + 1 + (round % 3)) % 4]!]
    const pairing = open()
    await Promise.all([
      pairing.changeLead(card0217, one, now),
      pairing.changeLead(card0217, two, now),
      pairing.changeLead(ids.household('ML01-0218'), one, now),
      ...(round % 4 === 0 ? [load(rosters[(round / 4) % 3])] : []),
    ])
    await listsMissNobody()
  }
})

describe('the units that a person belongs to', () => {
  test('are the own one and those above it', async () => {
    const { personOf, accounts } = open()
    const station = cadreRows.find((row) => row['单位编码'] === 'NJ01')!['干部编号']!
    expect((await personOf(ids.cadre(station)))?.unitIds).toEqual(['NJ01', 'ML00'].map(ids.unit))
    expect((await accounts.person(ids.cadre(station)))?.unitIds).toEqual(['NJ01', 'ML00'].map(ids.unit))
    expect((await personOf(chen))?.unitIds).toEqual([ids.unit('NY01')])
  })

  test('are none once they are no longer active', async () => expect(await open().personOf(ids.cadre('G140'))).toBeUndefined())

  test('are also those of another roster that has them with the same telephone; the number then signs in nobody', async () => {
    const elsewhere = temporary('elsewhere-')
    folders.push(elsewhere)
    await generateMinle(elsewhere, ROLL)
    for (const file of ['农户.csv', '结对.csv'].map((name) => path.join(elsewhere, name)))
      writeFileSync(file, readFileSync(file).subarray(0, readFileSync(file).indexOf('\n') + 1))
    const [row] = cadreRows
    const seconded = { ...row, 干部编号: 'X001', 单位编码: 'NJ01', 职责: '驻村干部' }
    const sheet = (rows: Readonly<Record<string, string>>[]) => [Object.keys(rows[0]!), ...rows.map((each) => Object.values(each))]
    await writeExcelFile(sheet([seconded])).toFile(path.join(elsewhere, '干部.xlsx'))
    await writeExcelFile(sheet(unitRows)).toFile(path.join(elsewhere, '单位.xlsx'))
    await writeExcelFile(sheet([{ ...villageRows[0]!, 包村领导编号: '' }])).toFile(path.join(elsewhere, '村组.xlsx'))
    expect((await load(elsewhere)).faults).toEqual([])
    const { personOf, accounts } = open()
    expect((await personOf(chen))?.unitIds).toEqual(['NY01', 'NJ01', 'ML00'].map(ids.unit))
    expect((await personOf(ids.cadre('X001')))?.unitIds).toEqual(['NJ01', 'ML00', 'NY01'].map(ids.unit))
    expect(await accounts.cadreByPhone(row!['手机号'])).toBeUndefined()
    await writeExcelFile(sheet([{ ...seconded, 是否在岗: '否' }])).toFile(path.join(elsewhere, '干部.xlsx'))
    await load(elsewhere)
    expect((await personOf(chen))?.unitIds).toEqual([ids.unit('NY01')])
    expect(await accounts.cadreByPhone(row!['手机号'])).toBe(chen)
  })
})

test('asking costs three strong reads and a unit; the households alone cost one', async () => {
  const { table, meter } = metered(database.table)
  await open(table).personOf(chen)
  expect([...meter.requests].sort()).toEqual(['BatchGetCommand', 'BatchGetCommand', 'GetCommand', 'QueryCommand'])
  expect(meter.readUnits).toBeLessThanOrEqual(3.5)
  const alone = metered(database.table)
  await open(alone.table).householdsOf(chen)
  expect(alone.meter).toMatchObject({ requests: ['BatchGetCommand'], readUnits: 1 })
})
