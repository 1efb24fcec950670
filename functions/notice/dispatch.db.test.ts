import type { Role } from '../../contract/route'
import { AccountId } from '../../contract/account'
import { client } from '../../contract/client'
import { contract } from '../../contract/contract'
import type { CadreId, UnitId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import { day, hour, later, minute } from '../../contract/time'
import { openTelling, people, type Telling } from '../../tests/fixtures/telling'
import type { How } from '../local/sandbox/faults'
import type { Caller } from '../platform/bind'
import { httpApp } from '../platform/http'
import { silentLog } from '../platform/log'
import { OWED_SHARDS } from '../platform/table'
import { idOf } from '../platform/tag'
import type { DispatchDeps } from './deps'
import { dispatch, MOST_FAILURES, sweep } from './dispatch'
import { noticesOf } from './index'
import { ledger } from './ledger'
import type { Addressee } from './owed'
import { filedUnder } from './person'
import { noticeRoutes } from './routes'
import { notices } from './store'

// Two loaded cores are slow; what is tested here does not depend on it.
jest.setTimeout(30_000)

let telling: Telling
let now: () => Instant
beforeAll(async () => {
  telling = await openTelling()
  now = telling.now
})
afterAll(() => telling.close())
beforeEach(() => telling.renew())

const { chen, li, villager, farming, water, cadre } = people

/** What the product does over the table, and its store. */
const setup = (change: Partial<DispatchDeps> = {}) => {
  const deps = telling.deps(change)
  return { deps, store: deps.notices, pass: telling.pass, owing: telling.owing, phones: telling.phones }
}

/** Lets nobody learn of what `hides` says, or everybody of everything. */
const knowing = (mayLearn: (source: Readonly<Record<string, unknown>>, id: CadreId) => boolean): Partial<DispatchDeps> => ({
  knower: async (id) => ({ unitId: farming, mayLearn: (source) => mayLearn(source, id) }),
})
const unreached: Partial<DispatchDeps> = { reachOf: async () => ({ accounts: [], phone: async () => undefined }) }

const toChen: Addressee = { to: 'cadre', cadreId: chen }
const arrivedAt = async (person: string) => (await telling.arrived(person)).length

test('two dispatchers at once tell each person once, whoever they are told as', async () => {
  const { deps, store } = setup()
  const key = await telling.owing([toChen, { to: 'desk', unitId: farming }, { to: 'sender' }])
  await Promise.all([dispatch(key, deps), dispatch(key, deps), sweep(deps)])
  const told = await store.about(key.id)
  expect(told.map(({ role, state, wechat }) => [role, state, wechat.tries]).sort()).toEqual([
    ['cadre', 'sent', 1],
    // No account: the inbox has it at once.
    ['desk', 'inboxOnly', 0],
    ['sender', 'sent', 1],
  ])
  expect([await arrivedAt(chen), await arrivedAt(villager)]).toEqual([1, 1])
  expect(await deps.outbox.read(key)).toMatchObject({ outbox: [], version: 2 })
  expect(await deps.outbox.due(later(now(), 365 * day)).then(({ keys }) => keys.filter(({ pk }) => pk.includes(key.id)))).toEqual([])
})

test('a message says number, kind and deadline, and nothing of what the item holds beside', async () => {
  const { deps } = setup()
  await dispatch(
    await telling.owing([toChen], { number: 'T20261118-0043', title: '路灯坏了', place: '桃冲村 3 组', headName: '韦大娘' }),
    deps,
  )
  const [message] = await telling.phones.messages(chen)
  expect(message?.fields.map(({ value }) => value)).toEqual(['T20261118-0043', '投诉', '快到期了', '请在11月19日 09:00 前处理'])
  expect(JSON.stringify(message)).not.toMatch(/路灯|桃冲|韦/)
})

test('a crash between sending and recording costs one more message and no more', async () => {
  const { deps, store, pass } = setup()
  const key = await telling.owing([toChen])
  const crashing = { ...store, change: () => Promise.reject(new Error('the machine is gone')) }
  await dispatch(key, { ...deps, notices: crashing })
  expect(await arrivedAt(chen)).toBe(1)
  await sweep(deps)
  expect(await arrivedAt(chen)).toBe(1)
  pass(minute)
  await telling.phones.agree(chen, telling.templates.staff)
  await Promise.all([sweep(deps), sweep(deps)])
  expect(await arrivedAt(chen)).toBe(2)
  pass(40 * day)
  expect(await sweep(deps)).toBe(0)
  expect(await noticesOf(store, key.id)).toMatchObject([{ to: '结对干部', delivery: 'sent', tries: 2 }])
})

test('a crash before the outbox is emptied makes no second notice', async () => {
  const { deps, store, pass } = setup()
  const key = await telling.owing([toChen])
  await dispatch(key, { ...deps, outbox: { ...deps.outbox, clear: () => Promise.reject(new Error('the machine is gone')) } })
  pass(minute)
  await sweep(deps)
  expect(await store.about(key.id)).toHaveLength(1)
  expect(await arrivedAt(chen)).toBe(1)
})

test('whoever must not learn of it gets no notice, and nothing is stored', async () => {
  const { deps, store } = setup(knowing((source, id) => source['kind'] === 'complaint' && id !== chen))
  const key = await telling.owing([toChen, { to: 'desk', unitId: water }])
  await dispatch(key, deps)
  expect((await store.about(key.id)).map(({ cadreId }) => cadreId)).toEqual([li])
  expect(await store.inbox(filedUnder({ cadreId: chen }), 10)).toEqual([])
  expect(await arrivedAt(chen)).toBe(0)
})

test('whoever comes to be barred before a delayed delivery is not told, and it vanishes', async () => {
  let barred = false
  const { deps, store, pass } = setup(knowing(() => !barred))
  const key = await telling.owing([toChen])
  await telling.phones.fail('send', 'busy', 'once')
  await dispatch(key, deps)
  expect(await store.about(key.id)).toMatchObject([{ state: 'pending', wechat: { state: 'waiting', tries: 1 } }])
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
  const { deps, store, pass } = setup()
  await telling.phones.fail('send', how, 'always')
  const key = await telling.owing([toChen])
  await dispatch(key, deps)
  expect(await store.about(key.id)).toMatchObject([{ state, wechat: { state: 'refused', tries: 1 } }])
  pass(2 * day)
  expect(await sweep(deps)).toBe(0)
  expect(await store.inbox(filedUnder({ cadreId: chen }), 10)).toMatchObject([{ sourceId: key.id }])
})

test.each<How>(['timeout', 'busy', 'serverError', 'nonsense', 'expiredToken'])('after %s it goes out a minute later', async (how) => {
  const { deps, store, pass } = setup()
  await telling.phones.fail('send', how, how === 'expiredToken' ? 2 : 'once')
  const key = await telling.owing([toChen])
  await dispatch(key, deps)
  expect(await store.about(key.id)).toMatchObject([{ state: 'pending', wechat: { tries: 1 }, owedAt: later(now(), minute) }])
  pass(minute - 1)
  await sweep(deps)
  expect(await arrivedAt(chen)).toBe(0)
  pass(1)
  await sweep(deps)
  expect(await store.about(key.id)).toMatchObject([{ state: 'sent', wechat: { state: 'sent', tries: 2 } }])
  expect(await arrivedAt(chen)).toBe(1)
})

test('where one telephone refuses for good, the other one of the same person is tried', async () => {
  const { deps } = setup()
  const key = await telling.owing([toChen])
  await dispatch(key, {
    ...deps,
    reachOf: async () => ({
      accounts: [{ id: villager, openid: 'o-of-a-former-telephone' }, telling.accounts[chen]!],
      phone: async () => undefined,
    }),
  })
  expect(await noticesOf(deps.notices, key.id)).toMatchObject([{ delivery: 'sent', tries: 1 }])
  expect(await arrivedAt(chen)).toBe(1)
})

test('a used-up quota parks it until midnight in Shanghai, and the night until the morning', async () => {
  const { deps, store, pass } = setup()
  await telling.phones.fail('send', 'quota', 'once')
  const key = await telling.owing([toChen])
  await dispatch(key, deps)
  pass(22 * hour - 1)
  await sweep(deps)
  expect(await arrivedAt(chen)).toBe(0)
  pass(20 * minute)
  await sweep(deps)
  expect(await store.about(key.id)).toMatchObject([{ state: 'sent', wechat: { state: 'sent', tries: 2 } }])
})

test('an item that always fails is set aside after ten times and never holds up its neighbours', async () => {
  const { deps, store, pass } = setup()
  const events: string[] = []
  const log = { ...silentLog, error: (event: string) => void events.push(event) }
  const broken = await telling.owing([toChen], { outbox: [{ step: 's', to: { to: 'nobody' } }] })
  const key = await telling.owing([toChen])
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
  const { deps } = setup(unreached)
  const shards = [...Array(OWED_SHARDS).keys(), ...Array<number>(120).fill(3)]
  await Promise.all(shards.map((shard) => telling.owing([toChen], { owedpk: `owed#${shard}` })))
  expect(await sweep(deps)).toBe(128)
  expect((await deps.outbox.due(now())).keys).toEqual([])
})

test("a request to be tied tells its account, under the account's tag", async () => {
  const { deps, store } = setup()
  const key = await telling.owing([{ to: 'sender' }], { senderTag: undefined, accountId: villager, number: undefined, kind: undefined })
  await dispatch(key, deps)
  expect(await store.about(key.id)).toMatchObject([
    { state: 'sent', addressee: filedUnder({ senderTag: telling.tag('sender', villager) }) },
  ])
})

const staffIs = (cadreId: CadreId, unitId = farming) => ({ cadreId, unitId, unitIds: [unitId], name: '陈建华', unitName: '农业局' })

function inboxOf(caller: Partial<Caller>, knower = telling.deps().knower) {
  const { tag, templates, table } = telling
  const bound = noticeRoutes({ notices: notices(table()), ledger: ledger(table()), knower, tag, templates })
  const whole: Caller = { accountId: AccountId.parse(idOf('account', 'someone')), roles: ['visitor'] as Role[], ...caller }
  const app = httpApp({ bound, recognise: async () => whole, clock: now, log: silentLog })
  return client(contract, async ({ method, url, body }) => {
    const headers = { authorization: 'Bearer x' }
    const response = await app.request(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    return { status: response.status, body: await response.json() }
  })
}

test('an inbox shows own notices, newest first, page by page, read once opened', async () => {
  const { deps, pass } = setup(unreached)
  const [me, account] = [cadre(7), AccountId.parse(idOf('account', 'both'))]
  for (let i = 0; i < 23; i++) {
    pass(1000)
    const to: Addressee = i % 2 ? { to: 'cadre', cadreId: me } : { to: 'sender' }
    await dispatch(await telling.owing([to], { senderTag: telling.tag('sender', account), number: `T20261118-${1000 + i}` }), deps)
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
  const { deps } = setup(unreached)
  const me = cadre(9)
  await dispatch(await telling.owing([{ to: 'cadre', cadreId: me }]), deps)
  const movedTo =
    (unit: UnitId): DispatchDeps['knower'] =>
    async () => ({ unitId: unit, mayLearn: ({ barred }) => !JSON.stringify(barred).includes(unit) })
  const seen = async (unit: UnitId) => inboxOf({ staff: staffIs(me, unit) }, movedTo(unit))('GET /v1/inbox', { query: {} })
  expect(await seen(farming)).toMatchObject({ items: [{ occasion: 'warning' }] })
  expect(await seen(water)).toEqual({ items: [] })
})
