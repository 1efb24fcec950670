import { randomBytes } from 'node:crypto'

import { toBase64url } from '../../ballot/bytes'
import { sealKeys } from '../../ballot/seal'
import { newSecretKey, publicKey } from '../../ballot/token'
import { Campaign, Totals } from '../../contract/survey'
import { day, instant, later } from '../../contract/time'
import { fieldOf } from '../../office/survey/when'
import { type Desktop, signInByPicking } from './desktop'
import { pickSecond, printed, scan, seatColleague, sheetsOn, typeSheet, untaken, village } from './office-survey'
import { openStage, type Stage } from './stage'

jest.setTimeout(300_000)

const DEMO = '演示:万名群众评机关'
const VILLAGE = '桃冲村'

let stage: Stage
let office: Desktop
/** What was sent to the box of ballots, and whether anything with it could say who sent it. */
const casts: { headers: Record<string, string> }[] = []
/** Whose sessions have noted a line in a pack's book. */
const noted: string[] = []
/** The sessions that this tab keeps. */
const sessions = () => office.page.evaluate(() => ['second', 'session'].filter((name) => sessionStorage.getItem(name)?.includes('token')))
beforeAll(async () => {
  stage = await openStage()
  office = await stage.desktop()
  office.page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname === '/v1/ballots') casts.push({ headers: request.headers() })
    if (/entries$/.test(pathname)) noted.push(request.headers()['authorization'] ?? '')
  })
  await signInByPicking(office, '办公室', /^办公室 /)
})
afterAll(() => stage?.close())

const campaignOn = () => office.page.evaluate(() => location.hash.split('/')[2] ?? '')
let units = 0

it('shows the campaign that is open: its plan with both fingerprints, and how many have drawn', async () => {
  await office.tap('群众评机关')
  await office.tap(DEMO)
  await office.see('评议方案')
  expect(await office.page.getByText(/^指纹 ([0-9a-f]{4} ?){16}$/).count()).toBe(2)
  expect(await office.barriers()).toEqual([])
  await office.tap('进度')
  await office.see('只有户数,没有答案')
  await office.see(/^0 \/ \d+$/)
  expect(await office.barriers()).toEqual([])
})

let sheets: Awaited<ReturnType<typeof sheetsOn>>

it('prints a pack page by page, the same one again after a reload', async () => {
  await office.tap('纸质问卷')
  await office.tap('印一包问卷')
  await office.pick('哪个乡镇的', '民乐镇')
  await office.type('几张', '3')
  expect(await office.barriers()).toEqual([])
  await office.tap('生成问卷')
  await office.see('下面是打印的样子')
  const first = await sheetsOn(office)
  await office.reload()
  await office.tap('接着印这一包')
  await office.see('下面是打印的样子')
  sheets = await sheetsOn(office)
  expect([sheets.codes, sheets.slips].map((each) => each.sort())).toEqual([first.codes, first.slips].map((each) => each.sort()))
  units = (await office.page.locator('.sheet-unit').count()) / 3
  expect(units).toBeGreaterThan(5)
  expect(await printed(office)).toEqual({ pages: sheets.pages, isA4: true })
  // No household stands on a sheet, and nothing runs over the edge of its page.
  const cut = await office.page
    .locator('.sheet-page')
    .evaluateAll(
      (pages) => pages.filter((page) => page.scrollHeight > page.clientHeight + 1 || page.scrollWidth > page.clientWidth + 1).length,
    )
  expect(cut).toBe(0)
  expect(await office.barriers()).toEqual([])
  await office.tap('都印好了')
  await office.tap('都印好了,数过了')
  await office.see('生成问卷')
})

it('marks a household as having taken a sheet, by the number of its slip', async () => {
  await office.tap('回到纸质问卷')
  await office.tap('登记哪一户领了纸')
  await village(office, VILLAGE)
  const [name = ''] = await untaken(office)
  await office.page
    .getByRole('button', { name: new RegExp(`领了纸.*${name}`) })
    .first()
    .click()
  await office.type('回执条号码', '1234 5678')
  await office.tap('领了纸')
  await office.see('号码不对')
  await office.type('回执条号码', sheets.slips[0] ?? '')
  await office.tap('领了纸')
  await office.see('领过了(纸质)')
  expect(await office.barriers()).toEqual([])
})

