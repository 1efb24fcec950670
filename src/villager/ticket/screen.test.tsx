import { fireEvent, screen } from '@testing-library/react'

import { anOwnTicket, id } from '../../../tests/stand-ins/makers'
import { reopened, serve, show, signedIn } from '../../../tests/stand-ins/show'
import { phone } from '../../../tests/stand-ins/taro'
import { draft } from '../../api/draft'
import TicketScreen from './screen'

const path = `/v1/tickets/${id(5)}`
const resolved = anOwnTicket({ state: 'resolved', can: ['supplement', 'confirm', 'reopen'] })
const posted = () => phone.requests.filter(({ method }) => method === 'POST')

beforeEach(() => {
  signedIn()
  phone.params = { id: id(5) }
})

it('sends the face that was chosen last, once, and only after it was confirmed', async () => {
  serve({ [`GET ${path}`]: resolved, [`POST ${path}/confirm`]: anOwnTicket({ state: 'confirmed', can: [] }) })
  show(<TicketScreen />)
  fireEvent.click(await screen.findByRole('radio', { name: '很差' }))
  fireEvent.click(screen.getByRole('radio', { name: '好' }))
  expect(posted()).toEqual([])
  const button = screen.getByText('确认:好')
  fireEvent.click(button)
  fireEvent.click(button)
  await screen.findByText('已办结')
  expect(posted()).toMatchObject([{ url: `${path}/confirm`, data: { face: 4 } }])
  expect(screen.queryByText('办得好不好?')).toBeNull()
})

it('asks for it to be done again with a reason', async () => {
  serve({ [`GET ${path}`]: resolved, [`POST ${path}/reopen`]: anOwnTicket({ state: 'reopened' }) })
  show(<TicketScreen />)
  fireEvent.click(await screen.findByText('没办好,要求重办'))
  fireEvent.click(screen.getByText('要求重办'))
  expect(posted()).toEqual([])
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '只清了一半' } })
  fireEvent.click(screen.getByText('要求重办'))
  await screen.findByText('重办中')
  expect(posted()).toMatchObject([{ data: { text: '只清了一半' } }])
})

it('puts refused words back where they were written, with the reason', async () => {
  serve({ [`GET ${path}`]: anOwnTicket() })
  show(<TicketScreen />)
  fireEvent.click(await screen.findByText('补充说明'))
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '今天更堵了' } })
  fireEvent.click(screen.getByText('交上去'))
  await screen.findByText('补充说明')
  reopened()
  expect(draft(`supplement:${id(5)}`)).toMatchObject({ text: '今天更堵了', says: '没有找到' })
})

it('keeps words that were set aside, and shows first what the handler asks', async () => {
  serve({ [`GET ${path}`]: anOwnTicket() })
  const shown = show(<TicketScreen />)
  fireEvent.click(await screen.findByText('补充说明'))
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '今天更堵了' } })
  fireEvent.click(screen.getByText('先不写了'))
  shown.unmount()
  show(<TicketScreen />)
  fireEvent.click(await screen.findByText('补充说明'))
  expect(screen.getByRole('textbox')).toHaveProperty('value', '今天更堵了')
})

it('calls whoever handles it', async () => {
  serve({ [`GET ${path}`]: anOwnTicket({ handler: { name: '刘工', phone: '19907750009' } }) })
  show(<TicketScreen />)
  fireEvent.click(await screen.findByRole('button', { name: '打给经办人 刘工' }))
  expect(phone.calls).toEqual(['19907750009'])
})
