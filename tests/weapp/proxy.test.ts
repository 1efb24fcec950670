import { cardOf } from '../journeys/people'
import { sandboxAt } from '../journeys/sandbox'
import { startStack } from '../stack'
import { openWeapp } from './open'
import type { Phone } from './phone'

jest.setTimeout(120_000)

let stack: Awaited<ReturnType<typeof startStack>>
let helper: Phone
let card: string

beforeAll(async () => {
  stack = await startStack()
  const sandbox = sandboxAt(stack.url)
  card = cardOf({ person: await sandbox.find('0217') })
  helper = await openWeapp({ server: stack.url, person: (await sandbox.find('帮办员')).id })
})
afterAll(async () => {
  await helper?.close()
  await stack?.stop()
})

it('a helper scans the villager’s card, writes, reads it back, and gives number and code', async () => {
  await helper.tap('我是干部')
  await helper.tap('确认我是干部')
  await helper.see('工作台')
  await helper.tap('我的')
  await helper.tap('帮村民写')
  await helper.see('帮哪一家写?')
  expect(await helper.unspoken()).toEqual([])
  helper.scanNext({ result: `https://jnj.example/c/${card}` })
  await helper.tap('扫服务卡')
  await helper.see('何桂辉家')
  await helper.tap('下一步')
  await helper.tap('民乐水利站')
  expect(await helper.unspoken()).toEqual([])
  await helper.tap('下一步')
  await helper.type('村民说的话', '屋后的水渠堵了半个月')
  await helper.tap('水渠道路')
  expect(await helper.unspoken()).toEqual([])
  await helper.tap('写好了,读给村民听')
  await helper.see('何桂辉要求助:水渠道路,说的是民乐水利站。')
  await helper.tap('读给本人听过了')
  await helper.tap('本人同意交')
  expect(await helper.unspoken()).toEqual([])
  await helper.tap('替他交上去')
  await helper.see('收到了')
  await helper.see('编号T20')
  await helper.see('查询码')
  expect(await helper.unspoken()).toEqual([])
})

it('a complaint about the helper’s own township is not theirs to write, and they see whom to call', async () => {
  await helper.tap('村民记下了')
  await helper.tap('我的')
  await helper.tap('帮村民写')
  await helper.type('卡上的号码', card)
  await helper.tap('就是这家')
  await helper.tap('下一步')
  await helper.tap('投诉')
  await helper.tap('民乐镇政府')
  await helper.see('不能由您来写')
  await helper.tap('督查组')
  expect(await helper.called('makePhoneCall')).toEqual({ options: { phoneNumber: expect.stringMatching(/^\d[\d-]+$/) } })
})
