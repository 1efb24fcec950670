import path from 'node:path'

import sharp from 'sharp'

import { type Desktop, signInByPicking } from './desktop'
import { openStage, type Stage } from './stage'
import { until } from '../weapp/until'

jest.setTimeout(240_000)

const photo = path.resolve(__dirname, '../../docs/villager-home.png')

let stage: Stage
let desk: Desktop
beforeAll(async () => {
  stage = await openStage()
  desk = await stage.desktop()
  await signInByPicking(desk, '水利局', /^经办 /)
})
afterAll(() => stage?.close())

let number = ''
let code = ''

it('takes down a call while the villager speaks, and reads the number out', async () => {
  const villager = await stage.phoneOf('0217')
  const telephone = villager.person.phone ?? ''
  await desk.open('hotline')
  await desk.type('来电号码', telephone)
  await desk.tap('就是这户')
  await desk.see('卡号 0217')
  await desk.tap(/^就是户主/)
  // What waits for no morning: the message with the number goes out at whatever hour this runs.
  await desk.choose(/^有人有危险/)
  await desk.see('2 小时内要办结')
  await desk.type('原话,怎么说就怎么记', '屋后山坡要塌,')
  await desk.reload()
  await desk.see('卡号 0217')
  await desk.type('原话,怎么说就怎么记', '屋后山坡要塌,麻烦派人来看看')
  await desk.tap('提交,给编号')
  await desk.see('请念给来电人听一遍')
  await desk.tick('已向来电人复述并同意')
  await desk.type('原话,怎么说就怎么记', '屋后山坡要塌,麻烦快派人来看看')
  // What was read out is not what stands there now.
  expect(await desk.page.getByRole('checkbox', { name: '已向来电人复述并同意' }).isChecked()).toBe(false)
  await desk.tick('已向来电人复述并同意')
  expect(await desk.barriers()).toEqual([])
  await desk.tap('提交,给编号')
  await desk.see('请念给来人听')
  const text = await desk.text()
  number = /T \d{4} \d{4} - \d{4,}/.exec(text)?.[0].replace(/T (\d{4}) (\d{4}) - /, 'T$1$2-') ?? ''
  code = /\d{3} \d{3}(?=\n)/.exec(text)?.[0] ?? ''
  expect(number).toMatch(/^T\d{8}-\d{4}$/)
  await desk.reload()
  await desk.see('请念给来人听')
  expect(await desk.barriers()).toEqual([])
  expect(desk.sent(/\/calls$/)).toHaveLength(1)
  await desk.tap('接下一个电话')
  await desk.see('谁打来的')
  const arrived = async () => (await fetch(`${stage.url}/sandbox/messages?phone=${telephone}`)).text()
  await until(async () => ((await arrived()).includes(number) ? true : undefined), 15_000)
})

it('asks on where the number is not on the roll, and keeps a complaint confidential', async () => {
  await desk.open('hotline')
  await desk.type('来电号码', '13900000000')
  await desk.see('这个号码没有登记')
  await desk.pick('哪个村', '桃冲村')
  await desk.type(/户主姓名/, '不存在的人')
  await desk.see('这个村没有找到')
  await desk.tap(/^找不到这一户/)
  await desk.type('来电人姓名', '韦大叔')
  await desk.choose('投诉')
  await desk.choose(/^办事拖拉/)
  expect(await desk.page.getByRole('checkbox', { name: /不让对方知道/ }).isChecked()).toBe(true)
  await desk.type('原话,怎么说就怎么记', '补贴的事问了两个月没有下文')
  await desk.tick('已向来电人复述并同意')
  await desk.tap('提交,给编号')
  await desk.see('请念给来人听')
  await desk.tap('接下一个电话')
})

it('lets nobody take down a complaint about themselves or their unit, and says whom to call', async () => {
  const farming = await stage.desktop()
  await signInByPicking(farming, '农业局', /^经办 /)
  const villager = await stage.phoneOf('0217')
  await farming.open('hotline')
  await farming.type('来电号码', villager.person.phone ?? '')
  await farming.tap('就是这户')
  await farming.choose(/^干部 陈建华/)
  await farming.choose('投诉')
  await farming.see('要打督查组的电话')
  await farming.see(/您不能记。请让来人打/)
  expect(await farming.barriers()).toEqual([])
  await farming.close()
})

it('tells a villager at the desk how far it is, by number and code', async () => {
  await desk.open('inquiry')
  await desk.type('编号', number)
  await desk.type(/^查询码/, '000 000')
  await desk.tap('查')
  await desk.see('编号或者查询码不对')
  await desk.type(/^查询码/, code)
  await desk.tap('查')
  await desk.see(`求助 ${number}`)
  expect(await desk.text()).not.toContain('山坡要塌')
  expect(await desk.barriers()).toEqual([])
})