it('has two persons type the sheets, settles where they differ, and casts without a session', async () => {
  const [a = '', b = ''] = sheets.codes
  const zeros = '0'.repeat(units * 4 + 1)
  await office.tap('回到纸质问卷')
  await office.tap(/^录入/)
  await typeSheet(office, a, `5432${zeros.slice(5)}1`)
  await typeSheet(office, b, zeros)
  expect(await office.barriers()).toEqual([])
  await office.tap('录完了,交给另一位同事')
  await office.see('请录第二遍的同事登录')
  expect(await office.barriers()).toEqual([])
  // Nobody types against themselves, and nobody who may not hold the survey.
  await pickSecond(office, '逾期第三级')
  await office.see('这还是您自己')
  await pickSecond(office, '水利局')
  await office.see(/不能办这次评议,要办公室的人/)
  await seatColleague(office)
  expect(await sessions()).toEqual(['second', 'session'])
  await typeSheet(office, b, zeros)
  await typeSheet(office, a, `5332${zeros.slice(5)}1`)
  await office.tap('录完了,对一对')
  await office.see('有 1 处两遍不一样')
  expect(await office.barriers()).toEqual([])
  await office.reload()
  await office.see(/,已经登录$/)
  await office.choose('4 好')
  expect(office.sent(/entries$/)).toEqual([])
  await office.tap('封好,投这 2 张')
  await office.see('2 张录好了')
  expect(casts).toHaveLength(2)
  // The very same line, once with each of two sessions; and only the first one is left.
  const [one, other] = office.sent(/entries$/)
  expect([one?.body, office.sent(/entries$/).length]).toEqual([other?.body, 2])
  expect(new Set(noted).size).toBe(2)
  expect(await sessions()).toEqual(['session'])
  for (const { headers } of casts) expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['authorization']))
  for (const { headers } of casts) expect(headers['cookie']).toBeUndefined()
  expect(office.sent(/ballots$/).map(({ body }) => Object.keys(body as object).sort())).toEqual(
    Array.from({ length: 2 }, () => ['campaignId', 'sealed', 'stratumId', 'token']),
  )
})

it('voids the sheet that nobody used, and the pack’s book is even', async () => {
  await office.tap('回到纸质问卷')
  await office.tap(/^作废没用的/)
  // What was cast is not void any more.
  await scan(office, sheets.codes[2] ?? '')
  await office.see(/^扫了 1 张$/)
  await office.tap('扫完了,请第二位登录')
  await seatColleague(office)
  expect(await office.barriers()).toEqual([])
  // The second session ends while the sheet is on its way: it is noted by one alone, which the pack's book shows.
  await office.page.route('**/v1/surveys/*/packs/*/entries', async (route) => {
    if ((await route.request().allHeaders())['authorization'] === noted[0]) return route.fallback()
    await route.fulfill({ status: 401, json: { problem: 'signInAgain', says: '登录过期了' } })
  })
  await office.tap('作废这 1 张')
  await office.see('1 张已经作废,不会再作废第二次。账上还要第二位确认,才算数。')
  await office.page.unroute('**/v1/surveys/*/packs/*/entries')
  expect(await office.barriers()).toEqual([])
  await office.tap('回到纸质问卷')
  await office.see(/等第二人确认/)
  expect(await office.sees('都对上了')).toBe(false)
  expect(await office.barriers()).toEqual([])
  await office.page.goBack()
  await pickSecond(office, '一起录纸质问卷')
  await office.see('1 张作废了')
  expect(casts).toHaveLength(3)
  await office.tap('回到纸质问卷')
  await office.see('都对上了')
  expect(await office.barriers()).toEqual([])
})

