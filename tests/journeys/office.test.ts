import { type Desktop, signInByPicking } from './desktop'
import { signInStaff, tie } from './people'
import { openStage, type Stage } from './stage'

jest.setTimeout(240_000)

let stage: Stage
let inspection: Desktop
let desk: Desktop
beforeAll(async () => {
  stage = await openStage()
  inspection = await stage.desktop()
  desk = await stage.desktop()
})
afterAll(() => stage?.close())

it('signs in by the code on the screen and the phone’s yes, and leaves', async () => {
  const desktop = await stage.desktop()
  const phone = await stage.phoneOf('水利局', '经办')
  await signInStaff(phone)
  await desktop.open()
  await desktop.see('扫不了')
  const text = await desktop.text()
  const code = /[0-9A-Z]{4} [0-9A-Z]{4}(?=\s)/.exec(text.slice(text.indexOf('3 分钟')))?.[0] ?? ''
  const check = /\b\d{2}\b/.exec(text.slice(text.indexOf('一样不一样')))?.[0] ?? ''
  expect(await desktop.barriers()).toEqual([])
  await phone.open(`cadre/desktop-sign-in/screen?code=${code.replace(' ', '')}`)
  await phone.see('电脑上的数字,是这个吗?')
  await phone.see(check)
  await phone.tap('确认登录')
  await phone.see('电脑上登录好了')
  await desktop.signedIn()
  await desktop.reload()
  await desktop.signedIn()
  await desktop.see('北流市水利局')
  await desktop.tap('退出')
  await desktop.see('已经退出')
  await desktop.reload()
  await desktop.see('扫不了')
  await desktop.close()
})

it('tells the desktop that the phone refused, and takes a typed code', async () => {
  const desktop = await stage.desktop()
  const phone = await stage.phoneOf('水利局', '经办')
  await desktop.open()
  await desktop.see('扫不了')
  const text = await desktop.text()
  const code = /[0-9A-Z]{4} [0-9A-Z]{4}(?=\s)/.exec(text.slice(text.indexOf('3 分钟')))?.[0] ?? ''
  await phone.open('cadre/me/screen')
  await phone.tap(/^登录电脑网页/)
  await phone.type('电脑上的 8 位码', code)
  await phone.tap('下一步')
  await phone.tap('取消')
  await phone.see('没有登录')
  await desktop.see('手机上点了“取消”')
  await desktop.tap('换一个码')
  await desktop.see('扫不了')
  await desktop.close()
})

it('has inspection assign a confidential complaint by keyboard, which nobody learns the sender of without a reason', async () => {
  const villager = await stage.phoneOf('0217')
  await tie(villager)
  await villager.open('villager/ticket-new/screen')
  await villager.tap('投诉')
  await villager.type('您要说什么事?', '办低保跑了三趟,每次都说差材料')
  await villager.tap('提交')
  await villager.see('收到了')
  const number = /T\d{8}-\d{4,}/.exec(await villager.text())?.[0] ?? ''

  await signInByPicking(inspection, '督查组', /^督查 /)
  await inspection.see(number)
  await inspection.see('保密投诉')
  expect(await inspection.text()).not.toContain('跑了三趟')
  expect(await inspection.barriers()).toEqual([])
  const link = inspection.page.getByRole('link', { name: number })
  await link.focus()
  await inspection.page.keyboard.press('Enter')
  await inspection.see('跑了三趟')
  await inspection.see('看不到是谁写的')
  expect(await inspection.barriers()).toEqual([])
  await inspection.tap('受理')
  await inspection.page.getByRole('form', { name: '受理这件投诉' }).getByRole('button', { name: '受理' }).click()
  await inspection.see('督查组受理')
  await inspection.tap('分派')
  await inspection.pick('单位', '北流市水利局')
  await inspection.page.getByRole('form', { name: '交给哪个单位办?' }).getByRole('button', { name: '分派' }).click()
  await inspection.see('分派给 北流市水利局')

  await signInByPicking(desk, '水利局', /^经办 /)
  await desk.tap(number)
  await desk.see('跑了三趟')
  await desk.tap('查看投诉人')
  await desk.type(/为什么要看/, '要约来人核对材料')
  await desk.tap('记下理由,查看')
  await desk.see(villager.person.phone ?? '')

  await inspection.open('audit')
  await inspection.see('要约来人核对材料')
  expect(await inspection.barriers()).toEqual([])
})

it('keeps what is half written through a reload, and a double click is one answer', async () => {
  await desk.tap('答复')
  await desk.type('答复', '材料已经看过,只差户口本首页')
  await desk.reload()
  await desk.tap('答复')
  const send = desk.page.getByRole('button', { name: '发出答复' })
  await send.dblclick()
  await desk.see('材料已经看过')
  await desk.see('答复村民')
  expect(desk.sent(/\/answer$/)).toHaveLength(1)
})

it('says in words that there is no network, and keeps the words', async () => {
  // What was answered before is being read anew, and draws the buttons once more.
  await desk.page.waitForLoadState('networkidle')
  await desk.tap('问村民')
  await desk.type('要问的话', '户口本在家吗?')
  await desk.offline(true)
  await desk.see('没有网络')
  await desk.tap('发出去,等村民回话')
  await desk.see('没有连上服务器')
  await desk.offline(false)
  await desk.tap('发出去,等村民回话')
  await desk.see('等村民回话到')
  expect(new Set(desk.sent(/\/ask$/).map(({ body }) => JSON.stringify(body))).size).toBe(1)
})

it('shows everybody only what their roles open', async () => {
  const desktop = await stage.desktop()
  await signInByPicking(desktop, '陈建华', /^干部 陈建华/)
  await desktop.see('群众来信')
  for (const hidden of ['热线登记', '保密审计', '待审照片', '节假日']) expect(await desktop.sees(hidden)).toBe(false)
  await desktop.open('audit')
  await desktop.see('群众来信')
  expect(await desktop.sees('保密审计')).toBe(false)
  await desktop.close()
})
