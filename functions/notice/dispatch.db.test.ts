import { PutCommand } from '@aws-sdk/lib-dynamodb'

import { AccountId } from '../../contract/account'
import { contract } from '../../contract/contract'
import { client } from '../../contract/client'
import { CadreId, UnitId } from '../../contract/pairing'
import type { Role } from '../../contract/route'
import { Instant } from '../../contract/route'
import { day, later, minute } from '../../contract/time'
import { openPhones, type Phones } from '../../tests/fixtures/phones'
import { type Database, scratchDatabase } from '../local/database'
import type { How } from '../local/sandbox/faults'
import { sandboxTemplates } from '../local/sandbox/templates'
import type { Caller } from '../platform/bind'
import { httpApp } from '../platform/http'
import { silentLog } from '../platform/log'
import { type ItemKey, outbox } from '../platform/outbox'
import { OWED_SHARDS, shardOf } from '../platform/table'
import { idOf, tagger } from '../platform/tag'
import type { DispatchDeps } from './deps'
import { dispatch, MOST_FAILURES, sweep } from './dispatch'
import { noticesOf } from './index'
import { type Addressee, owe } from './owed'
import { filedUnder } from './person'
import { noticeRoutes } from './routes'
import { notices } from './store'

// Two loaded cores are slow; what is tested here does not depend on it.
jest.setTimeout(30_000)

const start = Instant.parse('2026-11-18T01:00:00.000Z')
const tag = tagger('a key of the tests, 32 characters')
const templates = { villager: sandboxTemplates.villager.id, staff: sandboxTemplates.staff.id }
const cadre = (n: number) => CadreId.parse(idOf('cadre', String(n)))
const [chen, li, mo] = [cadre(1), cadre(2), cadre(3)]
const [farming, water] = ['农业局', '水利局'].map((name) => UnitId.parse(idOf('unit', name))) as [UnitId, UnitId]
const villager = AccountId.parse(idOf('account', 'villager'))

let database: Database
let phones: Phones
let now: Instant
beforeAll(async () => {
  const persons = [chen, li, villager].map((id, i) => ({ id, label: ['陈建华', '李明', '韦大娘'][i]!, phone: `1990775000${i}` }))
  phones = await openPhones(persons, () => now, { stallMs: 3000 })
})
afterAll(() => phones.close())
beforeEach(async () => {
  now = start
  await phones.post('/reset', {})
  database = await scratchDatabase()
})
afterEach(() => database.close())

async function setup(change: Partial<DispatchDeps> = {}) {
  const store = notices(database.table)
  const known: Record<string, string> = {}
  for (const id of [chen, li, villager]) {
    known[id] = await phones.meet(id)
    await phones.agree(id, templates.villager, templates.staff)
  }
  const deps: DispatchDeps = {
    outbox: outbox(database.table),
    notices: store,
    staffOf: async (unit) => (unit === farming ? [chen, mo] : [li]),
    mayLearn: async () => true,
    ticketAt: async () => undefined,
    wake: {},
    openidsOf: async (person) => ['cadreId' in person ? known[person.cadreId] : known[villager]].flatMap((openid) => openid ?? []),
    wechat: phones.client(silentLog),
    templates,
    tag,
    clock: () => now,
    log: silentLog,
    ...change,
  }
  return { deps, store, pass: (milliseconds: number) => (now = later(now, milliseconds)) }
}

let made = 0

/** An item that owes notices, as a ticket's head does. */
async function owing(to: Addressee[], more: Record<string, unknown> = {}): Promise<ItemKey & { id: string }> {
  const id = idOf('ticket', String(++made))
  const key = { pk: `$jnj#id_${id}`, sk: '$ticket_1' }
  const owed = { owedAt: now, owedTries: 0, owedShard: shardOf(id), owedpk: `owed#${shardOf(id)}`, owedsk: now }
  const facts = { number: 'T20261118-0043', kind: 'complaint', dueAt: later(now, 9 * day), respondBy: later(now, day), barred: [water] }
  const item = { ...key, id, version: 1, outbox: owe(id, 'letterArrived', now, ...to), ...facts, senderTag: tag('sender', villager) }
  await database.table.client.send(new PutCommand({ TableName: database.table.name, Item: { ...item, ...owed, ...more } }))
  return { ...key, id }
}

