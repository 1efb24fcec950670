import type { Phone } from './phone'
import { cardOf, proveNumber, signInStaff, tie } from './people'
import { openStage, type Stage } from './stage'

jest.setTimeout(180_000)

let stage: Stage
let villager: Phone

beforeAll(async () => {
  stage = await openStage()
  villager = await stage.phoneOf('0217')
  await tie(villager)
})
afterAll(() => stage?.close())

it('asks who one is where nobody was chosen', async () => {
  const { page } = await stage.phoneOf('0217')
  await page.goto(stage.url)
  await page.waitForURL('**/sandbox/')
})

it('shows the card of the household that the code and the number prove', async () => {
  for (const words of ['进农家服务卡', '0217', '陈建华', '北流市农业局', '农技站站长']) await villager.see(words)
})

it('calls the cadre with one tap, and the complaint line that was chosen', async () => {
  const { person } = await stage.phoneOf('陈建华', '驻村')
  await villager.tap('给陈建华打电话')
  expect(await villager.dialled(1)).toEqual([person.phone])
  await villager.tap(/^投诉电话/)
  await villager.tap(/^督查组 投诉电话/)
  expect(await villager.dialled(2)).toHaveLength(2)
  await villager.tap('不用了')
})

it('keeps a draft through a reload, and sends a complaint that was written without signal once, by itself', async () => {
  await villager.open('villager/ticket-new/screen')
  await villager.type('您要说什么事?', '屋后的水渠堵了半个月')
  await villager.reload()
  await villager.see('您要说什么事?')
  expect(await villager.page.locator('textarea').inputValue()).toBe('屋后的水渠堵了半个月')

  await villager.offline(true)
  await villager.tap('提交')
  await villager.see('已经存在手机里')
  await villager.tap('去我的事看看')
  await villager.see('等有网时自动发出')
  await villager.offline(false)
  await villager.seeNoMore('等有网时自动发出')
  await villager.see(/投诉 T\d{8}-\d{4}/)
  expect(villager.sent('/v1/tickets')).toHaveLength(1)
})

it('shows in elder mode what matters most, large enough', async () => {
  await villager.open('pages/family/screen')
  await villager.tap('大字版')
  await villager.tap('首页')
  await villager.see('打投诉电话')
  for (const name of ['打给陈建华', '打投诉电话', '我有话要说']) {
    const box = await villager.page.getByRole('button', { name, exact: true }).filter({ visible: true }).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(60)
  }
  await villager.tap('我家')
  await villager.tap('大字版')
})

it('shows the last known card without signal', async () => {
  await villager.open('pages/family/screen')
  await villager.offline(true)
  await villager.tap('首页')
  await villager.see('陈建华')
  await villager.offline(false)
})

it('lets the cadre confirm somebody whose number is not on the roll', async () => {
  const guest = await stage.phoneOf('的家人')
  await guest.open()
  await guest.tap('输入卡上的号码')
  await guest.type('卡上的号码', cardOf(guest))
  await guest.tap('下一步')
  await proveNumber(guest, '核对手机号')
  await guest.see('请您家的干部确认')
  await guest.type('您的名字', '陈小妹')
  await guest.tap('请干部确认')
  await guest.see(/已经请.*确认/)
  const name = /已经请(.+)确认/.exec(await guest.text())?.[1] ?? ''
  await guest.tap('去首页')
  await guest.see('等干部确认')

  const cadre = await stage.phoneOfAnybody(`干部 ${name}`)
  await signInStaff(cadre)
  await cadre.tap(/位村民请您确认/)
  await cadre.see('陈小妹')
  await cadre.tap('是我这一户的人')
  await cadre.see('都确认完了')

  await guest.tap('看看确认了没有')
  await guest.see(name)
  await guest.see('进农家服务卡')
})

it('tells a household without a cadre so, and whom to call', async () => {
  const alone = await stage.phoneOf('还没有结对干部')
  await tie(alone)
  await alone.see('您家还没有结对干部')
  await alone.tap(/^打给/)
  expect(await alone.dialled(1)).toHaveLength(1)
})
