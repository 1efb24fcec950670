import { Instant } from '../../../contract/route'
import { hour, later, minute } from '../../../contract/time'
import { openPhones, type Phones } from '../../../tests/fixtures/phones'
import type { Log } from '../../platform/log'
import type { How } from './faults'
import { openidOf } from './people'
import { sandboxApp } from './sandbox'
import { sandboxSms } from './sms'
import { sandboxTemplates } from './templates'

// Two loaded cores are slow; what is tested here does not depend on it.
jest.setTimeout(30_000)

const wei = { id: 'household-1', label: '韦大娘', phone: '19907750001' }
const qin = { id: 'household-2', label: '覃阿公' }
const template = sandboxTemplates.villager.id
const openid = openidOf(wei.id)
const data = { character_string1: 'T20261118-0043', phrase2: '求助', thing3: '有了答复', thing4: '11月25日 17:00 前' }
const message = { openid, template, page: 'pages/home/screen', data }

let now: Instant
let phones: Phones
let logged: string[]
beforeEach(async () => {
  now = Instant.parse('2026-11-18T01:00:00.000Z')
  logged = []
  phones = await openPhones([wei, qin], () => now, { stallMs: 3000 })
})
afterEach(() => phones.close())

const note =
  (level: string) =>
  (...parts: unknown[]) =>
    void logged.push(`${level} ${JSON.stringify(parts)}`)
const log: Log = { info: note('info'), warn: note('warn'), error: note('error') }
const client = () => phones.client(log)
const refused = (code: number) => ({ failure: 'permanent', code })
const tokensFetched = () => phones.asked.filter((path) => path.endsWith('/stable_token')).length
const known = async () => {
  await phones.meet(wei.id)
  await phones.agree(wei.id, template)
}

test('a sign-in code gives the openid once, within 5 minutes', async () => {
  const code = await phones.loginCode(wei.id)
  expect(await client().openidOf(code)).toEqual({ openid })
  expect(await client().openidOf(code)).toEqual(refused(40163))
  expect(await client().openidOf('made-up')).toEqual(refused(40029))
  const late = await phones.loginCode(wei.id)
  now = later(now, 5 * minute)
  expect(await client().openidOf(late)).toEqual(refused(40029))
  expect(openid).toMatch(/^o[\w-]{27}$/)
})

test('a hundred sign-ins a minute are enough', async () => {
  for (let i = 0; i < 100; i++) await client().openidOf(await phones.loginCode(wei.id))
  expect(await client().openidOf(await phones.loginCode(wei.id))).toEqual({ failure: 'transient', code: 45011 })
  now = later(now, minute)
  expect(await client().openidOf(await phones.loginCode(wei.id))).toEqual({ openid })
})

test('a wrong secret is for an operator to mend, and is told to nobody', async () => {
  const wrong = phones.client(log, { secret: 'another-secret-entirely' })
  expect(await wrong.openidOf(await phones.loginCode(wei.id))).toEqual({ failure: 'transient', code: 40125 })
  expect(await wrong.send(message)).toEqual({ failure: 'transient', code: 40125 })
  expect(logged.join()).not.toContain('another-secret')
})

test('the phone-number code gives the number once, within 5 minutes', async () => {
  const code = await phones.phoneCode(wei.id)
  const wechat = client()
  expect(await wechat.phoneOf(code)).toEqual({ phone: wei.phone })
  expect(await wechat.phoneOf(code)).toEqual(refused(40029))
  const late = await phones.phoneCode(wei.id)
  now = later(now, 5 * minute)
  expect(await wechat.phoneOf(late)).toEqual(refused(40029))
  expect(await phones.post('/phone-code', { person: qin.id })).toMatchObject({ status: 409 })
})

test('one consent is one message, which shows number, kind and deadline', async () => {
  await known()
  const wechat = client()
  expect(await wechat.send(message)).toEqual({ sent: true })
  expect(await wechat.send(message)).toEqual(refused(43101))
  const [arrived, ...more] = await phones.messages(wei.id)
  expect(more).toEqual([])
  expect(arrived?.fields.map(({ value }) => value)).toEqual(Object.values(data))
  expect(await phones.messages(qin.id)).toEqual([])
})

test('a long-term consent lasts', async () => {
  const lasting = await openPhones([wei], () => now, { templates: [{ ...sandboxTemplates.villager, longTerm: true }] })
  await lasting.meet(wei.id)
  await lasting.agree(wei.id, template)
  for (let i = 0; i < 3; i++) expect(await lasting.client(log).send(message)).toEqual({ sent: true })
  await lasting.close()
})

