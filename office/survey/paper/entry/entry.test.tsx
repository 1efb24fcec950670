import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import * as z from 'zod/mini'

import { fromBase64url } from '../../../../ballot/bytes'
import { receiptOf } from '../../../../ballot/receipt'
import { open } from '../../../../ballot/seal'
import { readSheet } from '../../../../ballot/sheet'
import { finalizeAll, tokenInfo, tokenIsGood } from '../../../../ballot/token'
import { Pack, StratumId, surveyCasts } from '../../../../contract/survey'
import { aCampaign, campaignKeys, evaluated } from '../../../../tests/stand-ins/campaign'
import { aMe, aSession, id } from '../../../../tests/stand-ins/makers'
import { desktop, showPage } from '../../../../tests/stand-ins/office'
import { begin, begunOf } from '../../ballot/begun'
import { sheetCode, tailOf } from '../../ballot/code'
import { VoidSheets } from '../void/void-sheets'
import { Entry } from './entry'

const keys = campaignKeys()
const campaign = aCampaign(keys)
const stratumId = StratumId.parse(id(0x1))
const info = tokenInfo(campaign.id, stratumId)
const at = '2026-12-01T00:00:00.000Z'
const pack = Pack.parse({ id: id(0x9), stratumId, sheets: 4, entered: 0, voided: 0, waiting: [], madeAt: at, madeBy: '陆文' })
const [stratum] = campaign.strata
const cast = surveyCasts['POST /v1/ballots'].body
const CAST = 'POST /v1/ballots'
const END = 'POST /v1/desktop-session/end'
const BOOK = `POST /v1/surveys/${campaign.id}/packs/${pack.id}/entries`
const Line = z.object({ step: z.string(), kind: z.enum(['entered', 'voided']), sheets: z.number() })
type Asked = { body: unknown; authorization: string | null }

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

const someone = (account: number, name: string, token: string) =>
  aSession({ token }, aMe({ accountId: id(account), staff: { name, unitName: '北流市督办室', roles: ['office'] } }))
const [lu, huang, he] = [someone(1, '陆文', 'token-1'), someone(2, '黄丽', 'token-2'), someone(3, '何平', 'token-3')]
const SIGN_IN = 'POST /v1/desktop-sign-ins/{id}/session'
const PACKS = `GET /v1/surveys/${campaign.id}/packs`

/** The book as the server keeps it: a line counts once two tokens have noted it. */
function bookkeeper() {
  const lines = new Map<string, z.infer<typeof Line> & { by: Set<string> }>()
  return ({ body, authorization }: Asked) => {
    const line = Line.parse(body)
    const { by } = lines.get(line.step) ?? lines.set(line.step, { ...line, by: new Set() }).get(line.step)!
    by.add(authorization ?? '')
    const all = [...lines.values()]
    const whole = (kind: string) => all.filter((one) => one.by.size > 1 && one.kind === kind).reduce((sum, one) => sum + one.sheets, 0)
    const half = all.filter((one) => one.by.size < 2)
    const waiting = half.map(({ step, kind, sheets }) => ({ step, kind, sheets, by: '陆文', at, own: true }))
    return { ...pack, entered: whole('entered'), voided: whole('voided'), waiting }
  }
}
const answersWith = (next: () => unknown = () => huang) => ({
  'POST /v1/desktop-sign-ins': { code: 'ABCD1234', check: '42', expiresAt: at },
  [SIGN_IN]: () => ({ session: next() }),
  'POST /v1/desktop-session/end': {},
  [PACKS]: { items: [pack] },
  [CAST]: taken,
  [BOOK]: bookkeeper(),
})
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
/** The code on the screen is looked after every second and a half. */
const seated = () => screen.findByText(/,已经登录/, {}, { timeout: 20_000 })
async function handOver() {
  tap('录完了,交给另一位同事')
  await screen.findByText('请录第二遍的同事登录')
  await seated()
}
async function bothPasses(first: [string, string][], second: [string, string][]) {
  for (const [code, digits] of first) await type(code, digits)
  await handOver()
  for (const [code, digits] of second) await type(code, digits)
  tap('录完了,对一对')
}

jest.setTimeout(60_000)

