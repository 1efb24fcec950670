import { enlarge, faults } from './look'
import { tie } from './people'
import type { Phone } from './phone'
import { openStage, type Stage } from './stage'
import { pageInFront, rate, rateAll, votingWalk } from './voting'

jest.setTimeout(240_000)

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const kept = (phone: Phone, name: string) =>
  phone.page.evaluate((wanted) => {
    const key = Object.keys(localStorage).find((one) => one.startsWith(wanted))
    // Taro's browser build wraps what is stored.
    return key ? (JSON.parse(String(JSON.parse(localStorage.getItem(key) ?? '{}').data)) as Record<string, unknown>) : undefined
  }, `${name}:`)

it('can be filled in, sent and found again on every screen, in the largest letters and by ear as well', async () => {
  const villager = await stage.phoneOf('0217')
  await tie(villager)
  await villager.see('抽中您家评机关')
  const found: string[] = []
  await votingWalk(villager, async (phone, name) => {
    await phone.page.waitForTimeout(300)
    for (const size of ['plain', 'large'] as const) {
      await enlarge(phone, size === 'large')
      found.push(...(await faults(phone, size)).map((fault) => `${name} ${size}: ${fault}`))
    }
    await enlarge(phone, false)
  })
  expect(found).toEqual([])
  expect(await villager.sees('抽中您家评机关')).toBe(false)
  expect(await kept(villager, 'ballot')).toEqual({
    stands: 'in',
    campaignId: expect.any(String),
    receipt: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(await kept(villager, 'answers')).toBeUndefined()
  expect(villager.sent('/v1/ballots')).toHaveLength(1)
})

it('asks for a ballot only after the summary, and says who casts it to nobody', async () => {
  const villager = await stage.phoneOf('还没有结对干部')
  await tie(villager)
  const headers: Record<string, string>[] = []
  villager.page.on('request', (request) => {
    if (request.url().endsWith('/v1/ballots')) void request.allHeaders().then((all) => headers.push(all))
  })
  await villager.tap(/^抽中您家评机关/)
  await villager.tap('开始评')
  await pageInFront(villager)
  await rate(villager, 0, 5)
  await rate(villager, 1, 2)
  await villager.tap('下一个')
  await villager.see(/^2 \/ /)
  await villager.reload()
  expect((await pageInFront(villager)).page).toBe(2)
  await villager.tap('返回')
  await villager.see(/^1 \/ /)
  const chosen = villager.page.getByRole('radio', { checked: true }).filter({ visible: true })
  expect(await chosen.allInnerTexts()).toEqual(['很好', '差'])
  await rateAll(villager)
  await villager.tap('不回答,看一遍')
  await villager.see('再看一遍')
  await villager.reload()
  await villager.see('再看一遍')
  expect([...villager.sent('/v1/ballot-draws'), ...villager.sent('/v1/ballots')]).toEqual([])

  // The ballot leaves, its acknowledgement does not come back, and the browser is closed then.
  await villager.page.route('**/v1/ballots', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await villager.tap('投进票箱')
  await villager.see('还没有投进去')
  await villager.page.unroute('**/v1/ballots')
  await villager.open('survey/fill/screen')
  await villager.reload()
  await villager.see('已经投进票箱')
  expect(new Set(villager.sent('/v1/ballots').map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(villager.sent('/v1/ballot-draws')).toHaveLength(1)
  for (const all of headers) expect(Object.keys(all).filter((name) => ['authorization', 'cookie'].includes(name))).toEqual([])
  expect(headers.length).toBeGreaterThan(0)
})