const toChen: Addressee = { to: 'cadre', cadreId: chen }
const arrivedAt = async (person: string) => (await phones.messages(person)).length

test('two dispatchers at once tell each person once, whoever they are told as', async () => {
  const { deps, store } = await setup()
  const key = await owing([toChen, { to: 'desk', unitId: farming }, { to: 'sender' }])
  await Promise.all([dispatch(key, deps), dispatch(key, deps), sweep(deps)])
  const told = await store.about(key.id)
  expect(told.map(({ role, state, tries }) => [role, state, tries]).sort()).toEqual([
    ['cadre', 'sent', 1],
    // No account: the inbox has it at once.
    ['desk', 'inboxOnly', 0],
    ['sender', 'sent', 1],
  ])
  expect([await arrivedAt(chen), await arrivedAt(villager)]).toEqual([1, 1])
  expect(await deps.outbox.read(key)).toMatchObject({ outbox: [], version: 2 })
  expect(await deps.outbox.due(later(now, 365 * day)).then(({ keys }) => keys.filter(({ pk }) => pk.includes(key.id)))).toEqual([])
})

test('a message says number, kind and deadline, and nothing of what the item holds beside', async () => {
  const { deps } = await setup()
  await dispatch(await owing([toChen], { title: '路灯坏了', place: '桃冲村 3 组', headName: '韦大娘' }), deps)
  const [message] = await phones.messages(chen)
  expect(message?.fields.map(({ value }) => value)).toEqual(['T20261118-0043', '投诉', '有新来信', '请在11月19日 09:00 前处理'])
  expect(JSON.stringify(message)).not.toMatch(/路灯|桃冲|韦/)
})

test('a crash between sending and recording costs one more message and no more', async () => {
  const { deps, store, pass } = await setup()
  const key = await owing([toChen])
  const crashing = { ...store, change: () => Promise.reject(new Error('the machine is gone')) }
  await dispatch(key, { ...deps, notices: crashing })
  expect(await arrivedAt(chen)).toBe(1)
  await sweep(deps)
  expect(await arrivedAt(chen)).toBe(1)
  pass(minute)
  await phones.agree(chen, templates.staff)
  await Promise.all([sweep(deps), sweep(deps)])
  expect(await arrivedAt(chen)).toBe(2)
  pass(40 * day)
  expect(await sweep(deps)).toBe(0)
  expect(await noticesOf(store, key.id)).toMatchObject([{ to: '结对干部', delivery: 'sent', tries: 2 }])
})

test('a crash before the outbox is emptied makes no second notice', async () => {
  const { deps, store, pass } = await setup()
  const key = await owing([toChen])
  await dispatch(key, { ...deps, outbox: { ...deps.outbox, clear: () => Promise.reject(new Error('the machine is gone')) } })
  pass(minute)
  await sweep(deps)
  expect(await store.about(key.id)).toHaveLength(1)
  expect(await arrivedAt(chen)).toBe(1)
})

test('whoever must not learn of it gets no notice, and nothing is stored', async () => {
  const { deps, store } = await setup({ mayLearn: async (source, id) => source['number'] === 'T20261118-0043' && id !== chen })
  const key = await owing([toChen, { to: 'desk', unitId: water }])
  await dispatch(key, deps)
  expect((await store.about(key.id)).map(({ cadreId }) => cadreId)).toEqual([li])
  expect(await store.inbox(filedUnder({ cadreId: chen }), 10)).toEqual([])
  expect(await arrivedAt(chen)).toBe(0)
})

