import { PutCommand } from '@aws-sdk/lib-dynamodb'

import { Instant } from '../../contract/route'
import { day, hour, later, minute } from '../../contract/time'
import { openTelling, people, type Telling } from '../../tests/fixtures/telling'
import { type ItemKey, listing, type RawItem } from '../platform/outbox'
import { landed } from '../platform/table'
import { idOf } from '../platform/tag'
import type { DispatchDeps } from './deps'
import { dispatch, MOST_FAILURES, sweep } from './dispatch'
import { type Owed, owe } from './owed'

jest.setTimeout(30_000)

let telling: Telling
beforeAll(async () => void (telling = await openTelling()))
afterAll(() => telling.close())
beforeEach(() => telling.renew())

const { chen } = people
const start = Instant.parse('2026-11-18T01:00:00.000Z')

/** An item with a list of deadlines: the first one is its `wakeAt`, and each that falls due is struck off and owes a notice. */
type Row = { id: string; version: number; rings: Instant[]; rung: Instant[]; outbox: Owed[] }

const keyOf = (id: string): ItemKey => ({ pk: `$jnj#id_${id}`, sk: '$row_1' })

async function store({ rings, ...row }: Row, from?: number, at = now()) {
  const wakeAt = rings[0]
  const { owedAt, owedShard, ...listed } = listing({ ...row, wakeAt }, at) ?? {}
  const keys = owedAt && { owedAt, owedShard, owedpk: `owed#${owedShard}`, owedsk: owedAt }
  const Item = { ...keyOf(row.id), __edb_e__: 'row', ...row, rings, wakeAt, ...listed, ...keys }
  const condition = from === undefined ? {} : { ConditionExpression: 'version = :from', ExpressionAttributeValues: { ':from': from } }
  return landed(telling.table().client.send(new PutCommand({ TableName: telling.table().name, Item, ...condition })))
}

/** What the made-up feature does when its item is woken: everything that has fallen due, in one conditional write. */
async function ring(item: RawItem, at: Instant) {
  const row = item as unknown as Row
  const due = row.rings.filter((one) => one <= at)
  const owed = due.flatMap((one) => owe(`ring at ${one}`, 'warning', at, { to: 'cadre', cadreId: chen }))
  const rings = row.rings.filter((one) => one > at)
  const { id, version } = row
  await store({ id, version: version + 1, rings, rung: [...row.rung, ...due], outbox: [...row.outbox, ...owed] }, version, at)
}

let made = 0
async function aRow(...rings: Instant[]) {
  const id = idOf('row', String(++made))
  await store({ id, version: 1, rings, rung: [], outbox: [] })
  return { id, key: keyOf(id) }
}

const setup = (change: Partial<DispatchDeps> = {}) =>
  telling.deps({ wake: { row: ring }, reachOf: async () => ({ accounts: [], phone: async () => undefined }), ...change })

const stored = async ({ key }: { key: ItemKey }) => (await telling.stored(key))!
const { pass, now } = { pass: (milliseconds: number) => telling.pass(milliseconds), now: () => telling.now() }

test('a deadline wakes the feature when it falls due, not before, and what it owes is told', async () => {
  const deps = setup()
  const row = await aRow(later(start, hour), later(start, 2 * hour))
  pass(hour - 1)
  expect(await sweep(deps)).toBe(0)
  expect(await dispatch(row.key, deps)).toBe('nothing')
  pass(1)
  expect(await sweep(deps)).toBe(1)
  expect(await stored(row)).toMatchObject({ rung: [later(start, hour)], outbox: [], owedsk: later(start, 2 * hour), version: 3 })
  expect(await stored(row)).not.toHaveProperty('owing')
  expect(await deps.notices.about(row.id)).toHaveLength(1)
  expect(await sweep(deps)).toBe(0)
  pass(hour)
  await sweep(deps)
  expect(await stored(row)).toMatchObject({ rung: [later(start, hour), later(start, 2 * hour)], outbox: [] })
  expect(await stored(row)).not.toHaveProperty('owedsk')
  expect(await deps.notices.about(row.id)).toHaveLength(2)
})

