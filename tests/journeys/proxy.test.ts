import { until } from '../weapp/until'
import { enlarge, faults } from './look'
import { cardOf, signInStaff } from './people'
import type { Phone } from './phone'
import { openStage, type Stage } from './stage'

jest.setTimeout(240_000)

let stage: Stage
let helper: Phone
let cadre: Phone
let card: string

beforeAll(async () => {
  stage = await openStage()
  helper = await stage.phoneOf('帮办员')
  cadre = await stage.phoneOf('陈建华', '驻村')
  card = cardOf(await stage.phoneOf('0217'))
  await signInStaff(helper)
  await signInStaff(cadre)
})
afterAll(() => stage?.close())

/** Everybody can read and press what is in front, in elder mode's largest letters too. */
async function fits(phone: Phone) {
  expect(await faults(phone, 'plain')).toEqual([])
  await enlarge(phone, true)
  expect(await faults(phone, 'large')).toEqual([])
  await enlarge(phone, false)
}

/** As far as the question what it is and whom it is about. */
async function withCard(phone: Phone) {
  await phone.open('cadre/proxy/screen')
  await phone.type('卡上的号码', card)
  await phone.tap('就是这家')
  await phone.see('何桂辉家,桃冲村 14组')
}
const writes = (phone: Phone, text: string) => phone.type('村民说的话', text)
const isOff = async ({ page }: Phone, name: string) =>
  (await page.getByRole('button', { name, exact: true, disabled: true }).filter({ visible: true }).count()) === 1
const sent = (phone: Phone) => phone.sent('/v1/intake/visits')

it('a helper writes for a villager who holds the card, reads it back, and gives number and code', async () => {
  await helper.open('cadre/me/screen')
  await helper.tap(/^帮村民写/)
  await helper.see('帮哪一家写?')
  await fits(helper)
  await withCard(helper)
  await helper.type('他的电话,没有就不写', '19907751217')
  await fits(helper)
  await helper.tap('下一步')
  await helper.tap(/^民乐水利站/)
  await fits(helper)
  await helper.tap('下一步')
  await writes(helper, '屋后的水渠堵了半个月')
  await helper.tap(/^水渠道路/)
  await fits(helper)
  await helper.tap('写好了,读给村民听')
  await helper.see('何桂辉要求助:水渠道路,说的是民乐水利站。')
  await fits(helper)
  expect(await isOff(helper, '替他交上去')).toBe(true)
  await helper.tap('读给本人听过了')
  await helper.tap('本人同意交')
  await helper.tap('替他交上去')
  await helper.see('收到了')
  await fits(helper)
  expect(await helper.text()).toMatch(/T\d{8}-\d{4}[\s\S]*\n\d{6}\n/)
  expect(sent(helper)).toHaveLength(1)

  await cadre.open('cadre/letters/screen')
  await cadre.tap(/求助:屋后的水渠堵了半个月/)
  await cadre.see(/帮办员 黄金勇 代写/)
})

it('a complaint about the helper’s own township is refused before a word is written', async () => {
  await withCard(helper)
  await helper.tap('下一步')
  await helper.tap('投诉')
  await helper.tap(/^民乐镇政府/)
  await helper.see(/不能由您来写/)
  await fits(helper)
  expect(await isOff(helper, '下一步')).toBe(true)
  await helper.tap(/^督查组/)
  expect((await helper.dialled(1)).at(-1)).toMatch(/^0775/)
})

it('what was begun is there after a kill; what was sent without signal goes out once, and the number is still to be told', async () => {
  await cadre.open('cadre/proxy/screen')
  await cadre.tap(/^何桂辉家/)
  await cadre.see('是谁说的?')
  await cadre.tap('下一步')
  await cadre.tap('建议')
  await cadre.tap('下一步')
  await writes(cadre, '村口装一盏灯')
  await cadre.reload()
  await cadre.see('照村民说的写')
  await cadre.tap('写好了,读给村民听')
  await cadre.see('村口装一盏灯')
  await cadre.offline(true)
  await cadre.tap('读给本人听过了')
  await cadre.tap('本人同意交')
  await cadre.tap('替他交上去')
  await cadre.see('已经存在手机里')
  await fits(cadre)
  await cadre.tap('去工作台看看')
  await cadre.see(/帮何桂辉写的建议/)
  await cadre.offline(false)
  await until(async () => (sent(cadre).length > 0 ? true : undefined), 40_000)
  await cadre.seeNoMore(/帮何桂辉写的建议/)
  await cadre.open('cadre/proxy/screen')
  await cadre.tap(/^何桂辉的编号要告诉他/)
  await cadre.see(/^T\d{8}-\d{4}/)
  await fits(cadre)
  await cadre.tap('村民记下了')
  await cadre.seeNoMore('何桂辉的编号要告诉他')
  expect(new Set(sent(cadre).map(({ body }) => JSON.stringify(body))).size).toBe(1)
})