test('whoever comes to be barred before a delayed delivery is not told, and it vanishes', async () => {
  let barred = false
  const { deps, store, pass } = await setup({ mayLearn: async () => !barred })
  const key = await owing([toChen])
  await phones.fail('send', 'busy', 'once')
  await dispatch(key, deps)
  expect(await store.about(key.id)).toMatchObject([{ state: 'pending', tries: 1 }])
  barred = true
  pass(minute)
  await sweep(deps)
  expect([await store.about(key.id), await arrivedAt(chen)]).toEqual([[], 0])
})

test.each<[How, string]>([
  ['noGrant', 'inboxOnly'],
  ['badOpenid', 'inboxOnly'],
  ['badTemplate', 'inboxOnly'],
  ['badData', 'inboxOnly'],
])('refused for good by %s, the inbox has it and nothing more is tried', async (how, state) => {
  const { deps, store, pass } = await setup()
  await phones.fail('send', how, 'always')
  const key = await owing([toChen])
  await dispatch(key, deps)
  expect(await store.about(key.id)).toMatchObject([{ state, tries: 1 }])
  pass(2 * day)
  expect(await sweep(deps)).toBe(0)
  expect(await store.inbox(filedUnder({ cadreId: chen }), 10)).toMatchObject([{ sourceId: key.id }])
})

test.each<How>(['timeout', 'busy', 'serverError', 'nonsense', 'expiredToken'])('after %s it goes out a minute later', async (how) => {
  const { deps, store, pass } = await setup()
  await phones.fail('send', how, how === 'expiredToken' ? 2 : 'once')
  const key = await owing([toChen])
  await dispatch(key, deps)
  expect(await store.about(key.id)).toMatchObject([{ state: 'pending', tries: 1, owedAt: later(now, minute) }])
  pass(minute - 1)
  await sweep(deps)
  expect(await arrivedAt(chen)).toBe(0)
  pass(1)
  await sweep(deps)
  expect(await store.about(key.id)).toMatchObject([{ state: 'sent', tries: 2 }])
  expect(await arrivedAt(chen)).toBe(1)
})

test('where one telephone refuses for good, the other one of the same person is tried', async () => {
  const { deps } = await setup()
  const known = await phones.meet(chen)
  const key = await owing([toChen])
  await dispatch(key, { ...deps, openidsOf: async () => ['o-of-a-former-telephone', known] })
  expect(await noticesOf(deps.notices, key.id)).toMatchObject([{ delivery: 'sent', tries: 1 }])
  expect(await arrivedAt(chen)).toBe(1)
})

test('a used-up quota parks it until midnight in Shanghai', async () => {
  const { deps, store, pass } = await setup()
  await phones.fail('send', 'quota', 'once')
  const key = await owing([toChen])
  await dispatch(key, deps)
  pass(15 * 60 * minute - 1)
  await sweep(deps)
  expect(await arrivedAt(chen)).toBe(0)
  pass(1)
  await sweep(deps)
  expect(await store.about(key.id)).toMatchObject([{ state: 'sent', tries: 2 }])
})

test('an item that always fails is set aside after ten times and never holds up its neighbours', async () => {
  const { deps, store, pass } = await setup()
  const events: string[] = []
  const log = { ...silentLog, error: (event: string) => void events.push(event) }
  const broken = await owing([toChen], { outbox: [{ step: 's', to: { to: 'nobody' } }] })
  const key = await owing([toChen])
  await sweep({ ...deps, log })
  expect(await store.about(key.id)).toMatchObject([{ state: 'sent' }])
  for (let i = 1; i < MOST_FAILURES; i++) {
    pass(60 * minute)
    await sweep({ ...deps, log })
  }
  expect(events).toEqual([...Array<string>(MOST_FAILURES - 1).fill('owed.pushedBack'), 'owed.setAside'])
  const item = await deps.outbox.read(broken)
  expect(item).toMatchObject({ setAside: true, outbox: [{}] })
  expect(item).not.toHaveProperty('owedsk')
  pass(30 * day)
  expect(await sweep(deps)).toBe(0)
})