it('logs a box that two have opened, and types its slips with their photos', async () => {
  const partner = await stage.desktop()
  await signInByPicking(partner, '北流市水利局', /驻村干部、意见箱经办/)
  const name = (await partner.page.locator('.bar-who').innerText()).trim()
  await desk.open('boxes')
  await desk.tap('登记开箱')
  await desk.type('哪个意见箱?', '村委会门口')
  await desk.pick('挂在哪个村', '桃冲村')
  await desk.type('里面有几封信', '1')
  await desk.pick('和谁一起开的', name)
  expect(await desk.barriers()).toEqual([])
  await desk.tap('记下开箱')
  await desk.see(`等${name}确认`)
  await partner.open('boxes')
  await partner.tap('我一起开的,确认')
  await partner.see('还有 1 封没录')
  await desk.tap('刷新')
  await desk.tap('录入信件')
  await desk.tap('录好这一封')
  await desk.see('请先给信件拍张照片')
  await desk.page.locator('input[type=file]').setInputFiles(photo)
  await desk.page.getByRole('img', { name: '照片 1' }).waitFor()
  await desk.choose('建议')
  await desk.choose(/^修路修渠/)
  await desk.type('原话,怎么说就怎么记', '村口的桥太窄,请修一修')
  await desk.tap('录好这一封')
  await desk.see('请念给来人听')
  await desk.tap('录完了')
  await desk.see('录完了')
  await partner.close()
})

it('has inspection look at a photo that WeChat finds risky, before anybody else sees it', async () => {
  // To the sandbox's WeChat, red is risky.
  const red = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#e00000' } })
    .jpeg()
    .toBuffer()
  await desk.open('hotline')
  await desk.type('来电号码', (await stage.phoneOf('0217')).person.phone ?? '')
  await desk.tap('就是这户')
  await desk.tap(/^就是户主/)
  await desk.choose('建议')
  await desk.choose(/^办事服务/)
  await desk.type('原话,怎么说就怎么记', '办事大厅的号牌看不清')
  await desk.tick('已向来电人复述并同意')
  await desk.tap('提交,给编号')
  await desk.see('请念给来人听')
  await desk.tap('接下一个电话')

  const handler = await stage.desktop()
  await signInByPicking(handler, '农业局', /^经办 /)
  await handler.page
    .getByRole('row', { name: /办事大厅/ })
    .getByRole('link')
    .click()
  await handler.tap('答复')
  await handler.type('答复', '换了大字的,请看照片')
  await handler.page.locator('input[type=file]').setInputFiles({ name: 'red.jpg', mimeType: 'image/jpeg', buffer: red })
  await handler.page.getByRole('img', { name: '照片 1' }).waitFor()
  await handler.tap('发出答复')
  await handler.see('答复:办好了')
  expect(await handler.page.locator('.timeline img').count()).toBe(0)

  const inspection = await stage.desktop()
  await signInByPicking(inspection, '督查组', /^督查 /)
  await until(async () => {
    await inspection.open('held')
    await inspection.reload()
    await inspection.page.waitForTimeout(500)
    return (await inspection.sees('微信说可能违规')) ? true : undefined
  }, 30_000)
  expect(await inspection.barriers()).toEqual([])
  await inspection.tap('放行')
  await inspection.see('都看完了')
  await handler.reload()
  await handler.page.locator('.timeline img').first().waitFor()
  await inspection.close()

  await handler.tap('办结')
  // What is written while a photo is on its way stays.
  let arrives = () => {}
  const slow = new Promise<void>((resolve) => (arrives = resolve))
  await handler.page.route('**/v1/media', async (route) => {
    await slow
    await route.continue()
  })
  for (const when of ['之前', '之后']) {
    const chooser = handler.page.waitForEvent('filechooser')
    await handler.tap(`加办${when}的照片`)
    await (await chooser).setFiles(photo)
    if (when === '之前') {
      await handler.see('正在上传')
      await handler.type('办理结果', '号牌都换了')
      arrives()
    }
    await handler.page.getByRole('img', { name: `办${when} 1` }).waitFor()
  }
  await handler.page.unroute('**/v1/media')
  await handler.tap('办结,请村民评价')
  await until(async () => {
    await handler.reload()
    await handler.see('待评价')
    return (await handler.page.locator('.timeline figure').filter({ hasText: '办之后' }).locator('img').count()) ? true : undefined
  }, 30_000)
  expect(await handler.page.locator('.timeline figcaption').allTextContents()).toEqual(['办之前', '办之后'])
  expect(await handler.barriers()).toEqual([])
  await handler.close()
})

it('has the office enter a holiday, which a second desk’s older copy does not undo', async () => {
  const [office, other] = [await stage.desktop(), await stage.desktop()]
  for (const desktop of [office, other]) {
    await signInByPicking(desktop, '办公室', /^办公室 /)
    await desktop.open('calendar')
    await desktop.see('点一天')
  }
  await office.type('是什么节', '赶歌圩')
  await office.tap(/12月15日上班/)
  await office.see('还没有保存')
  await office.tap('保存')
  await office.see('存好了')
  await office.reload()
  await office.page.getByRole('button', { name: /赶歌圩.*12月15日休息/ }).waitFor()
  expect(await office.barriers()).toEqual([])
  await other.tap(/12月16日上班/)
  await other.tap('保存')
  await other.see('刚刚有人改过')
  await office.close()
  await other.close()
})

it('stays usable at 390 px: the sections are behind a button', async () => {
  const narrow = await stage.desktop({ width: 390, height: 844 })
  await signInByPicking(narrow, '水利局', /^经办 /)
  await narrow.tap('栏目')
  await narrow.tap('热线登记')
  await narrow.see('谁打来的')
  const wide = await narrow.page.evaluate('document.documentElement.scrollWidth')
  expect(wide).toBeLessThanOrEqual(390)
  expect(await narrow.barriers()).toEqual([])
  await narrow.open('letters')
  await narrow.see('待接收')
  expect(await narrow.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  expect(await narrow.barriers()).toEqual([])
  await narrow.close()
})
