import { fireEvent, screen, waitFor } from '@testing-library/react'
import * as z from 'zod/mini'

import { tokenInfo, tokenIsGood } from '../../../../ballot/token'
import { Slip, StratumId } from '../../../../contract/survey'
import { aCampaign, campaignKeys, evaluated, units } from '../../../../tests/stand-ins/campaign'
import { id } from '../../../../tests/stand-ins/makers'
import { desktop, showPage } from '../../../../tests/stand-ins/office'
import { readCode } from '../../ballot/code'
import { PrintPack } from './print-pack'

const keys = campaignKeys()
const campaign = aCampaign(keys)
const stratumId = StratumId.parse(id(0x1))
const Asked = z.object({ id: z.string(), blinded: z.array(z.string()) })
const PACKS = 'POST /v1/sheet-packs'
const evaluatedBy =
  (secret: Uint8Array) =>
  ({ body }: { body: unknown }) =>
    evaluated(secret, stratumId, Asked.parse(body).blinded)
const page = () => <PrintPack campaign={campaign} back={null} />
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const codes = () =>
  [...document.querySelectorAll('.sheet-code')].map((head) => [...head.querySelectorAll('code')].map((line) => line.textContent).join(' '))
const slips = () => [...document.querySelectorAll('.sheet-number')].map((slip) => slip.textContent ?? '')

async function make(count: number) {
  fireEvent.mouseDown(screen.getByRole('combobox', { name: '哪个乡镇的' }))
  fireEvent.click(await screen.findByText('北流市 民乐镇'))
  fireEvent.change(screen.getByRole('spinbutton', { name: '几张' }), { target: { value: String(count) } })
  tap('生成问卷')
}

it('prints sheets whose codes are good tokens, with slips of their own and no household', async () => {
  desktop(['office'], { [PACKS]: evaluatedBy(keys.token) })
  showPage(page())
  await make(3)
  await screen.findByText(/下面是打印的样子/)
  expect(codes()).toHaveLength(3)
  for (const code of codes()) {
    const read = readCode(code, campaign.id, stratumId)
    if ('wrong' in read) throw new Error(read.wrong)
    expect(tokenIsGood(keys.token, tokenInfo(campaign.id, stratumId), read.token)).toBe(true)
  }
  expect(slips().every((slip) => Slip.safeParse(slip.replace(' ', '')).success)).toBe(true)
  expect(new Set(slips()).size).toBe(3)
  for (const { name } of units) expect(screen.getAllByText(new RegExp(name))).toHaveLength(3)
  expect(screen.getAllByText(/^([0-9a-f]{4} ?){16}$/)).toHaveLength(6)
})

it('makes the very same pack again after a reload, until it is said to be printed', async () => {
  const desk = desktop(['office'], { [PACKS]: evaluatedBy(keys.token) })
  const shown = showPage(page())
  await make(2)
  await screen.findByText(/下面是打印的样子/)
  const before = [codes().sort(), slips().sort()]
  shown.unmount()
  showPage(page())
  tap('接着印这一包')
  await screen.findByText(/下面是打印的样子/)
  expect([codes().sort(), slips().sort()]).toEqual(before)
  expect(new Set(desk.of(PACKS).map(({ body }) => JSON.stringify(body))).size).toBe(1)
  tap('都印好了')
  tap('都印好了,数过了')
  await waitFor(() => expect(screen.getByRole('button', { name: '生成问卷' })).toBeTruthy())
  expect(Object.keys(sessionStorage).join()).not.toMatch(/pack/)
})

it('prints nothing that another key has evaluated', async () => {
  desktop(['office'], { [PACKS]: evaluatedBy(campaignKeys().token) })
  showPage(page())
  await make(1)
  await screen.findByText(/钥匙和公布的公钥对不上/)
  expect(codes()).toEqual([])
})
