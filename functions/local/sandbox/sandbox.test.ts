import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Instant } from '../../../contract/route'
import { openPhones, type Phones } from '../../../tests/fixtures/phones'
import { silentLog } from '../../platform/log'
import { memory } from './memory'
import { openidOf } from './people'
import { sandboxTemplates, wrongField } from './templates'

// Two loaded cores are slow; what is tested here does not depend on it.
jest.setTimeout(30_000)

const wei = { id: 'household-1', label: '韦大娘', phone: '19907750001' }
const now = Instant.parse('2026-11-18T01:00:00.000Z')

let folder: string
let phones: Phones
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'))
  phones = await openPhones([wei], () => now)
})
afterEach(async () => {
  await phones.close()
  rmSync(folder, { recursive: true })
})

const arrived = { at: now, by: 'wechat' as const, person: wei.id, title: '提醒', fields: [] }

test('a restart remembers who signed in, what they agreed to and what arrived, even with a torn last line', () => {
  const file = path.join(folder, 'deep', 'sandbox.jsonl')
  const before = memory(file)
  before.meet(wei.id)
  before.grant(wei.id, 't', 1)
  before.grant(wei.id, 't', 1)
  before.grant(wei.id, 't', -1)
  before.arrive(arrived)
  before.arrive({ ...arrived, title: '再提醒' })
  appendFileSync(file, '{"what":"arri')
  const after = memory(file)
  expect([after.met(), after.left(wei.id, 't')]).toEqual([[wei.id], 1])
  expect(after.messages().map(({ id, title }) => [id, title])).toEqual([
    [2, '再提醒'],
    [1, '提醒'],
  ])
  after.reset()
  const emptied = memory(file)
  expect([emptied.messages(), emptied.left(wei.id, 't'), emptied.met()]).toEqual([[], 0, [wei.id]])
})

test.each([
  ['time1', ['15:01', '2019年10月1日 15:01', '9:00~10:00'], ['15.01', '明天']],
  ['date1', ['2019年10月1日', '2019-10-01', '10月1日', '2019年10月1日 15:01'], ['十月一日', '20191001']],
  ['thing1', ['二十个字以内都行,含 ABC 和符号!'], ['', '一'.repeat(21), '换\n行']],
  ['phrase1', ['已办结'], ['六个汉字太长', 'ABC', '求助!']],
  ['character_string1', ['T20261118-0043', '-'], ['编号', 'x'.repeat(33)]],
  ['number1', ['12', '-3.5'], ['12a']],
  ['amount1', ['¥100.50', '3元'], ['一百元']],
  ['phone_number1', ['+86-0775-6688'], ['没有']],
  ['name1', ['陈建华', 'Chen'], ['陈1']],
  ['nonsense1', [], ['什么都不行']],
])('a field %s has the form that WeChat asks for', (key, right, wrong) => {
  const template = { ...sandboxTemplates.staff, fields: { [key]: '标签' } }
  for (const value of right) expect([value, wrongField(template, { [key]: { value } })]).toEqual([value, undefined])
  for (const value of wrong) expect([value, wrongField(template, { [key]: { value } })]).toEqual([value, key])
})

test.each(['/login', '/phone-code', '/grant', '/fail'])('the door %s refuses what it does not understand', async (door) => {
  for (const body of ['not json', '[]', { person: 'nobody', templates: [] }, { person: 7 }])
    expect((await phones.post(door, body)).status).toBeGreaterThanOrEqual(400)
})

test('the page for people comes with its style and script, and offers people by name', async () => {
  const get = async (file: string) => (await fetch(`${phones.url}${file}`)).text()
  expect(await get('/')).toContain('手机收到的消息')
  expect(await get('')).toContain('手机收到的消息')
  expect(await get('/page.css')).toContain('--field')
  expect(await get('/page.js')).toContain('setInterval')
  expect(JSON.parse(await get(`/persons?find=${encodeURIComponent('韦')}`))).toEqual({ items: [wei] })
  expect(JSON.parse(await get('/persons?find=x'))).toEqual({ items: [] })
})

test('a fault can be set to so many times, for ever, and off', async () => {
  const openid = await phones.meet(wei.id)
  const wechat = phones.client(silentLog)
  const codes = async (count: number) => {
    const message = { openid, template: sandboxTemplates.staff.id, page: '', data: {} }
    const answers: unknown[] = []
    for (let i = 0; i < count; i++) answers.push(await wechat.send(message))
    return answers.map((answer) => (answer as { code?: number }).code)
  }
  await phones.fail('send', 'busy', 2)
  expect(await codes(3)).toEqual([-1, -1, 47003])
  await phones.fail('send', 'badOpenid', 'always')
  expect(await codes(2)).toEqual([40003, 40003])
  await phones.fail('send', 'badOpenid', 'off')
  expect(await codes(1)).toEqual([47003])
  expect(openid).toBe(openidOf(wei.id))
})
