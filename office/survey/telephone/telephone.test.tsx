import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import * as z from 'zod/mini'

import { fromBase64url } from '../../../ballot/bytes'
import { receiptOf } from '../../../ballot/receipt'
import { open } from '../../../ballot/seal'
import { readSheet } from '../../../ballot/sheet'
import { tokenInfo, tokenIsGood } from '../../../ballot/token'
import { surveyCasts } from '../../../contract/survey'
import { aCampaign, campaignKeys, evaluated } from '../../../tests/stand-ins/campaign'
import { id } from '../../../tests/stand-ins/makers'
import { desktop, showPage } from '../../../tests/stand-ins/office'
import Telephone from './telephone'

const keys = campaignKeys()
const campaign = aCampaign(keys)
const stratumId = id(0x1)
const entry = (nth: number, more: object = {}) => ({
  ...{ rollId: id(0x30 + nth), stratumId, householdId: id(0x40 + nth), headName: `户主${nth}`, village: '桃冲村', group: '14组' },
  ...more,
})
const Drawn = z.object({ blinded: z.string() })
const cast = surveyCasts['POST /v1/ballots'].body
const CAST = 'POST /v1/ballots'
const DRAW = 'POST /v1/telephone-draws'

const answers = {
  'GET /v1/intake/villages': { items: [{ id: id(0x50), name: '桃冲村', township: '民乐镇' }] },
  [`GET /v1/surveys/${campaign.id}/roll`]: { items: [entry(1), entry(2, { drew: 'phone' })] },
  [DRAW]: ({ body }: { body: unknown }) => {
    const one = evaluated(keys.token, stratumId, [Drawn.parse(body).blinded])
    return { evaluated: one.evaluated[0], proof: one.proof }
  },
  [CAST]: ({ body }: { body: unknown }) => {
    const { campaignId, sealed } = cast.parse(body)
    return { receipt: receiptOf(campaignId, stratumId, fromBase64url(sealed)) }
  },
}

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const choose = (question: RegExp, level: string) =>
  fireEvent.click(within(screen.getByRole('group', { name: question })).getByRole('radio', { name: level }))

async function untilTheQuestions() {
  fireEvent.click(screen.getByRole('checkbox', { name: /照着念了/ }))
  tap('开始')
  fireEvent.mouseDown(screen.getByRole('combobox', { name: '哪个村' }))
  fireEvent.click(await screen.findByText('民乐镇 桃冲村'))
  await screen.findByText('户主1')
}
async function untilTheSummary() {
  await untilTheQuestions()
  expect(screen.getAllByRole('button', { name: /就是这户/ })).toHaveLength(1)
  tap(/就是这户/)
  choose(/办事快不快/, '好')
  choose(/作风/, '很差')
  choose(/办成/, '不了解')
  choose(/钱物/, '没有')
  tap('下一个')
  tap(/不了解这个单位/)
  choose(/旁边看着/, '没有人')
  tap('念一遍')
  await screen.findByText('请从头念给对方听。要改的点“改”。')
}

it('says first that the interviewer hears the answers, and goes no further before it was said', () => {
  desktop(['office'], answers)
  showPage(<Telephone campaign={campaign} />)
  expect(screen.getByText(/您在电话里说的答案,我会听到/)).toBeTruthy()
  tap('开始')
  expect(screen.queryByRole('combobox')).toBeNull()
})

it('interviews no household that the interviewer leads or helps, and says so before anything is asked', async () => {
  const items = [entry(1), entry(3, { own: true })]
  desktop(['office'], { ...answers, [`GET /v1/surveys/${campaign.id}/roll`]: { items } })
  showPage(<Telephone campaign={campaign} />)
  expect(screen.getByText(/您自己结对、帮扶的户,不能由您打/)).toBeTruthy()
  await untilTheQuestions()
  expect(screen.getByText('您结对或帮扶的户,请换同事办')).toBeTruthy()
  expect(screen.getAllByRole('button', { name: /就是这户/ })).toHaveLength(1)
})

