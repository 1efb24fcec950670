import { type Desktop, signInByPicking } from './desktop'
import { does, lineIn, opensBox, opensLetter } from './handling'
import { tie } from './people'
import type { Phone } from './phone'
import { openStage, type Stage } from './stage'
import { looksUp, submits } from './writing'

jest.setTimeout(240_000)

let stage: Stage
let villager: Phone
let farming: Desktop
let water: Desktop
let inspection: Desktop

beforeAll(async () => {
  stage = await openStage()
  villager = await stage.phoneOf('0217')
  ;[farming, water, inspection] = [await stage.desktop(), await stage.desktop(), await stage.desktop()]
  await tie(villager)
  await signInByPicking(farming, '农业局', /^经办 /)
  await signInByPicking(water, '水利局', /^经办 /)
  await signInByPicking(inspection, '督查组', /^督查 /)
})
afterAll(() => stage?.close())

/** Whether somebody at this desk is offered to do this to the ticket in front. */
const offered = async ({ page }: Desktop, name: string) => (await page.getByRole('button', { name, exact: true }).count()) > 0

describe('a request that is another unit’s', () => {
  const ask = () =>
    does(farming, '请别的单位接办', '请哪个单位接办?', '发出去', { unit: '北流市水利局', texts: { 为什么: '这段渠归水利局管护' } })

  it('stays with the first unit when the other does not take it, and the villager is not burdened with it', async () => {
    await submits(villager, 'help', '渠道漏水淹了菜地')
    await opensLetter(farming, 'desk', '渠道漏水淹了菜地')
    await ask()
    await farming.see('请别的单位接办 北流市水利局')
    await opensLetter(water, 'offered', '渠道漏水淹了菜地')
    await water.see(/请北流市水利局接办:这段渠归水利局管护/)
    await does(water, '不接', '为什么不接?', '不接,退回原单位', { texts: { 理由: '这段渠早就移交给村里了' } })
    await opensBox(water, 'offered')
    await water.see('没有“未办完”的来信')
    await opensLetter(farming, 'desk', '渠道漏水淹了菜地')
    await farming.see('对方不接,仍由原单位办')
    await farming.see('这段渠早就移交给村里了')
    await looksUp(villager, /渠道漏水淹了菜地/)
    expect(await villager.text()).not.toContain('水利局')
  })

  it('is the other’s once it takes it, and the villager reads who has it now', async () => {
    await ask()
    await opensLetter(water, 'offered', '渠道漏水淹了菜地')
    await does(water, '接办', '接过来办', '接办')
    await water.see('转由别的单位接办')
    await opensBox(water, 'desk')
    expect(await lineIn(water, '渠道漏水淹了菜地')).toMatch(/北流市水利局[^]*已接收/)
    await opensBox(farming, 'desk')
    await farming.see('没有“未办完”的来信')
    await looksUp(villager, /渠道漏水淹了菜地/)
    await villager.see(/已转给 北流市水利局/)
  })
})

describe('more time', () => {
  const asks = async (title: string) => {
    await submits(villager, 'help', title)
    await opensLetter(farming, 'desk', title)
    const texts = { 延几个工作日: '5', '先给村民的答复(同时是理由)': '苗要等到下周才运到' }
    await does(farming, '申请延期', '申请延期', '报督查组审批', { texts })
    await farming.see('申请延期到')
    await opensLetter(inspection, 'inspection', title, 'extension')
    await inspection.see('苗要等到下周才运到')
  }

  it('is granted by inspection: the villager reads until when and why', async () => {
    await asks('想要百香果苗')
    await does(inspection, '同意延期', '同意延期', '同意')
    await opensBox(inspection, 'inspection', 'extension')
    await inspection.see('没有“待审延期”的来信')
    await looksUp(villager, /想要百香果苗/)
    await villager.see(/已延期到 /)
    await villager.see('苗要等到下周才运到')
  })

  it('is refused by inspection: the unit reads why and cannot ask again, the villager reads of no extension', async () => {
    await asks('想要沃柑苗')
    await does(inspection, '不同意延期', '不同意延期', '不同意', { texts: { 理由: '县苗圃有现货' } })
    await opensBox(farming, 'desk')
    await opensLetter(farming, 'desk', '想要沃柑苗')
    await farming.see('县苗圃有现货')
    expect(await offered(farming, '请别的单位接办')).toBe(true)
    expect(await offered(farming, '申请延期')).toBe(false)
    await looksUp(villager, /想要沃柑苗/)
    expect(await villager.text()).not.toContain('延期')
  })
})

