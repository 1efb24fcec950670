import { fireEvent, screen, waitFor } from '@testing-library/react'

import { Pack } from '../../../contract/survey'
import { aCampaign, campaignKeys } from '../../../tests/stand-ins/campaign'
import { aMe, aSession, id } from '../../../tests/stand-ins/makers'
import { desktop, showPage } from '../../../tests/stand-ins/office'
import { Packs } from './packs'

const campaign = aCampaign(campaignKeys())
const at = '2026-12-01T00:00:00.000Z'
const pack = Pack.parse({ id: id(0x9), stratumId: id(0x1), sheets: 5, entered: 0, voided: 0, waiting: [], madeAt: at, madeBy: '陆文' })
const line = { step: id(0x7), kind: 'entered' as const, sheets: 2, by: '黄丽', at, own: false }
const PACKS = `GET /v1/surveys/${campaign.id}/packs`
const BOOK = `POST /v1/surveys/${campaign.id}/packs/${pack.id}/entries`

jest.setTimeout(60_000)

it('shows what one has noted alone, takes it from what is left, and has somebody else confirm the very same line', async () => {
  let items = [{ ...pack, waiting: [line] }]
  const desk = desktop(['office'], {
    [PACKS]: () => ({ items }),
    [BOOK]: () => {
      items = [{ ...pack, entered: 2, waiting: [] }]
      return items[0]
    },
  })
  showPage(<Packs campaign={campaign} />)
  await screen.findByText(/等第二人确认/)
  expect(screen.getByText('还差 3 张')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /我来确认/ }))
  fireEvent.click(await screen.findByRole('button', { name: '对,我确认' }))
  await waitFor(() => expect(screen.queryByText(/等第二人确认/)).toBeNull())
  expect(desk.of(BOOK).map(({ body }) => body)).toEqual([{ step: line.step, kind: 'entered', sheets: 2 }])
})

it('has a colleague sign in who confirms it, also after the close, and calls no pack even before', async () => {
  const own = { ...line, own: true }
  let items = [{ ...pack, entered: 3, waiting: [own] }]
  const colleague = { name: '黄丽', unitName: '北流市督办室', roles: ['office'] }
  const desk = desktop(['office'], {
    [PACKS]: () => ({ items }),
    'POST /v1/desktop-sign-ins': { code: 'ABCD1234', check: '42', expiresAt: at },
    'POST /v1/desktop-sign-ins/{id}/session': { session: aSession({ token: 'token-2' }, aMe({ accountId: id(2), staff: colleague })) },
    'POST /v1/desktop-session/end': {},
    [BOOK]: () => {
      items = [{ ...pack, entered: 5, waiting: [] }]
      return items[0]
    },
  })
  showPage(<Packs campaign={{ ...campaign, state: 'closed' }} />)
  await screen.findByText(/等第二人确认/)
  expect(screen.queryByText('都对上了')).toBeNull()
  expect(screen.queryByRole('button', { name: /我来确认/ })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /请第二位来确认/ }))
  await screen.findByText('都对上了', {}, { timeout: 20_000 })
  expect(desk.of(BOOK).map(({ authorization }) => authorization)).toEqual(['Bearer token-2'])
  await waitFor(() => expect(sessionStorage.getItem('second')).toBeNull())
})
