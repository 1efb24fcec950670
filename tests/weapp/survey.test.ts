import { cardOf } from '../journeys/people'
import { type Person, type Sandbox, sandboxAt } from '../journeys/sandbox'
import { startStack } from '../stack'
import { openWeapp } from './open'
import type { Phone } from './phone'
import { until } from './until'

jest.setTimeout(180_000)

let stack: Awaited<ReturnType<typeof startStack>>
let sandbox: Sandbox
let villager: Person
let phone: Phone

beforeAll(async () => {
  stack = await startStack()
  sandbox = sandboxAt(stack.url)
  villager = await sandbox.find('0217')
  const query = { q: encodeURIComponent(`https://jnj.example/c/${cardOf({ person: villager })}`) }
  phone = await openWeapp({ server: stack.url, person: villager.id, query, bigInt: true })
})
afterAll(async () => {
  await phone?.close()
  await stack?.stop()
})

type Sent = { url: string; method: string; header: Record<string, string>; data: unknown }
const sent = (path: string) => (phone.calls('request') as Sent[]).filter(({ url, method }) => method === 'POST' && url.endsWith(path))
const draws = () => sent('/v1/ballot-draws')
const casts = () => sent('/v1/ballots')
const stored = (name: string) => Object.entries(phone.stored()).find(([key]) => key.startsWith(`${name}:`))?.[1]
/** What the program has kept is text that it parses. */
const ballot = (): { stands: string; receipt?: string } => JSON.parse(String(stored('ballot') ?? '{"stands":"none"}'))

it('finds the invitation on the first screen, and rates one unit after the other with nothing chosen beforehand', async () => {
  await phone.tap('核对手机号')
  await phone.tap('去首页')
  await phone.tap('抽中您家评机关')
  await phone.see('您家抽中了')
  expect(await phone.unspoken()).toEqual([])
  await phone.tap('开始评')
  await phone.see('1 / ')
  expect(await phone.unspoken()).toEqual([])
  await phone.tap('很好', 0)
  await phone.tap('下一个')
  await phone.see('2 / ')
  await phone.tap('很差', 2)
  await phone.tap('有')
})

it('goes on where it was left after a kill, without signal', async () => {
  phone.offline(true)
  await phone.kill()
  await phone.reopen()
  await phone.tap('抽中您家评机关')
  await phone.tap('接着评')
  await phone.see('2 / ')
  await phone.tap('下一个')
  const pages = Number(/\d+ \/ (\d+)/.exec(await phone.text())?.[1])
  for (let page = 3; page < pages; page++) {
    await phone.see(`${page} / ${pages}`)
    await phone.tap('不了解,跳过')
  }
  await phone.see('最后一个问题')
  expect(await phone.unspoken()).toEqual([])
  await phone.tap('没有,我自己填的')
  await phone.tap('看一遍')
  await phone.see('再看一遍')
  await phone.see('办事很好')
  expect(await phone.unspoken()).toEqual([])
  expect([...draws(), ...casts()]).toEqual([])
})

it('seals without signal, and keeps nothing that could be read', async () => {
  await phone.tap('投进票箱')
  await phone.see('还没有投进去')
  expect(await phone.unspoken()).toEqual([])
  expect(ballot().stands).toBe('drawing')
  expect(stored('answers')).toBeUndefined()
})

it('draws once though the answer is lost and the program is killed, and casts without a session', async () => {
  phone.loseReplies(true)
  const before = draws().length
  await phone.tap('再投一次')
  await until(async () => draws().length > before || undefined, 10_000)
  await phone.rested()
  expect(ballot().stands).toBe('drawing')
  await phone.kill()
  phone.offline(false)
  await phone.reopen()
  await phone.tap('您的票还没有投进去')
  await phone.tap('接着投进票箱')
  await phone.see('已经投进票箱')
  expect(new Set(draws().map(({ data }) => JSON.stringify(data))).size).toBe(1)
  expect(casts().map(({ header }) => Object.keys(header))).toEqual([['content-type']])
  expect(ballot()).toEqual({ stands: 'in', campaignId: expect.any(String), receipt: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

it('finds its ballot in the box when it is opened again, and is invited no more', async () => {
  await phone.kill()
  await phone.reopen()
  await phone.see('陈建华')
  await phone.seeNoMore('抽中您家评机关')
  await phone.tap('我家')
  await phone.tap('万名群众评机关')
  await phone.see('您的票已经在票箱里')
  await phone.see('您家已经用手机领了选票')
  await phone.tap('找我的票')
  await phone.see('评议结束以后公布')
  expect(await phone.unspoken()).toEqual([])
})

it('tells a phone that cannot seal of the other ways, and breaks none of its screens', async () => {
  const other = await openWeapp({ server: stack.url, person: villager.id })
  await other.tap('我家')
  await other.tap('万名群众评机关')
  await other.see('这部手机封不了票')
  await other.tap('看评议结果')
  await other.see('还没有公布过结果')
  await other.close()
})