it('takes a ballot on the telephone, and shows nothing of it afterwards', async () => {
  await office.tap('电话评议')
  await office.see(/您在电话里说的答案,我会听到/)
  expect(await office.barriers()).toEqual([])
  await office.tick('照着念了')
  await office.tap('开始')
  await village(office, VILLAGE)
  await office.see('领过了(纸质)')
  const [name = ''] = await untaken(office)
  await office.page
    .getByRole('button', { name: new RegExp(`就是这户.*${name}`) })
    .first()
    .click()
  const choose = async (question: RegExp, level: string) =>
    office.page.getByRole('group', { name: question }).getByRole('radio', { name: level, exact: true }).check({ force: true })
  await choose(/办事/, '很好')
  await choose(/作风/, '好')
  await choose(/办成/, '不了解')
  await choose(/钱物/, '没有')
  expect(await office.barriers()).toEqual([])
  await office.tap('下一个')
  for (let unit = 1; unit < units; unit++) await office.tap(/^不了解这个单位/)
  await choose(/旁边看着/, '没有人')
  await office.tap('念一遍')
  await office.see('请从头念给对方听')
  expect(office.sent(/telephone-draws$/)).toEqual([])
  expect(await office.barriers()).toEqual([])
  await office.tick('就这样投')
  await office.tap('领票,封好投出')
  await office.see('投好了')
  expect(office.sent(/telephone-draws$/)).toHaveLength(1)
  expect(await office.page.evaluate(`Object.entries(sessionStorage).filter(([name]) => name.includes('survey')).length`)).toBe(0)
  expect(await office.barriers()).toEqual([])
  await office.tap('打下一个电话')
  await office.tick('照着念了')
  await office.tap('开始')
  await village(office, VILLAGE)
  await office.see('领过了(电话)')
  expect(await office.text()).not.toContain('很好')
})

it('drafts a campaign, freezes it for good, and annuls it with a reason', async () => {
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const now = instant(new Date())
  await office.open('survey')
  await office.tap('新起草一次评议')
  await office.type('这次评议叫什么?', '又一次评议')
  await office.tap('起草')
  await office.see('下一步:冻结')
  await office.see(/个乡镇都选了被评单位/)
  await office.type(/^来源/, '双色球第 2026137 期')
  await office.page.getByLabel('什么时候公布').fill(fieldOf(later(now, day)))
  await office.type(/^选票公钥/, toBase64url(publicKey(newSecretKey(random))))
  await office.type(/^密封公钥/, toBase64url(sealKeys(random).publicKey))
  await office.page.getByLabel('开始', { exact: true }).fill(fieldOf(later(now, 2 * day)))
  await office.page.getByLabel('停止领票', { exact: true }).fill(fieldOf(later(now, 9 * day)))
  expect(await office.page.getByLabel(/^截止投票/).inputValue()).toBe(fieldOf(later(now, 11 * day)))
  expect(await office.barriers()).toEqual([])
  await office.reload()
  await office.tap('保存方案')
  await office.see('方案存好了')
  await office.tap(/^改单位/)
  await office.tap('都不选')
  await office.tick('民乐供电所')
  await office.tick('民乐镇政府')
  expect(await office.barriers()).toEqual([])
  await office.tap('就评这 2 个')
  await office.see('2 个')
  await office.tap('冻结方案和名册')
  await office.see('冻结以后就不能改了')
  expect(await office.barriers()).toEqual([])
  await office.tap('冻结,不能再改')
  await office.page.getByText('下一步:输入公开数').waitFor({ timeout: 60_000 })
  await office.see('还没公布,现在输不了')
  expect(await office.sees('保存方案')).toBe(false)
  expect(await office.barriers()).toEqual([])
  await office.tap('作废这次评议')
  await office.type(/为什么作废/, '公开数的来源写错了')
  await office.tap('作废,公布理由')
  await office.see('这次评议作废了')
  await office.see(/公开数的来源写错了/)
})

