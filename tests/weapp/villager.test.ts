import { cardOf } from '../journeys/people'
import { type Person, type Sandbox, sandboxAt } from '../journeys/sandbox'
import { startStack } from '../stack'
import { openWeapp } from './open'
import type { Query } from './logic/world'
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
  await phone.tap('督查组 投诉电话')
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

describe('a scanned card', () => {
  let other: Phone
  afterEach(() => other.close())
  const open = async (words: string, query: (code: string) => Query) => {
    const person = await sandbox.find(words)
    const code = cardOf({ person })
    other = await openWeapp({ server: stack.url, person: person.id, query: query(code) })
    return code
  }

  it('leads to the household by a plain-link code; one without a cadre is told so', async () => {
    await open('还没有结对干部', (code) => ({ q: encodeURIComponent(`https://jnj.example/c/${code}`) }))
    await other.tap('核对手机号')
    await other.see('认好了')
    await other.tap('去首页')
    await other.see('您家还没有结对干部')
    await other.tap('打给')
    expect(await other.called('makePhoneCall')).toEqual({ options: { phoneNumber: expect.stringMatching(/^\d[\d-]+$/) } })
  })

  it('leads to the cadre by a mini-program code where the number is not on the roll', async () => {
    await open('手机号没有登记', (code) => ({ scene: encodeURIComponent(`c=${code}`) }))
    await other.tap('核对手机号')
    await other.see('没有登记在这一户')
    await other.type('您的名字', '小莫')
    await other.tap('请干部确认')
    await other.see('已经请')
  })

  it('is read by the camera as well', async () => {
    const code = await open('手机号没有登记', () => ({}))
    other.scanNext({ path: `pages/home/screen?scene=${encodeURIComponent(`c=${code}`)}` })
    await other.tap('扫服务卡')
    await other.see('用手机号核对')
    other.refuse('getPhoneNumber')
    await other.tap('核对手机号')
    await other.see('请您家的干部确认')
  })
})

it('reads larger where WeChat is set to large letters', async () => {
  const large = await openWeapp({ server: stack.url, person: villager.id, fontSizeSetting: 23 })
  await large.see('大字版')
  const [page] = await large.front()
  expect(await page!.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.elder')!).fontSize))).toBeGreaterThanOrEqual(22)
  await large.close()
})
