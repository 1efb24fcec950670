import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import * as z from 'zod/mini'

import { fromBase64url } from '../../../../ballot/bytes'
import { receiptOf } from '../../../../ballot/receipt'
import { open } from '../../../../ballot/seal'
import { readSheet } from '../../../../ballot/sheet'
import { finalizeAll, tokenInfo, tokenIsGood } from '../../../../ballot/token'
import { Pack, StratumId, surveyCasts } from '../../../../contract/survey'
import { aCampaign, campaignKeys, evaluated } from '../../../../tests/stand-ins/campaign'
import { id } from '../../../../tests/stand-ins/makers'
import { desktop, showPage } from '../../../../tests/stand-ins/office'
import { begin, begunOf } from '../../ballot/begun'
import { sheetCode, tailOf } from '../../ballot/code'
import { VoidSheets } from '../void/void-sheets'
import { Entry } from './entry'

const keys = campaignKeys()
const campaign = aCampaign(keys)
const stratumId = StratumId.parse(id(0x1))
const info = tokenInfo(campaign.id, stratumId)
const pack = Pack.parse({ id: id(0x9), stratumId, sheets: 4, entered: 0, voided: 0, madeAt: '2026-12-01T00:00:00.000Z', madeBy: '陆文' })
const [stratum] = campaign.strata
const cast = surveyCasts['POST /v1/ballots'].body
const CAST = 'POST /v1/ballots'
const BOOK = `POST /v1/surveys/${campaign.id}/packs/${pack.id}/entries`
const Line = z.object({ step: z.string(), kind: z.string(), sheets: z.number(), with: z.string() })

/** Codes of sheets as they lie on paper. */
function printed(count: number): string[] {
  const begun = Array.from({ length: count }, () => begin(campaign.id, stratumId, campaign.plan.tokenKey ?? ''))
  const answer = evaluated(
    keys.token,
    stratumId,
    begun.map(({ blinded }) => blinded),
  )
  const tokens = finalizeAll(begun.map(begunOf), info, answer.evaluated.map(fromBase64url), fromBase64url(answer.proof)) ?? []
  return tokens.map((token) => sheetCode(campaign.id, stratumId, token))
}
const [A, B] = printed(2) as [string, string]

const taken = ({ body }: { body: unknown }) => ({ receipt: receiptOf(campaign.id, stratumId, fromBase64url(cast.parse(body).sealed)) })
const answers = {
  'GET /v1/intake/colleagues': { items: [{ id: id(0x60), name: '黄丽', post: '科员' }] },
  [CAST]: taken,
  [BOOK]: ({ body }: { body: unknown }) => ({ ...pack, entered: Line.parse(body).sheets }),
}
const page = () => <Entry campaign={campaign} pack={pack} stratum={stratum!} back={null} />
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

async function scan(code: string) {
  const field = await screen.findByPlaceholderText(/用扫码枪扫/)
  fireEvent.change(field, { target: { value: code } })
  tap('就是这张')
}
/** Types a sheet, a digit a cell; the sheet is at an end with its last digit. */
async function type(code: string, digits: string) {
  await scan(code)
  const boxes = await waitFor(() => {
    const found = within(screen.getByRole('table')).getAllByRole('textbox')
    expect(found).toHaveLength(digits.length)
    return found
  })
  for (const [at, digit] of [...digits].entries()) fireEvent.change(boxes[at]!, { target: { value: digit } })
  tap('这张录好了')
}
const chooseColleague = (label: string) => fireEvent.change(screen.getByRole('combobox', { name: label }), { target: { value: '黄丽' } })
async function bothPasses(first: [string, string][], second: [string, string][]) {
  for (const [code, digits] of first) await type(code, digits)
  chooseColleague('谁录第二遍')
  tap('交给黄丽录第二遍')
  for (const [code, digits] of second) await type(code, digits)
  tap('录完了,对一对')
}

it('has two persons type, shows where they differ, and casts what the paper says', async () => {
  const desk = desktop(['office'], answers)
  const shown = showPage(page())
  await bothPasses(
    [
      [A, '543112221'],
      [B, '000000000'],
    ],
    [
      [B, '000000000'],
      [A, '543115221'],
    ],
  )
  expect(await screen.findByText(/有 1 处两遍不一样/)).toBeTruthy()
  // What was typed twice survives a reload; nothing has left this desktop.
  shown.unmount()
  showPage(page())
  expect(screen.getByText(`尾号 ${tailOf(A)}`)).toBeTruthy()
  expect(screen.getByText(/民政局 · 作风/)).toBeTruthy()
  expect(desk.of(CAST)).toEqual([])
  fireEvent.click(screen.getByRole('radio', { name: '5 很好' }))
  tap('封好,投这 2 张')
  await waitFor(() => expect(desk.of(BOOK)).toHaveLength(1))

  const sheets = await Promise.all(
    desk.of(CAST).map(async ({ body, authorization }) => {
      expect(authorization).toBeNull()
      const { token, sealed } = cast.parse(body)
      expect(tokenIsGood(keys.token, info, { input: fromBase64url(token.input), output: fromBase64url(token.output) })).toBe(true)
      return readSheet((await open(keys.seal.secretKey, info, fromBase64url(sealed))) ?? new Uint8Array(), 2)
    }),
  )
  expect(sheets).toHaveLength(2)
  expect(sheets).toContainEqual({ watched: 0, units: [] })
  expect(sheets).toContainEqual({
    watched: 1,
    units: [
      { unit: 0, service: 5, conduct: 4, results: 3, money: 1 },
      { unit: 1, service: 1, conduct: 5, results: 2, money: 2 },
    ],
  })
  expect(Line.parse(desk.of(BOOK)[0]?.body)).toMatchObject({ kind: 'entered', sheets: 2, with: '黄丽' })
  await waitFor(() => expect(Object.keys(sessionStorage).join()).not.toMatch(/survey/))
})