it('shows what was counted with bars and intervals, and prints all of it', async () => {
  await office.open('survey')
  await office.tap(DEMO)
  await office.see('评议方案')
  const id = await campaignOn()
  const interval = (value: number) => ({ value, low: value - 3, high: value + 3 })
  const question = (value: number) => ({ n: 80, mean: interval(value), topTwo: interval(60), dontKnow: interval(20), designEffect: 1.2 })
  // A survey lasts days, and a test cannot: this answer of the server alone is what it will be after the count.
  await office.page.route(`**/v1/surveys/${id}`, async (route) => {
    const answer = await route.fetch()
    const campaign = Campaign.parse(await answer.json())
    const [stratum] = campaign.strata
    if (!stratum) throw new Error('the campaign has no stratum')
    const place = { county: stratum.county, township: stratum.township }
    const result = (nth: number) => ({
      ...{ unitId: stratum.units[nth]!.id, name: stratum.units[nth]!.name, asked: 100, group: 1 + (nth % 2) },
      questions: { service: question(80 - nth), conduct: question(70), results: question(60) },
      ...{ score: interval(75 - nth), dontKnow: interval(20), money: { n: 90, share: interval(5) } },
    })
    const totals = Totals.parse({
      ...{ campaignId: id, countedAt: instant(new Date()) },
      strata: [{ id: stratum.id, ...place, roll: 2053, sample: 200, drew: 120, ballots: 101, spoilt: 1, weight: 20.53 }],
      units: stratum.units.map((_, nth) => result(nth)),
      unitsByCounty: stratum.units.map((_, nth) => ({ ...result(nth), county: stratum.county })),
      watched: [{ county: stratum.county, n: 100, nobody: 80, helped: 10, watched: 5, silent: 5 }],
      spoilt: [{ receipt: '0'.repeat(64), because: 'form' }],
    })
    await route.fulfill({ response: answer, json: { ...campaign, state: 'published', totals } })
  })
  await office.reload()
  await office.tap('结果')
  await office.see(/^第 2 组/)
  await office.see('101 / 200')
  expect(await office.barriers()).toEqual([])
  const show = (measure: string) => office.page.locator('.ant-segmented-item', { hasText: measure }).click()
  await show('收钱物')
  await office.see('5.0')
  await show('回收')
  await office.see('50.5%')
  expect(await office.barriers()).toEqual([])
  const paper = await printed(office)
  expect(paper.isA4).toBe(true)
  expect(paper.pages).toBeGreaterThan(2)
  expect(paper.pages).toBeLessThan(7)
  await office.page.unroute(`**/v1/surveys/${id}`)
})

it('opens to everybody only what is theirs', async () => {
  const inspection = await stage.desktop()
  await signInByPicking(inspection, '督查组', /^督查 /)
  await inspection.tap('群众评机关')
  await inspection.tap(DEMO)
  await inspection.see('评议方案')
  const buttons = await inspection.page.getByRole('button').allInnerTexts()
  expect(buttons.filter((name) => /纸质|电话|作废|单位/.test(name))).toEqual([])
  expect(buttons).toEqual(expect.arrayContaining(['方案', '进度']))
  await inspection.open('rectifications')
  await inspection.see('没有“没答复”的整改')
  expect(await inspection.barriers()).toEqual([])
  await inspection.close()

  const desk = await stage.desktop()
  await signInByPicking(desk, '水利局', /^经办 /)
  await desk.see('评议整改')
  expect(await desk.sees('群众评机关')).toBe(false)
  await desk.tap('评议整改')
  await desk.see('没有“没答复”的整改')
  await desk.close()

  const cadre = await stage.desktop()
  await signInByPicking(cadre, '陈建华', /^干部 陈建华/)
  await cadre.see('群众来信')
  for (const hidden of ['群众评机关', '评议整改']) expect(await cadre.sees(hidden)).toBe(false)
  await cadre.close()
})

it('says that there is no network, and stays usable at 390 px', async () => {
  await office.open('survey')
  await office.page.getByRole('link', { name: DEMO }).waitFor()
  await office.offline(true)
  await office.see('没有网络')
  await office.tap('刷新')
  await office.see('没有连上服务器')
  await office.see('下面是上次的内容')
  await office.offline(false)
  await office.tap('再试一次')
  await office.seeNoMore('没有连上服务器')
  await office.page.setViewportSize({ width: 390, height: 844 })
  await office.tap(DEMO)
  for (const tab of ['方案', '进度', '纸质问卷', '电话评议']) {
    await office.tap(tab)
    await office.page.waitForLoadState('networkidle')
    expect([tab, await office.page.evaluate('document.documentElement.scrollWidth')]).toEqual([tab, 390])
    expect(await office.barriers()).toEqual([])
  }
})
