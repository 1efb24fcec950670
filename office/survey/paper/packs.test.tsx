import { fireEvent, screen, waitFor } from '@testing-library/react'

import { Pack } from '../../../contract/survey'
import { aCampaign, campaignKeys } from '../../../tests/stand-ins/campaign'
import { id } from '../../../tests/stand-ins/makers'
import { desktop, showPage } from '../../../tests/stand-ins/office'
import { Packs } from './packs'

const campaign = aCampaign(campaignKeys())
const at = '2026-12-01T00:00:00.000Z'
const pack = Pack.parse({ id: id(0x9), stratumId: id(0x1), sheets: 5, entered: 0, voided: 0, waiting: [], madeAt: at, madeBy: '陆文' })
const line = { step: id(0x7), kind: 'entered' as const, sheets: 2, by: '黄丽', at, own: false }
const PACKS = `GET /v1/surveys/${campaign.id}/packs`
const BOOK = `POST /v1/surveys/${campaign.id}/packs/${pack.id}/entries`

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

it('does not call a pack even that waits for the second person, also after the close, and lets nobody confirm their own line', async () => {
  desktop(['office'], { [PACKS]: { items: [{ ...pack, entered: 3, waiting: [{ ...line, own: true }] }] } })
  showPage(<Packs campaign={{ ...campaign, state: 'closed' }} />)
  await screen.findByText(/您自己不能确认/)
  expect(screen.queryByText('都对上了')).toBeNull()
  expect(screen.queryByRole('button', { name: /确认/ })).toBeNull()
})