test.each([
  [40003, { openid: openidOf('a stranger') }],
  [40037, { template: 'no-such-template' }],
  [47003, { data: { ...data, thing3: '一'.repeat(21) } }],
  [47003, { data: { ...data, thing4: '' } }],
  [47003, { data: { ...data, phrase2: '求助a' } }],
  [47003, { data: { ...data, character_string1: '编号' } }],
])('what can never go out is refused for good with %i', async (code, wrong) => {
  await known()
  expect(await client().send({ ...message, ...wrong })).toEqual(refused(code))
  expect(await phones.messages(wei.id)).toEqual([])
})

test('a token serves until 5 minutes before its end, and callers at once share one fetch', async () => {
  await phones.meet(wei.id)
  const wechat = client()
  await Promise.all([1, 2, 3, 4].map(() => wechat.send(message)))
  expect(tokensFetched()).toBe(1)
  now = later(now, 2 * hour - 5 * minute - 1)
  await wechat.send(message)
  expect(tokensFetched()).toBe(1)
  now = later(now, 1)
  await wechat.send(message)
  expect(tokensFetched()).toBe(2)
})

test.each([
  ['expiredToken', 42001],
  ['wrongToken', 40001],
] as const)('%s: the token is fetched anew once, and the message goes out', async (how, code) => {
  await known()
  await phones.agree(wei.id, template)
  const wechat = client()
  expect(await wechat.send(message)).toEqual({ sent: true })
  await phones.fail('send', how, 'once')
  expect(await wechat.send(message)).toEqual({ sent: true })
  expect(tokensFetched()).toBe(2)
  await phones.fail('send', how, 'always')
  expect(await wechat.send(message)).toEqual({ failure: 'transient', code })
  expect(tokensFetched()).toBe(3)
})

test('a token that WeChat has forgotten is replaced', async () => {
  const wechat = client()
  await phones.meet(wei.id)
  await wechat.send(message)
  await phones.post('/reset', {})
  await phones.agree(wei.id, template)
  expect(await wechat.send(message)).toEqual({ sent: true })
})

test('the token fetched anew is never forced: other machines keep theirs', async () => {
  const body = (forced: boolean) => ({
    grant_type: 'client_credential',
    appid: sandboxApp.appId,
    secret: sandboxApp.secret,
    force_refresh: forced,
  })
  const grant = async (forced = false) => (await phones.post('/api/cgi-bin/stable_token', body(forced))).json
  const first = await grant()
  await client().send(message)
  expect(await grant()).toEqual(first)
  expect(await grant(true)).not.toEqual(first)
})

test.each<[How, object]>([
  ['noGrant', refused(43101)],
  ['quota', { failure: 'quota', code: 45009 }],
  ['busy', { failure: 'transient', code: -1 }],
  ['timeout', { failure: 'transient', code: 'timeout' }],
  ['serverError', { failure: 'transient', code: 'badStatus' }],
  ['nonsense', { failure: 'transient', code: 'unreadable' }],
])('WeChat made to fail by %s, once, does it once', async (how, failure) => {
  await known()
  const wechat = client()
  await phones.fail('send', how, 'once')
  expect(await wechat.send(message)).toEqual(failure)
  expect(await wechat.send(message)).toEqual({ sent: true })
})

test('WeChat that cannot be reached is a failure like any other', async () => {
  const gone = phones.client(log, { baseUrl: 'http://127.0.0.1:1' })
  expect(await gone.send(message)).toEqual({ failure: 'transient', code: 'unreachable' })
})

test('no secret, token, openid or number is in the log of any failure', async () => {
  const wechat = client()
  for (const how of ['timeout', 'serverError', 'nonsense', 'quota', 'wrongToken'] as const) {
    for (const api of ['code2session', 'send', 'getuserphonenumber', 'stable_token'] as const) await phones.fail(api, how, 'once')
    await wechat.openidOf('the-login-code')
    await wechat.send(message)
    await wechat.phoneOf('the-phone-code')
  }
  expect(logged.length).toBeGreaterThan(10)
  expect(logged.join('\n')).not.toMatch(new RegExp([sandboxApp.secret, 'sandbox_', openid, wei.phone, 'the-', 'T2026'].join('|')))
})

test('a code by SMS arrives at the number, or the caller learns that it did not', async () => {
  const sms = sandboxSms(`${phones.url}/api`, { clock: () => now, log, timeoutMs: 1000 })
  expect(await sms.sendCode(wei.phone, '271828')).toEqual({ sent: true })
  expect(JSON.stringify(await phones.messages(wei.id))).toContain('271828')
  await phones.fail('sms', 'timeout', 'once')
  expect(await sms.sendCode(wei.phone, '314159')).toEqual({ failure: 'unsure', code: 'timeout' })
})
