import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'

import type { BallotPaper } from '../../../contract/survey'
import { reopened, serve, show, signedIn } from '../../../tests/stand-ins/show'
import { aCampaign, answersOf, type Campaign, sentTo } from '../../../tests/stand-ins/survey'
import { phone } from '../../../tests/stand-ins/taro'
import { phone as here } from '../../api/phone'
import { queries } from '../../api/cache'
import { useBallot } from '../../api/ballot'
import FillScreen from './screen'

let campaign: Campaign

beforeEach(() => {
  signedIn()
  campaign = aCampaign()
  here.votes = true
  Object.assign(globalThis, { SURVEY_KEYS: campaign.release })
  serve(answersOf(campaign))
})
afterEach(() => {
  jest.restoreAllMocks()
  jest.useRealTimers()
})

const unitInFront = () => {
  const found = campaign.paper.stratum.units.findIndex(({ name }) => screen.queryByText(name))
  if (found < 0) throw new Error('no unit is in front')
  return found
}
const question = (nth: number) => screen.getAllByRole('radiogroup')[nth]!
const rate = (nth: number, word: string) =>
  fireEvent.click([...question(nth).querySelectorAll('[role=radio]')].find((one) => one.textContent === word)!)
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const chosen = () => screen.queryAllByRole('radio', { checked: true }).map(({ textContent }) => textContent)
const drawn = () => sentTo('/v1/ballot-draws')
const cast = () => sentTo('/v1/ballots')

async function opened() {
  show(<FillScreen />)
  await screen.findByText('1 / 4')
}

/** What is answered of each unit, by its place on the list. */
const faces = [
  ['好', '很好', '一般'],
  ['很差', '差', '差'],
] as const

/** Answers of the first two units on the list, none of the third, and that somebody helped; the summary is in front. */
async function filledIn() {
  await opened()
  for (let page = 0; page < 3; page++) {
    const unit = unitInFront()
    faces[unit]?.forEach((word, nth) => rate(nth, word))
    if (unit === 1) rate(3, '有')
    press(unit === 2 ? '不了解,跳过' : '下一个')
  }
  fireEvent.click(screen.getByRole('radio', { name: '有人帮我点' }))
  press('看一遍')
  screen.getByText('再看一遍')
}
const inTheBox = {
  watched: 2,
  units: [
    { unit: 0, service: 4, conduct: 5, results: 3, money: 0 },
    { unit: 1, service: 1, conduct: 2, results: 2, money: 2 },
  ],
}

/** Killed, and opened again; what was read before is read anew. */
async function killed() {
  cleanup()
  reopened()
  await act(() => queries.invalidateQueries())
}

it('asks for one unit after the other with nothing chosen beforehand, and sends nothing before the summary', async () => {
  await opened()
  expect(chosen()).toEqual([])
  expect(screen.getAllByRole('radio')).toHaveLength(3 * 5 + 2)
  const names = new Set<number>()
  for (let page = 1; page <= 3; page++) {
    screen.getByText(`${page} / 4`)
    names.add(unitInFront())
    press('不了解,跳过')
  }
  expect(names.size).toBe(3)
  screen.getByText('4 / 4')
  press('不回答,看一遍')
  expect(screen.getAllByText('不了解,没有评')).toHaveLength(3)
  expect([...drawn(), ...cast()]).toEqual([])
})

it('puts just these answers in the box, with no session on the ballot, and keeps the receipt alone', async () => {
  await filledIn()
  const box = screen.getByRole('button', { name: '投进票箱' })
  act(() => {
    box.click()
    box.click()
  })
  await screen.findByText('已经投进票箱')
  expect(await campaign.opened()).toEqual([inTheBox])
  expect(drawn().map(({ header }) => header['authorization'])).toEqual(['Bearer token-1'])
  expect(cast()).toHaveLength(1)
  expect(cast()[0]).toMatchObject({ header: { 'content-type': 'application/json' }, credentials: 'omit' })
  expect(Object.keys(cast()[0]!.header)).toEqual(['content-type'])
  const { receipt } = campaign.cast(cast()[0]!.data) as { receipt: string }
  screen.getByText(receipt.replace(/(.{4})(?=.)/g, '$1 '))
  const kept = [...phone.storage].filter(([name]) => /^(ballot|answers):/.test(name)).map(([, text]) => JSON.parse(text))
  expect(kept).toEqual([{ stands: 'in', campaignId: campaign.paper.campaignId, receipt }])
})

it('goes on where it was left, with every answer, after a kill', async () => {
  await opened()
  press('不了解,跳过')
  const unit = unitInFront()
  rate(0, '很差')
  await killed()
  show(<FillScreen />)
  await screen.findByText('2 / 4')
  expect(unitInFront()).toBe(unit)
  expect(chosen()).toEqual(['很差'])
})

it('goes on without signal from what was read before', async () => {
  await opened()
  press('不了解,跳过')
  cleanup()
  phone.answer = () => Promise.reject(new Error('request:fail'))
  reopened()
  show(<FillScreen />)
  await screen.findByText('2 / 4')
})

it('lets an answer be changed or taken back, and a unit be changed from the summary', async () => {
  await filledIn()
  const name = campaign.paper.stratum.units[1]!.name
  press(new RegExp(`^${name}.*改$`))
  expect(unitInFront()).toBe(1)
  rate(0, '好')
  rate(1, '差')
  press('改好了')
  screen.getByText('再看一遍')
  screen.getByText('办事好 · 作风没评 · 办成差 · 收过钱物')
})