it('merges what a neighbour asks for as well, by its number; the neighbour is told of the answer', async () => {
  const neighbour = await stage.phoneOfAnybody('卡号 0216')
  await tie(neighbour)
  const main = await submits(villager, 'help', '村头路灯不亮了')
  const duplicate = await submits(neighbour, 'help', '村头一片黑看不见路')
  await opensLetter(farming, 'desk', '村头一片黑看不见路')
  await farming.tap('并案')
  await farming.type('另一件的编号', `${main}9`)
  await farming.tap('并到那一件')
  await farming.see('没有找到这个编号,请再看一遍。')
  await farming.tap('先不办')
  await does(farming, '并案', '和哪一件是同一件事?', '并到那一件', { texts: { 另一件的编号: main } })
  await farming.see(`并入 ${main}`)
  await opensLetter(farming, 'desk', '村头路灯不亮了')
  await farming.see(`并进来 ${duplicate}`)
  await does(farming, '答复', '答复村民', '发出答复', { texts: { 答复: '电工今晚来换灯泡' } })
  await looksUp(neighbour, /村头一片黑看不见路/)
  await neighbour.see(`并到 ${main} 一起办`)
  await neighbour.see('电工今晚来换灯泡')
  await neighbour.close()
})

it('declines with a reason; the villager appeals once, and inspection has another unit do it', async () => {
  await submits(villager, 'help', '想补办种粮补贴')
  await opensLetter(farming, 'desk', '想补办种粮补贴')
  await farming.tap('不予办理')
  await farming.page.getByRole('form', { name: '不予办理' }).getByRole('button', { name: '不予办理' }).click()
  await farming.see('请选理由。')
  await farming.choose('政策规定办不了')
  await farming.type('给村民的说明', '去年的申报期已经过了')
  const form = farming.page.getByRole('form', { name: '不予办理' })
  await form.getByRole('button', { name: '不予办理' }).click()
  await form.waitFor({ state: 'detached' })
  await looksUp(villager, /想补办种粮补贴/)
  await villager.see('理由:政策规定办不了:去年的申报期已经过了')
  await villager.tap('不服,请督查组再看')
  await villager.type('为什么该受理?', '申报那几天村里没有人通知')
  await villager.tap('请督查组再看一次')
  await villager.see('您请求再看一次')
  await opensLetter(inspection, 'inspection', '想补办种粮补贴', 'appeal')
  await inspection.see('申报那几天村里没有人通知')
  await does(inspection, '分派', '交给哪个单位办?', '分派', { unit: '北流市民政局' })
  await looksUp(villager, /想补办种粮补贴/)
  await villager.see('已转给 北流市民政局')
  expect(await villager.text()).not.toContain('不服,请督查组再看')
})

it('has the unit mend what was rated badly, and somebody else than who handled it call back', async () => {
  await submits(villager, 'help', '鸡瘟来了要打疫苗')
  await opensLetter(farming, 'desk', '鸡瘟来了要打疫苗')
  await does(farming, '办结', '办好了,说说怎么办的', '办结,请村民评价', { texts: { 办理结果: '发了疫苗宣传单' } })
  await looksUp(villager, /鸡瘟来了要打疫苗/)
  await villager.tap('差')
  await villager.tap('确认:差')
  await villager.see('单位正在整改')
  await opensBox(farming, 'desk', 'mend')
  expect(await lineIn(farming, '鸡瘟来了要打疫苗')).toContain('待整改')
  await opensLetter(farming, 'desk', '鸡瘟来了要打疫苗', 'mend')
  await does(farming, '整改完了', '整改了什么?', '整改完了', { texts: { 整改情况: '兽医上门打了疫苗' } })
  await farming.see('待回访')
  await farming.tap('回访')
  await farming.type('村民的话', '说满意')
  await farming.tap('记下回访')
  await farming.see('办这件事的人不能自己回访,请换一位。')
  const colleague = await stage.desktop()
  await signInByPicking(colleague, '驻村干部、意见箱经办', /^干部 /)
  await opensLetter(colleague, 'desk', '鸡瘟来了要打疫苗', 'mend')
  await does(colleague, '回访', '打电话回访,村民怎么说?', '记下回访', { texts: { 村民的话: '这回满意了' } })
  await opensBox(colleague, 'desk', 'mend')
  await colleague.see('没有“整改回访”的来信')
  await colleague.close()
  await looksUp(villager, /鸡瘟来了要打疫苗/)
  for (const words of ['整改好了', '兽医上门打了疫苗', '打电话回访了您', '这回满意了']) await villager.see(words)
  expect(await villager.text()).not.toContain('单位正在整改')
})
