import path from 'node:path'

import { openWeapp, type Opening } from './open'
import type { Phone } from './phone'
import { standIn } from './sandbox-stand-in'

const dist = path.join(__dirname, 'sample')
let phone: Phone
let server: Awaited<ReturnType<typeof standIn>>

jest.setTimeout(60_000)
beforeAll(async () => {
  server = await standIn()
})
afterAll(() => server.close())

const open = async (more: Opening = {}) => {
  phone = await openWeapp({ dist, server: server.url, person: 'p1', limitMs: 3000, ...more })
}

describe('a page', () => {
  beforeAll(() => open({ query: { q: encodeURIComponent('https://a/c/1?x=y') } }))
  afterAll(() => phone.close())

  it('opens with the query as WeChat gives it', async () => {
    await phone.see('打开 {"q":"https%3A%2F%2Fa%2Fc%2F1%3Fx%3Dy"} {"q":"https%3A%2F%2Fa%2Fc%2F1%3Fx%3Dy"}')
    expect(phone.setData()).toMatchObject({ calls: 1 })
    expect(phone.setData().firstScreenBytes).toBe(phone.setData().bytes)
  })
  it('hears a tap by label, with its dataset', async () => {
    await phone.tap('加一')
    await phone.see('数到 1')
    expect(phone.setData().firstScreenBytes).toBeLessThan(phone.setData().bytes)
  })
  it('hears nothing from a disabled button', async () => {
    await phone.tap('不能点')
    await phone.tap('加一')
    await phone.see('数到 2')
  })
  it('lets a tap travel outwards until it is caught', async () => {
    await phone.tap('里面')
    await phone.see('里 外')
    await phone.tap('截住')
    await phone.see('截')
    await phone.seeNoMore('截 外')
  })
  it('takes what is typed, and what the logic makes of it', async () => {
    await phone.type('姓名', ' 王大妈')
    await phone.see('叫 王大妈')
    await phone.type('内容', '一二三四五六')
    await phone.see('写 一二三四五')
    await phone.tap('保密')
    await phone.see('保密 false')
  })
  it('keeps the other items when one is taken away', async () => {
    await phone.tap('删甲')
    await phone.seeNoMore('删甲')
    await phone.tap('删乙')
    await phone.seeNoMore('删乙')
  })
  it('measures 750 rpx as the width of the screen', async () => {
    await phone.tap('量一量')
    await phone.see('宽 390')
  })
  it('answers a dialogue by a tap', async () => {
    await phone.tap('确认吗')
    await phone.see('真的吗')
    await phone.tap('取消')
    await phone.see('算了')
  })
  it('goes to a page of a subpackage and back to the same state', async () => {
    await phone.tap('下一页')
    await phone.see('第二页 一')
    expect(phone.route()).toBe('inner/second/second')
    await phone.tap('返回')
    await phone.see('数到 2')
    expect(phone.route()).toBe('pages/first/first')
  })
  it('has no browser, no eval and none of what old engines lack', async () => {
    await phone.tap('看看世界')
    await phone.see('bare no eval')
  })
  it('paints page styles and not those of :root', async () => {
    const [page] = await phone.front()
    expect(await page!.evaluate(() => getComputedStyle(document.getElementById('head')!).color)).toBe('rgb(23, 105, 63)')
  })
})

describe('the world around it', () => {
  beforeAll(() => open())
  afterAll(() => phone.close())

  it('sends requests to the stack, as objects of its own realm', async () => {
    await phone.tap('请求')
    await phone.see('答 200 {"got":{"text":"话"}} true')
    expect(server.received.at(-1)).toEqual({ method: 'POST', url: '/echo?a=1', authorization: 'Bearer x', body: '{"text":"话"}' })
  })
  it('refuses other domains', async () => {
    await phone.tap('别处')
    await phone.see('request:fail url not in domain list')
  })
  it('has no answer without signal, though a lost reply has arrived', async () => {
    phone.offline(true)
    await phone.tap('请求')
    await phone.see('INTERNET_DISCONNECTED')
    const before = server.received.length
    phone.loseReplies(true)
    await phone.tap('请求')
    await phone.see('request:fail timeout')
    expect(server.received).toHaveLength(before + 1)
    phone.offline(false)
  })
  it('brings the telephone number, unless the person refuses', async () => {
    await phone.tap('手机号')
    await phone.see('getPhoneNumber:ok phone-1')
    phone.refuse('getPhoneNumber')
    await phone.tap('手机号')
    await phone.see('user deny')
  })
  it('asks for consent only while a tap is handled', async () => {
    await phone.tap('提醒')
    await phone.see('提醒 accept')
    expect(server.received.at(-1)).toMatchObject({ url: '/sandbox/grant', body: '{"person":"p1","templates":["one"]}' })
    await phone.tap('晚提醒')
    await phone.see('user TAP gesture')
  })
  it('reads what is held before the camera', async () => {
    phone.scanNext({ result: 'https://a/c/2' })
    await phone.tap('扫一扫')
    await phone.see('https://a/c/2')
    await phone.tap('扫一扫')
    await phone.see('scanCode:fail cancel')
    expect(phone.calls('scanCode')).toHaveLength(2)
  })
  it('keeps its storage when it is killed', async () => {
    await phone.kill()
    await phone.reopen({ scene: 'c%3D1' })
    await phone.see('打开 {"scene":"c%3D1"}')
    expect(phone.stored()).toEqual({ shown: 2 })
  })
})

describe('an error of the mini-program', () => {
  beforeEach(() => open({ limitMs: 500 }))

  it('fails the step, with its own stack', async () => {
    await expect(phone.tap('出错').then(() => phone.see('nothing'))).rejects.toThrow(/坏了/)
    await expect(phone.close()).rejects.toThrow(/坏了/)
  })
  it('is told from something that is not there, which is shown in a picture', async () => {
    await expect(phone.tap('没有的')).rejects.toThrow(/it is not there[^]*picture: /)
    await phone.close()
  })
})
