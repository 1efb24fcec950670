import { fireEvent, screen } from '@testing-library/react'

import { serve, show, signedIn } from '../../../tests/stand-ins/show'
import { aCampaign, answersOf, type Campaign, sentTo } from '../../../tests/stand-ins/survey'
import { phone } from '../../../tests/stand-ins/taro'
import { keepBallot } from '../../api/ballot'
import { phone as here } from '../../api/phone'
import { say, unfilled } from '../answers'
import { write } from '../filled'
import StartScreen from './screen'

let campaign: Campaign
const RECEIPT = `3f${'ab'.repeat(31)}`
const receiptsOf = (prefix: string) => `/v1/survey-receipts/${campaign.paper.campaignId}/${prefix}`

beforeEach(() => {
  signedIn()
  campaign = aCampaign()
  here.votes = true
  Object.assign(globalThis, { SURVEY_KEYS: campaign.release })
  serve(answersOf(campaign))
})
afterEach(() => jest.restoreAllMocks())

const inTheBox = () => keepBallot({ stands: 'in', campaignId: campaign.paper.campaignId, receipt: RECEIPT })

it('invites the household, says until when, and begins', async () => {
  show(<StartScreen />)
  await screen.findByText('您家抽中了')
  screen.getByText(/和民乐镇打交道的 3 个单位打分/)
  screen.getByText('没人知道您选了什么')
  fireEvent.click(screen.getByRole('button', { name: '开始评' }))
  expect(phone.ways).toEqual(['/survey/fill/screen'])
})

it('goes on with what was begun, or with what is sealed', async () => {
  const order = campaign.paper.stratum.units.map(({ id }) => id)
  write(say(unfilled(campaign.paper.campaignId, order), order[0]!, { service: 4 }))
  const { unmount } = show(<StartScreen />)
  await screen.findByRole('button', { name: '接着评' })
  unmount()
  const { campaignId, drawsUntil, castsUntil } = campaign.paper
  const begun = { input: '', blind: '', blinded: '', tweakedKey: '' }
  keepBallot({ stands: 'drawing', campaignId, drawsUntil, castsUntil, stratumId: '', sealed: '', receipt: '', begun })
  show(<StartScreen />)
  await screen.findByText('您的票还没有投进去')
  fireEvent.click(screen.getByRole('button', { name: '接着投进票箱' }))
})

it.each([
  ['notDrawn', '这次没有抽到您家'],
  ['onlyConfirmed', '请用纸质问卷或者电话评议'],
  ['worksForUnit', '请家里其他人来评'],
  ['notYet', '评议还没有开始'],
  ['drawsOver', '领选票的时间已经过了'],
  ['over', '这次评议已经结束'],
  ['noSurvey', '现在没有评议'],
])('says why there is nothing to fill in: %s', async (why, words) => {
  serve({ 'GET /v1/survey': { why } })
  show(<StartScreen />)
  await screen.findByText(words)
  expect(screen.queryByRole('button', { name: '开始评' })).toBeNull()
})

it('shows the household its own number, and that somebody drew in its name', async () => {
  serve({ 'GET /v1/survey': { ...campaign.mine(), paper: undefined, mine: { ...campaign.mine().mine, drew: 'paper' } } })
  show(<StartScreen />)
  await screen.findByText('您家已经领过选票')
  screen.getByText('您家已经领了纸质问卷。')
  screen.getByText('7000 0000 0000 0000 0000 0000 0000 0000')
})

it('offers no second ballot where another phone of the household has drawn', async () => {
  campaign.drawnElsewhere()
  show(<StartScreen />)
  await screen.findByText('您家已经用手机领了选票。')
  expect(screen.queryByRole('button', { name: '开始评' })).toBeNull()
})

it('says why a campaign was annulled', async () => {
  serve({
    'GET /v1/survey': { why: 'over', campaign: { ...campaign.mine().campaign, state: 'annulled', because: '钥匙可能泄露了' } },
  })
  show(<StartScreen />)
  await screen.findByText('这次评议作废了:钥匙可能泄露了')
})

it('is not here in a deployed browser build, on a phone that cannot seal, and in a release for no campaign', async () => {
  here.votes = false
  const first = show(<StartScreen />)
  await screen.findByText('请用微信小程序评议')
  first.unmount()
  here.votes = true
  Object.assign(globalThis, { SURVEY_KEYS: null })
  const second = show(<StartScreen />)
  await screen.findByText('请更新小程序')
  second.unmount()
  const bigInt = globalThis.BigInt
  Object.assign(globalThis, { BigInt: undefined })
  show(<StartScreen />)
  await screen.findByText('这部手机封不了票')
  Object.assign(globalThis, { BigInt: bigInt })
})

describe('find my ballot', () => {
  const open = async (state: string, items: object[]) => {
    inTheBox()
    const mine = { ...campaign.mine(), paper: undefined, why: 'over', campaign: { ...campaign.mine().campaign, state } }
    serve({ 'GET /v1/survey': mine, [`GET ${receiptsOf('3f')}`]: { items } })
    show(<StartScreen />)
    await screen.findByText('您的票已经在票箱里')
    fireEvent.click(await screen.findByRole('button', { name: '找我的票' }))
  }
  const other = { receipt: `3f${'cd'.repeat(31)}`, digest: 1, spoilt: false }

  it.each([
    ['counted', [other, { receipt: RECEIPT, digest: 2, spoilt: false }], /已经算进去了/],
    ['spoilt', [other, { receipt: RECEIPT, digest: 2, spoilt: true }], /没有算进去/],
    ['not there', [other], /没有找到您的票/],
  ])('says that it is %s, and asks by two signs without a session', async (_, items, words) => {
    await open('published', items)
    await screen.findByText(words)
    expect(sentTo(receiptsOf('3f')).map(({ header }) => Object.keys(header))).toEqual([['content-type']])
    expect(JSON.stringify(phone.requests)).not.toContain(RECEIPT)
  })

  it('does not say that a ballot is missing before any are published', async () => {
    await open('open', [])
    await screen.findByText(/评议结束以后公布/)
  })

  it('finds the ballot, though this phone does not know yet that the survey is over', async () => {
    await open('open', [{ receipt: RECEIPT, digest: 2, spoilt: false }])
    await screen.findByText(/已经算进去了/)
  })
})
