import { fireEvent, screen, waitFor } from '@testing-library/react'
import * as z from 'zod/mini'

import { fromBase64url } from '../../../ballot/bytes'
import { keyFingerprint, strataDigest, stratumDigest } from '../../../ballot/digests'
import { surveyKeys } from '../../../config/survey-keys'
import { CampaignPlan, Totals } from '../../../contract/survey'
import { aCampaign, campaignKeys } from '../../../tests/stand-ins/campaign'
import { id } from '../../../tests/stand-ins/makers'
import { desktop, showPage } from '../../../tests/stand-ins/office'
import { Plan } from './plan'

const keys = campaignKeys()
const year = new Date().getFullYear() + 1
const inYear = (monthAndDay: string) => `${year}-${monthAndDay}T00:00:00.000Z`
const whole = aCampaign(keys).plan
const plan = {
  ...whole,
  source: { name: '双色球', at: inYear('11-29') },
  ...{ opensAt: inYear('12-01'), drawsUntil: inYear('12-13'), castsUntil: inYear('12-15') },
}
const draft = (more: object = {}) => aCampaign(keys, { state: 'draft', plan, ...more })
const SAVE = `PUT /v1/surveys/${draft().id}`
const FREEZE = `POST /v1/surveys/${draft().id}/freeze`
const Saved = z.object({ version: z.number(), plan: CampaignPlan })
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const fill = (label: RegExp | string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

it('saves what was changed, on the version it was read at, and keeps it through a reload until then', async () => {
  const desk = desktop(['office'], { [SAVE]: ({ body }: { body: unknown }) => draft({ version: 5, plan: Saved.parse(body).plan }) })
  const shown = showPage(<Plan campaign={draft()} />)
  fill('这次评议的名称', '又一次评议')
  shown.unmount()
  showPage(<Plan campaign={draft()} />)
  expect(screen.getByLabelText('这次评议的名称')).toHaveProperty('value', '又一次评议')
  tap('保存方案')
  await waitFor(() => expect(desk.of(SAVE)).toHaveLength(1))
  expect(Saved.parse(desk.of(SAVE)[0]?.body)).toEqual({ version: 4, plan: { ...plan, title: '又一次评议' } })
  await waitFor(() => expect(Object.keys(sessionStorage).join()).not.toMatch(/plan/))
})

it('does not save casts that end less than 48 hours after the draws, and says so', async () => {
  const desk = desktop(['office'], {})
  showPage(<Plan campaign={draft()} />)
  fill(/^截止投票/, `${year}-12-14T23:59`)
  expect(screen.getByText(/至少要比停止领票晚 48 小时/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '保存方案' })).toHaveProperty('disabled', true)
  fill(/^停止领票/, `${year}-12-12T09:00`)
  expect(screen.queryByText(/至少要比停止领票晚 48 小时/)).toBeNull()
  expect(desk.of(SAVE)).toEqual([])
})

it('does not overwrite what somebody else has saved meanwhile', () => {
  desktop(['office'], {})
  const shown = showPage(<Plan campaign={draft()} />)
  fill('这次评议的名称', '我的名称')
  shown.unmount()
  showPage(<Plan campaign={draft({ version: 5, plan: { ...plan, sample: 300 } })} />)
  expect(screen.getByText(/别人刚刚改过这份方案/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '保存方案' })).toHaveProperty('disabled', true)
  tap('不改了')
  expect(screen.getByLabelText('一共抽多少户')).toHaveProperty('value', '300')
})

it('shows the fingerprints of both keys, and freezes only after it has said what cannot be changed', async () => {
  const desk = desktop(['office'], { [FREEZE]: draft({ state: 'freezing', version: 5 }) })
  showPage(<Plan campaign={draft()} />)
  expect(screen.getAllByText(/^指纹 ([0-9a-f]{4} ?){16}$/)).toHaveLength(2)
  tap('冻结方案和名册')
  expect(await screen.findByText(/此刻的名册/)).toBeTruthy()
  expect(desk.of(FREEZE)).toEqual([])
  tap('冻结,不能再改')
  await waitFor(() => expect(desk.of(FREEZE)).toHaveLength(1))
})