it('takes no second sheet of one code, no wrong line, and in the second pass no sheet that the first has not typed', async () => {
  desktop(['office'], answers)
  showPage(page())
  await type(A, '543112221')
  await scan(A)
  expect(screen.getByText('这张这一遍录过了。')).toBeTruthy()
  await scan(B.slice(0, 20) + (B[20] === '0' ? '1' : '0') + B.slice(21))
  expect(screen.getByText(/第 2 行打错了/)).toBeTruthy()
  chooseColleague('谁录第二遍')
  tap('交给黄丽录第二遍')
  await scan(B)
  expect(screen.getByText('第一遍没有录这张,请先放一边。')).toBeTruthy()
})

it('waits for a sheet that was typed once only, until it is typed again or laid aside', async () => {
  const desk = desktop(['office'], answers)
  showPage(page())
  await bothPasses(
    [
      [A, '543112221'],
      [B, '000000000'],
    ],
    [[A, '543112221']],
  )
  expect(await screen.findByText(`尾号 ${tailOf(B)}:第二遍没有录`)).toBeTruthy()
  expect(screen.getByRole('button', { name: '还有 1 处没定' })).toHaveProperty('disabled', true)
  tap('这次不录这张')
  tap('封好,投这 1 张')
  await waitFor(() => expect(desk.of(BOOK)).toHaveLength(1))
  expect(desk.of(CAST)).toHaveLength(1)
})

it('sends the very same ballots and book line again where answers were lost', async () => {
  let lost = 1
  const flaky = (answer: (asked: { body: unknown }) => unknown) => (asked: { body: unknown }) => {
    if (lost-- > 0) throw new Error('no signal')
    return answer(asked)
  }
  const desk = desktop(['office'], { ...answers, [CAST]: flaky(taken), [BOOK]: flaky(answers[BOOK] as typeof taken) })
  const shown = showPage(page())
  await bothPasses([[A, '543112221']], [[A, '543112221']])
  tap('封好,投这 1 张')
  await screen.findByText(/没有连上服务器/)
  shown.unmount()
  expect(Object.values(sessionStorage).join()).not.toMatch(/cells/)
  showPage(page())
  lost = 0
  tap('接着投票')
  await waitFor(() => expect(desk.of(BOOK)).toHaveLength(1))
  expect(new Set(desk.of(CAST).map(({ body }) => JSON.stringify(body))).size).toBe(1)
})

it('says which sheets were not taken, and books the others', async () => {
  const refusal = { problem: 'tokenUsed', says: '这张选票已经投过了,里面的内容和这次的不一样。' }
  let first = true
  const desk = desktop(['office'], {
    ...answers,
    [CAST]: (asked: { body: unknown }) => {
      if (!first) return taken(asked)
      first = false
      return refusal
    },
  })
  showPage(page())
  await bothPasses(
    [
      [A, '543112221'],
      [B, '543112221'],
    ],
    [
      [A, '543112221'],
      [B, '543112221'],
    ],
  )
  tap('封好,投这 2 张')
  expect(await screen.findByText(/这 1 张没有收下/)).toBeTruthy()
  expect(Line.parse(desk.of(BOOK)[0]?.body)).toMatchObject({ sheets: 1 })
})

it('voids unused sheets by two persons, as zeros', async () => {
  const desk = desktop(['office'], answers)
  showPage(<VoidSheets campaign={campaign} pack={pack} stratum={stratum!} back={null} />)
  await scan(A)
  await scan(A)
  expect(screen.getByText('这张扫过了。')).toBeTruthy()
  tap('作废这 1 张')
  expect(screen.getByText('请写是和谁一起作废的。')).toBeTruthy()
  chooseColleague('和谁一起作废的')
  tap('作废这 1 张')
  await waitFor(() => expect(desk.of(BOOK)).toHaveLength(1))
  expect(fromBase64url(cast.parse(desk.of(CAST)[0]?.body).sealed).every((byte) => byte === 0)).toBe(true)
  expect(Line.parse(desk.of(BOOK)[0]?.body)).toMatchObject({ kind: 'voided', sheets: 1, with: '黄丽' })
})
