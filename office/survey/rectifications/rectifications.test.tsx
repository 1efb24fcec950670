import { fireEvent, screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'

import { Rectification } from '../../../contract/survey'
import { id } from '../../../tests/stand-ins/makers'
import { desktop, showPage } from '../../../tests/stand-ins/office'
import Rectifications from './rectifications'

const share = { value: 12, low: 8, high: 17 }
const result = (name: string) => ({
  unitId: id(1),
  name,
  asked: 170,
  questions: {},
  score: { value: 41.2, low: 38, high: 44 },
  money: { n: 150, share },
})
const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString()
const one = (nth: number, unitName: string, more: object = {}) =>
  Rectification.parse({
    ...{ id: id(0x70 + nth), campaignId: id(0xc), campaignTitle: '2026年万名群众评机关', unitId: id(nth), unitName },
    ...{ because: ['lowest', 'money'], result: result(unitName), dueAt: inDays(30), ...more },
  })
const open = one(1, '水利局')
const late = one(2, '民政局', { dueAt: inDays(-9) })
const answered = one(3, '教育局', { answer: { text: '钱已经退了。', at: inDays(-1) } })
const ANSWER = `POST /v1/rectifications/${open.id}/answer`
const calendar = Object.fromEntries(
  [new Date().getFullYear(), new Date().getFullYear() + 1].map((year) => [
    `GET /v1/calendar/${year}`,
    { year: `${year}`, version: 0, days: [] },
  ]),
)
const answers = { 'GET /v1/rectifications': { items: [answered, open, late] }, ...calendar }
const page = (at: string) =>
  showPage(
    <Routes>
      <Route path="/rectifications/*" element={<Rectifications />} />
    </Routes>,
    at,
  )

it('lists what is not answered, the most pressing on top, with working days', async () => {
  desktop(['office'], answers)
  page('/rectifications')
  await screen.findByText('水利局')
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['民政局', '水利局'])
  expect(screen.getByText(/^超 [5-7] 个工作日$/)).toBeTruthy()
  expect(screen.getByText(/^还剩 2[0-2] 个工作日$/)).toBeTruthy()
})

it('has the unit answer, once, in words that survive a reload', async () => {
  const desk = desktop(['desk'], { ...answers, [ANSWER]: { ...open, answer: { text: '已经改了', at: inDays(0) } } }, '水利局')
  const shown = page(`/rectifications/${open.id}`)
  const box = await screen.findByRole('textbox')
  fireEvent.change(box, { target: { value: '已经改了' } })
  shown.unmount()
  page(`/rectifications/${open.id}`)
  expect(await screen.findByDisplayValue('已经改了')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '发出答复' }))
  expect(desk.of(ANSWER)).toEqual([])
  fireEvent.click(await screen.findByRole('button', { name: '发出,公开' }))
  await waitFor(() => expect(desk.of(ANSWER).map(({ body }) => body)).toEqual([{ text: '已经改了' }]))
})

it('lets nobody answer for another unit, and shows an answer to everybody', async () => {
  desktop(['desk', 'inspection'], answers, '督查组')
  const shown = page(`/rectifications/${open.id}`)
  await screen.findByText(/单位还没有答复/)
  expect(screen.queryByRole('form')).toBeNull()
  shown.unmount()
  page(`/rectifications/${answered.id}`)
  await screen.findByText('钱已经退了。')
})