test('a sweep finds what every shard owes, beyond one look', async () => {
  const { deps } = await setup({ openidsOf: async () => [] })
  const shards = [...Array(OWED_SHARDS).keys(), ...Array<number>(120).fill(3)]
  await Promise.all(shards.map((shard) => owing([toChen], { owedpk: `owed#${shard}` })))
  expect(await sweep(deps)).toBe(128)
  expect((await deps.outbox.due(now)).keys).toEqual([])
})

test("a request to be tied tells its account, under the account's tag", async () => {
  const { deps, store } = await setup()
  const key = await owing([{ to: 'sender' }], { senderTag: undefined, accountId: villager, number: undefined, kind: undefined })
  await dispatch(key, deps)
  expect(await store.about(key.id)).toMatchObject([{ state: 'sent', addressee: filedUnder({ senderTag: tag('sender', villager) }) }])
})

const staffIs = (cadreId: CadreId, unitId = farming) => ({ cadreId, unitId, name: '陈建华', unitName: '农业局' })

function inboxOf(caller: Partial<Caller>) {
  const bound = noticeRoutes({ notices: notices(database.table), tag, templates })
  const whole: Caller = { accountId: AccountId.parse(idOf('account', 'someone')), roles: ['visitor'] as Role[], ...caller }
  const app = httpApp({ bound, recognise: async () => whole, clock: () => now, log: silentLog })
  return client(contract, async ({ method, url, body }) => {
    const headers = { authorization: 'Bearer x' }
    const response = await app.request(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    return { status: response.status, body: await response.json() }
  })
}

test('an inbox shows own notices, newest first, page by page, read once opened', async () => {
  const { deps, pass } = await setup({ openidsOf: async () => [] })
  const [me, account] = [cadre(7), AccountId.parse(idOf('account', 'both'))]
  for (let i = 0; i < 23; i++) {
    pass(1000)
    const to: Addressee = i % 2 ? { to: 'cadre', cadreId: me } : { to: 'sender' }
    await dispatch(await owing([to], { senderTag: tag('sender', account), number: `T20261118-${1000 + i}` }), deps)
  }
  const call = inboxOf({ accountId: account, staff: staffIs(me) })
  const first = await call('GET /v1/inbox', { query: {} })
  if ('problem' in first) throw new Error(first.problem)
  const second = await call('GET /v1/inbox', { query: { after: first.next } })
  if ('problem' in second) throw new Error(second.problem)
  const numbers = [...first.items, ...second.items].map(({ ticket }) => Number(ticket?.number.slice(-4)))
  expect(numbers).toEqual(Array.from({ length: 23 }, (_, i) => 1022 - i))
  expect([first.items[0]?.read, first.items[0]?.delivery]).toEqual([false, 'inboxOnly'])

  const { id } = first.items[3]!
  expect(await call('POST /v1/inbox/{id}/read', { params: { id } })).toEqual({})
  expect(await call('POST /v1/inbox/{id}/read', { params: { id } })).toEqual({})
  const again = await call('GET /v1/inbox', { query: {} })
  expect('items' in again && again.items.map(({ read }) => read)).toEqual(first.items.map((item) => item.id === id))

  const other = inboxOf({ staff: staffIs(cadre(8)) })
  expect(await other('GET /v1/inbox', { query: {} })).toEqual({ items: [] })
  expect(await other('POST /v1/inbox/{id}/read', { params: { id } })).toMatchObject({ problem: 'notFound' })
  expect(await other('GET /v1/inbox', { query: { after: 'nonsense' } })).toMatchObject({ problem: 'badInput', fields: ['after'] })
})

test('a cadre who moves to the unit complained about no longer sees the notice of it', async () => {
  const { deps } = await setup({ openidsOf: async () => [] })
  const me = cadre(9)
  await dispatch(await owing([{ to: 'cadre', cadreId: me }]), deps)
  const seen = async (unit: UnitId) => inboxOf({ staff: staffIs(me, unit) })('GET /v1/inbox', { query: {} })
  expect(await seen(farming)).toMatchObject({ items: [{ occasion: 'letterArrived' }] })
  expect(await seen(water)).toEqual({ items: [] })
})
