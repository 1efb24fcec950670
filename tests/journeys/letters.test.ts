import { until } from '../weapp/until'
import type { Phone } from './phone'
import { signInStaff, tie } from './people'
import { openStage, type Stage } from './stage'

jest.setTimeout(180_000)

let stage: Stage
let villager: Phone
let cadre: Phone

beforeAll(async () => {
  stage = await openStage()
  villager = await stage.phoneOf('0217')
  cadre = await stage.phoneOf('陈建华', '驻村')
  await tie(villager)
  await signInStaff(cadre)
})
afterAll(() => stage?.close())

/** Writes and submits; gives the number back. */
async function submit(kind: string, text: string, { about, category }: { about?: string; category?: RegExp } = {}): Promise<string> {
  await villager.open('villager/ticket-new/screen')
  await villager.tap(kind)
  await villager.type({ 投诉: '您要说什么事?', 建议: '您有什么建议?', 求助: '您要帮什么忙?' }[kind] ?? '', text)
  if (about) {
    await villager.tap(/说的是谁/)
    await villager.tap(about)
  }
  if (category) await villager.tap(category)
  await villager.tap('提交')
  await villager.see('收到了')
  return /T\d{8}-\d{4,}/.exec(await villager.text())?.[0] ?? ''
}

async function openTicket(words: string | RegExp) {
  await villager.open('pages/tickets/screen')
  await villager.tap(words)
}

it('brings a request for help to the cadre, who answers and resolves it, and the villager rates it', async () => {
  await submit('求助', '猪不吃料,想找个兽医看看')
  await cadre.open('cadre/letters/screen')
  await cadre.tap(/求助:猪不吃料/)
  await cadre.see('想找个兽医看看')
  await cadre.tap('答复')
  await cadre.type('答复村民', '明天上午带兽医来')
  await cadre.tap('发出答复')
  await cadre.see('有了答复')
  await cadre.tap('办结答复')
  await cadre.type('办好了,说说怎么办的', '兽医来看过,开了药')
  await cadre.tap('办结,请村民评价')
  await cadre.see('等村民评价')

  await openTicket(/猪不吃料/)
  for (const words of ['明天上午带兽医来', '兽医来看过,开了药']) await villager.see(words)
  await villager.tap('很好')
  await villager.tap('好')
  await villager.tap('确认:好')
  await villager.see('您评价:好')
})

it('tells the cadre by WeChat with number and kind, and never with the words', async () => {
  await cadre.open('cadre/me/screen')
  await cadre.tap(/打开提醒/)
  await cadre.see('微信已经记下您的选择')
  const number = await submit('求助', '想学百香果种植', { category: /^有人有危险/ })
  const messages = await until(async () => {
    const all = await stage.sandbox.wechat(cadre.person.id)
    return all.some((words) => words.includes(number)) ? all : undefined
  }, 10_000)
  expect(messages.join()).not.toContain('百香果')
})

it('has a result that is not good enough done again', async () => {
  await submit('建议', '想办百香果种植班')
  await cadre.open('cadre/letters/screen')
  await cadre.tap(/建议:想办百香果种植班/)
  await cadre.tap('办结答复')
  await cadre.type('办好了,说说怎么办的', '已经办了一期')
  await cadre.tap('办结,请村民评价')
  await cadre.see('等村民评价')
  await openTicket(/想办百香果种植班/)
  await villager.tap('没办好,要求重办')
  await villager.type('哪里没办好?', '我们组没有人通知')
  await villager.tap('要求重办')
  await villager.see('重办中')
  await cadre.open('cadre/letters/screen')
  await cadre.tap(/建议:想办百香果种植班.*要求重办/)
  await cadre.see('我们组没有人通知')
})

it('brings a complaint about the cadre to inspection, which has another unit handle it; the cadre learns nothing', async () => {
  const text = '收了两条烟才给办'
  const number = await submit('投诉', text, { about: '我的干部' })
  const inspection = await stage.phoneOf('督查')
  await signInStaff(inspection)
  await inspection.open('cadre/letters/screen')
  await inspection.tap(/^投诉/)
  await inspection.see(text)
  await inspection.see('保密投诉:看不到是谁写的')
  await inspection.tap('交给单位办')
  await inspection.see('北流市水利局')
  // The letter names the accused; the choice of units does not.
  await inspection.see(/说的是北流市农业局 陈建华/)
  expect(
    await inspection.page
      .getByRole('button', { name: /^北流市农业局/ })
      .filter({ visible: true })
      .count(),
  ).toBe(0)
  expect(
    await inspection.page
      .getByRole('button', { name: /^北流市水利局/ })
      .filter({ visible: true })
      .count(),
  ).toBe(1)
  await inspection.tap(/^北流市水利局/)
  await inspection.see('已转给 北流市水利局')

  const desk = await stage.phoneOf('水利局', '经办')
  await signInStaff(desk)
  await desk.tap(/^投诉/)
  await desk.see(text)
  await desk.see('保密投诉:看不到是谁写的')

  await cadre.open('cadre/letters/screen')
  await cadre.see('来信')
  await cadre.see(/求助|建议/)
  const seen = [await cadre.text(), ...(await stage.sandbox.wechat(cadre.person.id))].join()
  expect(seen).not.toContain(number)
  expect(seen).not.toContain('投诉')
  await cadre.open('pages/inbox/screen')
  await cadre.see('消息')
  expect(await cadre.text()).not.toContain(number)
})