test('after a day without a sweep everything is caught up, each step once, whoever is woken twice', async () => {
  const deps = setup()
  const rows = await Promise.all(
    [1, 2, 3].map((n) => aRow(later(start, n * hour), later(start, (n + 3) * hour), later(start, n * day + day))),
  )
  pass(day)
  await Promise.all([...rows.map(({ key }) => dispatch(key, deps)), sweep(deps), sweep(deps)])
  await sweep(deps)
  for (const [n, row] of rows.entries()) {
    const past = [later(start, (n + 1) * hour), later(start, (n + 4) * hour)]
    expect(await stored(row)).toMatchObject({ rung: past, outbox: [], owedsk: later(start, (n + 2) * day) })
    expect((await deps.notices.about(row.id)).map(({ occasion }) => occasion)).toEqual(['warning', 'warning'])
  }
})

test('what owes notices and has a deadline is told first and listed at its deadline afterwards', async () => {
  const deps = setup()
  const row = await aRow(later(start, hour))
  const item = (await stored(row)) as unknown as Row
  await store({ ...item, version: 2, outbox: owe('s', 'warning', now(), { to: 'cadre', cadreId: chen }) }, 1)
  expect(await stored(row)).toMatchObject({ owing: true, owedsk: now() })
  await sweep(deps)
  expect(await stored(row)).toMatchObject({ outbox: [], owedsk: later(start, hour), rung: [] })
  expect(await deps.notices.about(row.id)).toHaveLength(1)
})

test('a crash after the waking and before the telling loses nothing and tells nobody twice', async () => {
  const deps = setup()
  const row = await aRow(later(start, hour))
  pass(hour)
  const dying = { ...deps, notices: { ...deps.notices, add: () => Promise.reject(new Error('the machine is gone')) } }
  expect(await dispatch(row.key, dying)).toBe('pushedBack')
  pass(minute)
  await sweep(deps)
  expect(await stored(row)).toMatchObject({ rung: [later(start, hour)], outbox: [] })
  expect(await deps.notices.about(row.id)).toHaveLength(1)
})

test('an item whose deadline nobody moves on is set aside and does not turn for ever', async () => {
  let woken = 0
  const deps = setup({ wake: { row: async () => void woken++ } })
  const row = await aRow(start)
  const other = await aRow(later(start, 30 * day))
  for (let i = 0; i < MOST_FAILURES + 3; i++) {
    await sweep(deps)
    pass(2 * hour)
  }
  expect(woken).toBe(MOST_FAILURES)
  expect(await stored(row)).toMatchObject({ setAside: true, rings: [start] })
  expect(await stored(row)).not.toHaveProperty('owedsk')
  expect(await stored(other)).toMatchObject({ owedsk: later(start, 30 * day) })
})

test('an item whose notices cannot be told is still woken at its deadline', async () => {
  const deps = setup({ staffOf: () => Promise.reject(new Error('the roster is gone')) })
  const row = await aRow(later(start, 20 * day))
  const item = (await stored(row)) as unknown as Row
  const untold = owe('s', 'warning', now(), { to: 'desk', unitId: idOf('unit', '1') as never })
  await store({ ...item, version: 2, outbox: untold }, 1)
  for (let i = 0; i < MOST_FAILURES; i++) {
    await sweep(deps)
    pass(2 * hour)
  }
  expect(await stored(row)).toMatchObject({ setAside: true, outbox: untold, owedsk: later(start, 20 * day) })
  telling.at(later(start, 20 * day))
  await sweep(setup())
  expect(await stored(row)).toMatchObject({ rung: [later(start, 20 * day)], outbox: [] })
  expect(await deps.notices.about(row.id)).toHaveLength(2)
})
