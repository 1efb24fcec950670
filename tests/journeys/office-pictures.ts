import { randomBytes } from 'node:crypto'
import path from 'node:path'

import { CadreId } from '../../contract/pairing'
import { StepId, SubmitTicket, TicketId } from '../../contract/ticket'
import { good } from '../bench/product'
import { askingAs, type Desktop, signInByPicking } from './desktop'
import type { Stage } from './stage'

const wide = { width: 1280, height: 860 }
const narrow = { width: 390, height: 844 }
const hex = () => randomBytes(16).toString('hex')

const calls = [
  { kind: 'help', category: 'danger', text: '后山塌了一块,压着电线,有人被困在屋里' },
  { kind: 'help', category: 'outage', text: '从早上起全组停水' },
  { kind: 'help', category: 'works', text: '屋后水渠堵了,地里进不了水,秧苗快干死了' },
  { kind: 'help', category: 'benefit', text: '低保没评上,想知道差什么材料' },
  { kind: 'suggestion', category: 'industry', text: '想学百香果种植,请派人来讲一讲' },
  { kind: 'complaint', category: 'slow', text: '补贴的事问了两个月没有下文', confidential: true, cadreMayFollow: false },
  { kind: 'complaint', category: 'taking', text: '收了两条烟才给办', confidential: true, cadreMayFollow: false },
] as const

/** Has a desk take down some calls of one household, about the desk's own unit where they are no complaints. */
async function takeCalls(ask: Awaited<ReturnType<typeof askingAs>>, phone: string, name: string) {
  const [household] = good(await ask('POST /v1/intake/callers', { body: { phone } })).items
  if (!household) throw new Error('nobody has this number')
  for (const call of calls) {
    const ticket = SubmitTicket.parse({ ...call, id: TicketId.parse(hex()), about: { who: 'unknown' } })
    const home = { by: 'household' as const, householdId: household.id }
    good(await ask('POST /v1/intake/calls', { body: { ticket, callerName: name, phone, home, readBack: true } }))
  }
}

/** Has a desk take on, answer and ask, so that its letters stand in different places. */
async function workOn(ask: Awaited<ReturnType<typeof askingAs>>) {
  const { items } = good(await ask('GET /v1/letters', { query: { box: 'desk', open: 'yes' } }))
  const of = (category: string) => {
    const line = items.find((each) => each.category === category)
    if (!line) throw new Error(`no letter is about ${category}`)
    return { id: line.id }
  }
  const step = () => StepId.parse(hex())
  good(await ask('POST /v1/letters/{id}/accept', { params: of('danger'), body: { step: step() } }))
  const text = '已经通知供电所,抢修队半小时到。请不要靠近电线。'
  good(await ask('POST /v1/letters/{id}/answer', { params: of('danger'), body: { step: step(), text } }))
  good(await ask('POST /v1/letters/{id}/accept', { params: of('outage'), body: { step: step() } }))
  const asked = '去年的收入证明还在吗?'
  good(await ask('POST /v1/letters/{id}/ask', { params: of('benefit'), body: { step: step(), text: asked } }))
}

/** Pictures of the office web's pages, at 1280 and at 390 px, with what stands in the way of a screen reader. */
export async function officePictures(stage: Stage, folder: string) {
  const villager = await stage.sandbox.find('0217')
  const desk = await stage.desktop(wide)
  const take = async (desktop: Desktop, name: string) => {
    await desktop.page.mouse.move(0, 0)
    for (const size of [wide, narrow]) {
      await desktop.page.setViewportSize(size)
      await desktop.page.waitForTimeout(500)
      await desktop.page.screenshot({ path: path.join(folder, `office-${name}-${size.width}.png`) })
      for (const barrier of await desktop.barriers()) console.log(`  office-${name}-${size.width}: ${barrier}`)
    }
    await desktop.page.setViewportSize(wide)
    console.log(`office-${name}`)
  }

  await desk.open()
  await desk.see('挑一个人登录')
  await take(desk, 'sign-in')
  await signInByPicking(desk, '民乐镇政府', /^经办 /)
  await takeCalls(await askingAs(desk, stage.url), villager.phone ?? '', villager.label.replace('村民 ', ''))
  await desk.open('hotline')
  await desk.type('来电号码', villager.phone ?? '')
  await desk.tap('就是这户')
  await desk.tap(/^就是户主/)
  await desk.choose(/^水渠道路/)
  await desk.type('原话,怎么说就怎么记', '村口的路灯坏了三天,晚上老人孩子不敢出门')
  await desk.tick('已向来电人复述并同意')
  await take(desk, 'hotline')
  await desk.tap('提交,给编号')
  await desk.see('请念给来人听')
  await take(desk, 'taken')
  await desk.open('inquiry')
  await take(desk, 'inquiry')
  const colleagues = good(await (await askingAs(desk, stage.url))('GET /v1/intake/colleagues')).items
  await desk.open('boxes')
  await desk.tap('登记开箱')
  await desk.type('哪个意见箱?', '村委会门口')
  await desk.pick('挂在哪个村', '桃冲村')
  await desk.type('里面有几封信', '3')
  await desk.pick('和谁一起开的', colleagues.find(({ id }) => CadreId.safeParse(id).success)?.name ?? '')
  await take(desk, 'opening')
  await desk.tap('记下开箱')
  await desk.see(/^等.*确认$/)
  await take(desk, 'boxes')
  // The household's cadre belongs to this unit, so what the household asks for lies with its desk.
  const handler = await stage.desktop(wide)
  await signInByPicking(handler, '农业局', /^经办 /)
  await handler.see(/^T\d{8}-/)
  await workOn(await askingAs(handler, stage.url))
  await handler.tap('刷新')
  await handler.see('办理中')
  await take(handler, 'letters')
  await handler.tap(/^T\d{8}-\d*1$/)
  await handler.see('办理经过')
  await take(handler, 'letter')

  const inspection = await stage.desktop(wide)
  await signInByPicking(inspection, '督查组', /^督查 /)
  await inspection.see('保密投诉')
  await take(inspection, 'inspection')
  await inspection.tap(/^T\d{8}-/)
  await inspection.see('办理经过')
  await inspection.tap('分派')
  await take(inspection, 'assign')
  for (const page of ['held', 'audit']) {
    await inspection.open(page)
    await take(inspection, page)
  }
  const office = await stage.desktop(wide)
  await signInByPicking(office, '办公室', /^办公室 /)
  await office.open('calendar')
  await office.see('点一天')
  await take(office, 'calendar')

  await office.open('survey')
  await office.see(/^演示/)
  await take(office, 'survey')
  await office.tap(/^演示/)
  await office.see('评议方案')
  await take(office, 'survey-plan')
  for (const [tab, words] of [
    ['进度', '只有户数'],
    ['纸质问卷', '一包一包'],
    ['电话评议', '我会听到'],
  ] as const) {
    await office.tap(tab)
    await office.see(new RegExp(words))
    await take(office, `survey-${{ 进度: 'progress', 纸质问卷: 'paper', 电话评议: 'telephone' }[tab]}`)
  }
}
