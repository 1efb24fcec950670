import { AccountId } from '../../contract/account'
import { Instant, type Role } from '../../contract/route'
import { later, minute } from '../../contract/time'
import { days2026 } from '../../tests/fixtures/minle/calendar'
import { metered } from '../../tests/fixtures/metered'
import { type Database, scratchDatabase } from '../local/database'
import { ids } from '../pairing/roster/merge'
import { httpApp } from '../platform/http'
import { silentLog } from '../platform/log'
import { isWorkingDay } from './calendar'
import { openCalendar } from './index'

const now = Instant.parse('2026-09-20T02:00:00.000Z')
let database: Database
beforeEach(async () => {
  database = await scratchDatabase()
})
afterEach(() => database.close())

const unit = ids.unit('BL00')
function phone(role: Role, calendar = openCalendar(database.table)) {
  const staff = { cadreId: ids.cadre('BG01'), unitId: unit, unitIds: [unit], unitName: '北流市委市政府办公室', name: '李四' }
  const recognise = async () => ({ accountId: AccountId.parse('a'.repeat(32)), roles: ['visitor' as const, role], staff })
  const app = httpApp({ bound: calendar.routes, recognise, clock: () => now, log: silentLog })
  const headers = { authorization: 'Bearer x' }
  const answer = async (response: Response) => ({ status: response.status, body: await response.json() })
  return {
    get: async (year: string) => answer(await app.request(`/v1/calendar/${year}`, { headers })),
    put: async (year: string, body: object) =>
      answer(await app.request(`/v1/calendar/${year}`, { method: 'PUT', headers, body: JSON.stringify(body) })),
  }
}

test('a year that nobody has entered is Monday to Friday, version 0', async () => {
  expect(await phone('cadre').get('2026')).toMatchObject({ status: 200, body: { year: '2026', version: 0, days: [] } })
  expect(isWorkingDay(now, await openCalendar(database.table).calendar(now))).toBe(false)
})

test('what the office enters is read by all staff, with who entered it, and counts', async () => {
  const calendar = openCalendar(database.table)
  expect(isWorkingDay(now, await calendar.calendar(now))).toBe(false)
  expect(await phone('office', calendar).put('2026', { version: 0, days: days2026 })).toMatchObject({ status: 200, body: { version: 1 } })
  const { body } = await phone('desk').get('2026')
  expect(body).toEqual({ year: '2026', version: 1, days: days2026, changed: { at: now, by: '北流市委市政府办公室 李四' } })
  // 20 September 2026, a Sunday, is worked.
  expect(isWorkingDay(now, await calendar.calendar(now))).toBe(true)
})

test('whoever read an older version overwrites nothing, also where two write at once', async () => {
  const { put, get } = phone('office')
  const both = await Promise.all([days2026, []].map((days) => put('2026', { version: 0, days })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const { body } = await get('2026')
  expect(body.version).toBe(1)
  expect(await put('2026', { version: 0, days: [] })).toMatchObject({ status: 409, body: { problem: 'changedMeanwhile' } })
  expect(await put('2026', { version: 1, days: days2026 })).toMatchObject({ status: 200, body: { version: 2 } })
  expect((await get('2026')).body).toMatchObject({ version: 2, days: days2026 })
})

test.each<Role>(['cadre', 'helper', 'desk', 'head', 'leader', 'inspection', 'villager'])('%s may not change it', async (role) => {
  expect((await phone(role).put('2026', { version: 0, days: days2026 })).status).toBe(403)
  expect((await phone('office').get('2026')).body.version).toBe(0)
})

test.each([
  ["another year's days", '2027', { version: 0, days: days2026 }],
  ['days out of order', '2026', { version: 0, days: [...days2026].reverse() }],
  ['no version', '2026', { days: [] }],
  ['a year that is none', '20x6', { version: 0, days: [] }],
])('%s are bad input, and nothing is stored', async (_, year, body) => {
  expect(await phone('office').put(year, body)).toMatchObject({ status: 400, body: { problem: 'badInput' } })
  expect((await phone('office').get('2026')).body.version).toBe(0)
})

test('a calendar is read again after five minutes, and once by all who ask at the same time', async () => {
  const { table, meter } = metered(database.table)
  const { calendar } = openCalendar(table)
  await Promise.all([calendar(now), calendar(now), calendar(later(now, 4 * minute))])
  expect(meter.requests).toEqual(['GetCommand', 'GetCommand', 'GetCommand'])
  await openCalendar(database.table).enter('2026', { version: 0, days: days2026, by: '办公室' }, now)
  expect(isWorkingDay(now, await calendar(later(now, 4 * minute)))).toBe(false)
  expect(isWorkingDay(now, await calendar(later(now, 5 * minute)))).toBe(true)
  expect(meter.requests).toHaveLength(6)
})

test('a failed read is not kept', async () => {
  let down = true
  const { table } = metered(database.table, () => down)
  const { calendar } = openCalendar(table)
  await expect(calendar(now)).rejects.toThrow()
  down = false
  expect(await calendar(now)).toEqual(new Map())
})