it('has two persons type, shows where they differ, and casts what the paper says', async () => {
  const desk = desktop(['office'], answersWith())
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
  await waitFor(() => expect(desk.of(BOOK)).toHaveLength(2))

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
  // Both have noted the very same line, each with their own session, and the second one is signed out again.
  expect(desk.of(BOOK).map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
  expect(new Set(desk.of(BOOK).map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(Line.parse(desk.of(BOOK)[0]?.body)).toMatchObject({ kind: 'entered', sheets: 2 })
  await waitFor(() => expect(desk.of(END).map(({ authorization }) => authorization)).toEqual(['Bearer token-2']))
  expect(sessionStorage.getItem('second')).toBeNull()
  await waitFor(() => expect(Object.keys(sessionStorage).join()).not.toMatch(/survey/))
})

it('takes no second sheet of one code, no wrong line, and in the second pass no sheet that the first has not typed', async () => {
  desktop(['office'], answersWith())
  showPage(page())
  await type(A, '543112221')
  await scan(A)
  expect(screen.getByText('这张这一遍录过了。')).toBeTruthy()
  await scan(B.slice(0, 20) + (B[20] === '0' ? '1' : '0') + B.slice(21))
  expect(screen.getByText(/第 2 行打错了/)).toBeTruthy()
  await handOver()
  await scan(B)
  expect(screen.getByText('第一遍没有录这张,请先放一边。')).toBeTruthy()
})

it('waits for a sheet that was typed once only, until it is typed again or laid aside', async () => {
  const desk = desktop(['office'], answersWith())
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
  await waitFor(() => expect(desk.of(BOOK)).toHaveLength(2))
  expect(desk.of(CAST)).toHaveLength(1)
})

it('sends the very same ballots and book line again where answers were lost', async () => {
  let lost = 1
  const flaky = (answer: (asked: Asked) => unknown) => (asked: Asked) => {
    if (lost-- > 0) throw new Error('no signal')
    return answer(asked)
  }
  const desk = desktop(['office'], { ...answersWith(), [CAST]: flaky(taken), [BOOK]: flaky(bookkeeper()) })
  const shown = showPage(page())
  await bothPasses([[A, '543112221']], [[A, '543112221']])
  tap('封好,投这 1 张')
  await screen.findByText(/没有连上服务器/)
  shown.unmount()
  expect(Object.values(sessionStorage).join()).not.toMatch(/cells/)
  showPage(page())
  lost = 0
  tap('接着投票')
  await waitFor(() => expect(desk.of(BOOK)).toHaveLength(2))
  expect(new Set(desk.of(CAST).map(({ body }) => JSON.stringify(body))).size).toBe(1)
})

it('says which sheets were not taken, and books the others', async () => {
  const refusal = { problem: 'tokenUsed', says: '这张选票已经投过了,里面的内容和这次的不一样。' }
  let first = true
  const desk = desktop(['office'], {
    ...answersWith(),
    [CAST]: (asked: Asked) => {
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
  const desk = desktop(['office'], answersWith())
  showPage(<VoidSheets campaign={campaign} pack={pack} stratum={stratum!} back={null} />)
  await scan(A)
  await scan(A)
  expect(screen.getByText('这张扫过了。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '作废这 1 张' })).toBeNull()
  tap('扫完了,请第二位登录')
  await seated()
  tap('作废这 1 张')
  await waitFor(() => expect(desk.of(BOOK)).toHaveLength(2))
  expect(fromBase64url(cast.parse(desk.of(CAST)[0]?.body).sealed).every((byte) => byte === 0)).toBe(true)
  expect(Line.parse(desk.of(BOOK)[0]?.body)).toMatchObject({ kind: 'voided', sheets: 1 })
})

it('lets neither the same person type the second time nor anybody who may not, and signs them out again', async () => {
  const next = [lu, he, huang]
  let theirs = 0
  const desk = desktop(['office'], {
    ...answersWith(() => next.shift()),
    [PACKS]: ({ authorization }: Asked) => (authorization === 'Bearer token-3' && theirs++ < 1 ? { items: [] } : { items: [pack] }),
  })
  showPage(page())
  await type(A, '543112221')
  tap('录完了,交给另一位同事')
  await screen.findByText(/这还是您自己/, {}, { timeout: 20_000 })
  await screen.findByText(/何平不能办这次评议/, {}, { timeout: 20_000 })
  await seated()
  expect(screen.getByText(/第二遍,由黄丽录/)).toBeTruthy()
  expect(desk.of(END).map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-3'])
  expect(desk.of(CAST)).toEqual([])
})

it('asks the same second person to sign in again where their session is over, and casts nothing twice', async () => {
  const next = [huang, he, someone(2, '黄丽', 'token-4')]
  let over = true
  const book = bookkeeper()
  const desk = desktop(['office'], {
    ...answersWith(() => next.shift()),
    [BOOK]: (asked: Asked) =>
      asked.authorization === 'Bearer token-2' && over ? { problem: 'signInAgain', says: '登录过期了' } : book(asked),
  })
  const shown = showPage(page())
  await bothPasses([[A, '543112221']], [[A, '543112221']])
  tap('封好,投这 1 张')
  await screen.findByText(/还要第二位确认,才算数/)
  over = false
  shown.unmount()
  showPage(page())
  expect(screen.getByText(/请黄丽用自己的手机登录/)).toBeTruthy()
  await screen.findByText(/请黄丽本人登录/, {}, { timeout: 20_000 })
  await waitFor(() => expect(desk.of(BOOK).at(-1)?.authorization).toBe('Bearer token-4'), { timeout: 20_000 })
  expect(desk.of(CAST)).toHaveLength(1)
  expect(new Set(desk.of(BOOK).map(({ body }) => JSON.stringify(body))).size).toBe(1)
  await waitFor(() => expect(sessionStorage.getItem('second')).toBeNull())
})

it('keeps the second person through a reload, until they are asked to leave', async () => {
  const desk = desktop(['office'], answersWith())
  const shown = showPage(page())
  await type(A, '543112221')
  await handOver()
  shown.unmount()
  showPage(page())
  expect(screen.getByText(/,已经登录/)).toBeTruthy()
  tap('请他退出')
  expect(screen.getByText('请录第二遍的同事登录')).toBeTruthy()
  await waitFor(() => expect(desk.of(END)).toHaveLength(1))
})