it('draws and casts only on the villager’s yes, without a session, and keeps nothing of it', async () => {
  const desk = desktop(['office'], answers)
  showPage(<Telephone campaign={campaign} />)
  await untilTheSummary()
  tap(/领票,封好投出/)
  expect(desk.of(DRAW)).toEqual([])
  fireEvent.click(screen.getByRole('checkbox', { name: /就这样投/ }))
  tap(/领票,封好投出/)
  await screen.findByText('投好了')
  const [{ body, authorization } = { body: undefined, authorization: '' }] = desk.of(CAST)
  expect(authorization).toBeNull()
  const { token, sealed } = cast.parse(body)
  const info = tokenInfo(campaign.id, stratumId)
  expect(tokenIsGood(keys.token, info, { input: fromBase64url(token.input), output: fromBase64url(token.output) })).toBe(true)
  const sheet = await open(keys.seal.secretKey, info, fromBase64url(sealed))
  expect(readSheet(sheet ?? new Uint8Array(), 2)).toEqual({
    watched: 1,
    units: [{ unit: 0, service: 4, conduct: 1, results: 0, money: 1 }],
  })
  expect(Object.values(sessionStorage).join()).not.toMatch(/cells|sealed|户主1/)
})

it('sends the same draw and the same ballot again where an answer was lost, even after a reload', async () => {
  let lost = 2
  const flaky = (call: string) => (asked: { body: unknown }) => {
    if (lost-- > 0) throw new Error('no signal')
    return answers[call as typeof DRAW](asked)
  }
  const desk = desktop(['office'], { ...answers, [DRAW]: flaky(DRAW), [CAST]: flaky(CAST) })
  const first = showPage(<Telephone campaign={campaign} />)
  await untilTheSummary()
  fireEvent.click(screen.getByRole('checkbox', { name: /就这样投/ }))
  tap(/领票,封好投出/)
  await screen.findByText(/没有连上服务器/)
  first.unmount()
  expect(Object.values(sessionStorage).join()).not.toMatch(/cells/)
  showPage(<Telephone campaign={campaign} />)
  tap('再送一次')
  await screen.findByText(/没有连上服务器/)
  lost = 0
  tap('再送一次')
  await screen.findByText('投好了')
  expect(new Set(desk.of(DRAW).map(({ body }) => Drawn.parse(body).blinded)).size).toBe(1)
  expect(new Set(desk.of(CAST).map(({ body }) => JSON.stringify(body))).size).toBe(1)
})

it('casts nothing where another key than the campaign’s has evaluated the token', async () => {
  const other = campaignKeys()
  const desk = desktop(['office'], {
    ...answers,
    [DRAW]: ({ body }: { body: unknown }) => {
      const one = evaluated(other.token, stratumId, [Drawn.parse(body).blinded])
      return { evaluated: one.evaluated[0], proof: one.proof }
    },
  })
  showPage(<Telephone campaign={campaign} />)
  await untilTheSummary()
  fireEvent.click(screen.getByRole('checkbox', { name: /就这样投/ }))
  tap(/领票,封好投出/)
  await screen.findByText(/钥匙和公布的公钥对不上/)
  expect(desk.of(CAST)).toEqual([])
})

it('says why a household cannot vote here, and forgets the answers', async () => {
  const refusal = { problem: 'alreadyDrawn', says: '您家的选票已经领过了。' }
  const desk = desktop(['office'], { ...answers, [DRAW]: refusal })
  showPage(<Telephone campaign={campaign} />)
  await untilTheSummary()
  fireEvent.click(screen.getByRole('checkbox', { name: /就这样投/ }))
  tap(/领票,封好投出/)
  await screen.findByText(refusal.says)
  expect(desk.of(CAST)).toEqual([])
  tap('打下一个电话')
  await waitFor(() => expect(screen.getByText(/我会听到/)).toBeTruthy())
})

it('asks nobody any more once draws are over', () => {
  desktop(['office'], answers)
  const { plan } = campaign
  showPage(<Telephone campaign={{ ...campaign, plan: { ...plan, drawsUntil: plan.opensAt } }} />)
  expect(screen.getByText('停止领票了')).toBeTruthy()
  expect(screen.queryByRole('checkbox')).toBeNull()
})