it('says what the release is built with once all is frozen, in the form that the build takes', () => {
  desktop(['office'], {})
  const frozen = aCampaign(keys, { state: 'frozen', frozenDigest: 'f'.repeat(64) })
  showPage(<Plan campaign={frozen} />)
  const [, given] = /^SURVEY_KEYS="(.+)"$/.exec(screen.getByText(/^SURVEY_KEYS=/).textContent ?? '') ?? []
  const fingerprint = (key: string | undefined) => keyFingerprint(fromBase64url(key ?? '')).replace(/ /g, '')
  expect(surveyKeys(given)).toEqual({
    token: fingerprint(frozen.plan.tokenKey),
    seal: fingerprint(frozen.plan.sealKey),
    strata: strataDigest(frozen.strata.map(stratumDigest)),
  })
})

it('lets inspection look on: nothing to fill in, nothing to press', () => {
  desktop(['inspection'], {})
  showPage(<Plan campaign={draft()} />)
  expect(screen.queryAllByRole('textbox')).toEqual([])
  expect(screen.queryByRole('button', { name: /冻结|作废|保存|单位/ })).toBeNull()
})

it('annuls for a reason alone', async () => {
  const annul = `POST /v1/surveys/${draft().id}/annul`
  const desk = desktop(['office'], { [annul]: draft({ state: 'annulled', because: '钥匙丢了' }) })
  showPage(<Plan campaign={aCampaign(keys)} />)
  tap('作废这次评议')
  tap('作废,公布理由')
  expect(await screen.findByText(/请写理由/)).toBeTruthy()
  fill(/为什么作废/, '钥匙丢了')
  tap('作废,公布理由')
  await waitFor(() => expect(desk.of(annul).map(({ body }) => body)).toEqual([{ version: 4, because: '钥匙丢了' }]))
})

describe('the auditors’ totals', () => {
  const closed = aCampaign(keys, { state: 'closed' })
  const HAND = `POST /v1/surveys/${closed.id}/totals`
  const Part = z.object({ version: z.number(), part: z.number(), parts: z.number(), text: z.string() })
  const stratum = {
    id: id(0x1),
    county: '北流市',
    township: '民乐镇',
    roll: 2053,
    sample: 200,
    drew: 180,
    ballots: 171,
    spoilt: 1,
    weight: 12.08,
  }
  const unit = (nth: number) => ({ unitId: id(nth), name: `单位${nth}`, asked: 170, questions: {} })
  const totals = (more: object = {}) =>
    JSON.stringify(
      Totals.parse({
        ...{ campaignId: closed.id, countedAt: '2026-12-20T00:00:00.000Z', strata: [stratum] },
        ...{ units: Array.from({ length: 400 }, (_, nth) => unit(nth)), unitsByCounty: [], watched: [], spoilt: [], ...more },
      }),
    )
  /** jsdom's files cannot be read as a browser's can. */
  const fileOf = (text: string) => Object.assign(new File([], 'totals.json'), { text: async () => text })
  const give = (text: string) => fireEvent.change(screen.getByLabelText('totals.json'), { target: { files: [fileOf(text)] } })

  it('go in parts, each on the version that the one before was answered with', async () => {
    let lost = true
    const desk = desktop(['office'], {
      [HAND]: ({ body }: { body: unknown }) => {
        const { version, part, parts } = Part.parse(body)
        if (part === 1 && lost) {
          lost = false
          throw new Error('no signal')
        }
        return aCampaign(keys, { state: part === parts - 1 ? 'counted' : 'closed', version: version + 1 })
      },
    })
    showPage(<Plan campaign={closed} />)
    give(totals())
    expect(await screen.findByText(/171 张票,其中废票 1 张/)).toBeTruthy()
    tap('交上去')
    await screen.findByText(/没有连上服务器/)
    desk.sent.length = 0
    tap('交上去')
    await waitFor(() => expect(desk.of(HAND).length).toBeGreaterThan(2))
    await waitFor(() => expect(screen.getByText('结果交好了')).toBeTruthy())
    const parts = desk.of(HAND).map(({ body }) => Part.parse(body))
    expect(parts.map(({ text }) => text).join('')).toBe(totals())
    expect(parts.map(({ version, part }) => version - part)).toEqual(parts.map(() => 4))
  })

  it('of another campaign, or of no campaign at all, are not sent', async () => {
    const desk = desktop(['office'], {})
    showPage(<Plan campaign={closed} />)
    give(totals({ campaignId: id(0xd) }))
    expect(await screen.findByText('这是另一次评议的结果。')).toBeTruthy()
    give('{}')
    expect(await screen.findByText(/不是监票人给的/)).toBeTruthy()
    tap('交上去')
    expect(desk.of(HAND)).toEqual([])
  })
})
