import { cardOf } from '../journeys/people'
import { type Person, type Sandbox, sandboxAt } from '../journeys/sandbox'
import { startStack } from '../stack'
import { openWeapp } from './open'
import type { Phone } from './phone'
import { until } from './until'

jest.setTimeout(120_000)

/** What may cross from the logic to the view before the first touch. */
const FIRST_SCREEN_BYTES = 16 * 1024

let stack: Awaited<ReturnType<typeof startStack>>
let sandbox: Sandbox
let villager: Person
let phone: Phone

beforeAll(async () => {
  stack = await startStack()
  sandbox = sandboxAt(stack.url)
  villager = await sandbox.find('0217')
  phone = await openWeapp({ server: stack.url, person: villager.id })
})
afterAll(async () => {
  await phone?.close()
  await stack?.stop()
})

type Sent = { url: string; method: string; data: { id: string } }
const submissions = () => (phone.calls('request') as Sent[]).filter(({ url, method }) => method === 'POST' && url.endsWith('/v1/tickets'))

it('is tied by typing the code of the card and by the number that WeChat knows', async () => {
  await phone.tap('输入卡上的号码')
  await phone.type('卡上的号码', cardOf({ person: villager }))
  await phone.tap('下一步')
  await phone.tap('核对手机号')
  await phone.see('认好了')
  await phone.tap('去首页')
  await phone.see('陈建华')
  expect(await phone.unspoken()).toEqual([])
})

it('calls the cadre, and the complaint line of choice, by the right numbers', async () => {
  const cadre = await sandbox.find('陈建华', '驻村')
  await phone.tap('给陈建华打电话')
  expect(await phone.called('makePhoneCall')).toEqual({ options: { phoneNumber: cadre.phone } })
  await phone.tap('投诉电话')
  expect(await phone.unspoken()).toEqual([])
  await phone.tap('打给督查组')
  const shown = /督查组 投诉电话\s*([\d-]+)/.exec(await phone.text())?.[1]
  expect(await phone.called('makePhoneCall', 2)).toEqual({ options: { phoneNumber: shown } })
  await phone.tap('不用了')
})

it('submits a complaint without signal, is killed, and sends it once when the signal is back', async () => {
  await phone.tap('意见箱')
  await phone.type('您要说什么事', '屋后的水渠堵了半个月,没有人来修')
  expect(await phone.unspoken()).toEqual([])
  phone.offline(true)
  await phone.tap('提交')
  await phone.see('等有网时自动发出')
  await phone.kill()
  await phone.reopen()
  await phone.see('还没发出去')
  const before = submissions().length
  // It arrives, but its answer does not: the phone cannot know, and sends the same again.
  phone.loseReplies(true)
  await until(async () => submissions().length > before || undefined, 10_000)
  await phone.rested()
  phone.offline(false)
  await phone.tap('我的事')
  await phone.see('已收到')
  await phone.seeNoMore('等有网时自动发出')
  expect(new Set(submissions().map(({ data }) => data.id)).size).toBe(1)
  expect((await phone.text()).match(/已收到/g)).toHaveLength(1)
})

it('finds its first screen at once when it is opened again, in few bytes', async () => {
  await phone.kill()
  phone.offline(true)
  await phone.reopen()
  await phone.see('陈建华')
  await phone.rested()
  expect(phone.setData().firstScreenBytes).toBeLessThanOrEqual(FIRST_SCREEN_BYTES)
  phone.offline(false)
})