/** What may happen to one request: it does not leave, or its answer does not come back. */
const losses = [
  ['the draw does not leave', '/v1/ballot-draws', false],
  ['the answer to the draw is lost', '/v1/ballot-draws', true],
  ['the ballot does not leave', '/v1/ballots', false],
  ['the answer to the ballot is lost', '/v1/ballots', true],
] as const

it.each(losses)('casts one ballot where %s, and the program is killed then', async (_, url, arrives) => {
  const answer = phone.answer
  let lost = 0
  phone.answer = (request) => {
    if (request.url !== url || lost > 0) return answer(request)
    lost++
    if (arrives) void answer(request)
    return Promise.reject(new Error('request:fail'))
  }
  await filledIn()
  press('投进票箱')
  await screen.findByText('还没有投进去')
  expect(JSON.stringify([...phone.storage])).not.toContain('answers:')
  await killed()
  show(<FillScreen />)
  await screen.findByText('已经投进票箱')
  expect(await campaign.opened()).toEqual([inTheBox])
  expect(new Set(drawn().map(({ data }) => JSON.stringify(data))).size).toBe(1)
  expect(new Set(cast().map(({ data }) => JSON.stringify(data))).size).toBe(1)
})

it('tries again at a tap', async () => {
  const answer = phone.answer
  let away = true
  phone.answer = (request) => (away && request.url === '/v1/ballots' ? Promise.reject(new Error('request:fail')) : answer(request))
  await filledIn()
  press('投进票箱')
  await screen.findByText('没有网络。有了网再投。')
  away = false
  press('再投一次')
  await screen.findByText('已经投进票箱')
})

it('casts nothing with a token that the campaign’s key has not made, and asks again', async () => {
  const other = aCampaign()
  serve({ ...answersOf(campaign), 'POST /v1/ballot-draws': other.draw })
  await filledIn()
  press('投进票箱')
  await screen.findByText(/选票验不过/)
  expect(cast()).toEqual([])
  serve(answersOf(campaign))
  press('再投一次')
  await screen.findByText('已经投进票箱')
})

it('takes no receipt for its own but that of its own ballot', async () => {
  serve({ ...answersOf(campaign), 'POST /v1/ballots': { receipt: '0'.repeat(64) } })
  await filledIn()
  press('投进票箱')
  await screen.findByText('还没有投进去')
  expect(useBallot.getState().ballot?.stands).toBe('casting')
})

it('says where the household has drawn elsewhere, and keeps nothing that was said', async () => {
  campaign.drawnElsewhere()
  serve({ ...answersOf(campaign), 'GET /v1/survey': { ...campaign.mine(), mine: undefined } })
  await filledIn()
  press('投进票箱')
  await screen.findByText('您家的选票已经领过了。')
  expect(JSON.stringify([...phone.storage])).not.toMatch(/answers:|sealed/)
})

it('waits where the survey is said to be closed before its time', async () => {
  const closed = { problem: 'surveyClosed', says: '现在不在评议的时间里。' }
  serve({ ...answersOf(campaign), 'POST /v1/ballot-draws': closed })
  await filledIn()
  press('投进票箱')
  await screen.findByText('现在不在评议的时间里。')
  expect(useBallot.getState().ballot?.stands).toBe('drawing')
})

it('seals nothing where the phone has no room, and keeps what was said', async () => {
  await filledIn()
  phone.full = true
  press('投进票箱')
  await screen.findByText(/手机存满了/)
  expect(drawn()).toEqual([])
  phone.full = false
  press('投进票箱')
  await screen.findByText('已经投进票箱')
})

it('seals nothing where the phone has no random bytes', async () => {
  await filledIn()
  jest.spyOn(here, 'secretBytes').mockRejectedValue(new Error('getRandomValues:fail'))
  press('投进票箱')
  await screen.findByText(/封不了票/)
  jest.spyOn(here, 'secretBytes').mockResolvedValue(new Uint8Array(256))
  press('投进票箱')
  await screen.findByText(/封不了票/)
  expect(drawn()).toEqual([])
})

const others: readonly (readonly [string, (paper: BallotPaper, other: BallotPaper) => Partial<BallotPaper>, RegExp])[] = [
  ['keys for tokens', (_, { tokenKey }) => ({ tokenKey }), /钥匙和小程序里的不一样/],
  ['keys for sealing', (_, { sealKey }) => ({ sealKey }), /钥匙和小程序里的不一样/],
  ['units', ({ stratum }) => ({ stratum: { ...stratum, units: stratum.units.slice(1) } }), /单位和公布的不一样/],
]
it.each(others)('asks nothing on a paper with other %s than everybody’s', async (_, change, words) => {
  const paper = { ...campaign.paper, ...change(campaign.paper, aCampaign().paper) }
  serve({ ...answersOf(campaign), 'GET /v1/survey': { ...campaign.mine(), paper } })
  show(<FillScreen />)
  await screen.findByText(words)
  expect(screen.queryAllByRole('radio')).toEqual([])
})

it('asks nothing in a release for no campaign, nor in a deployed browser build', async () => {
  Object.assign(globalThis, { SURVEY_KEYS: null })
  const { unmount } = show(<FillScreen />)
  await screen.findByText(/请更新小程序再来/)
  unmount()
  here.votes = false
  show(<FillScreen />)
  await screen.findByText(/网页上不办评议/)
})

it('says why there is nothing to fill in, and why nothing can be read', async () => {
  serve({ 'GET /v1/survey': { why: 'onlyConfirmed' } })
  const { unmount } = show(<FillScreen />)
  await screen.findByText(/登记的手机号认过卡/)
  unmount()
  signedIn()
  phone.answer = () => Promise.reject(new Error('request:fail'))
  show(<FillScreen />)
  await waitFor(() => screen.getByText('再试一次'), { timeout: 4000 })
})
