import { fireEvent, screen } from '@testing-library/react'

import { Instant } from '../../../contract/route'
import { SubmitTicket } from '../../../contract/ticket'
import { anOwnTicket, id } from '../../../tests/stand-ins/makers'
import { serve, show, signedIn } from '../../../tests/stand-ins/show'
import { draft, NEW_TICKET } from '../../api/draft'
import { enqueue } from '../../api/queue'
import TicketsScreen from './screen'

const body = SubmitTicket.parse({ id: id(7), kind: 'help', about: { who: 'unknown' }, text: '想找兽医' })
const at = Instant.parse('2026-11-18T01:12:00.000Z')

beforeEach(() => {
  signedIn()
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false)
})

it('shows what waits above what has arrived, and gives it back to be changed', async () => {
  serve({ 'GET /v1/tickets': { items: [anOwnTicket()] } })
  enqueue({ task: 'submit', body, aboutName: '我不清楚', at })
  show(<TicketsScreen />)
  await screen.findByText('屋后水渠堵了')
  fireEvent.click(screen.getByRole('button', { name: /求助:想找兽医/ }))
  fireEvent.click(screen.getByText('拿回来改'))
  expect(draft(NEW_TICKET)).toMatchObject({ text: '想找兽医', kind: 'help' })
  expect(screen.queryByText('等着发')).toBeNull()
  screen.getByText('没写完,还没交')
})

it('says that there is nothing yet, or why nothing can be seen', async () => {
  serve({ 'GET /v1/tickets': { items: [] } })
  const { unmount } = show(<TicketsScreen />)
  await screen.findByText('还没有交过事情')
  unmount()
  signedIn()
  serve({})
  show(<TicketsScreen />)
  await screen.findByText('没有找到', {}, { timeout: 4000 })
  screen.getByText('再试一次')
})
