import { act, cleanup, fireEvent, screen } from '@testing-library/react'

import { aHome, anOwnTicket } from '../../../tests/stand-ins/makers'
import { reopened, serve, show, signedIn } from '../../../tests/stand-ins/show'
import { phone } from '../../../tests/stand-ins/taro'
import TicketNewScreen from './screen'

const units = { items: [{ id: '3'.repeat(32), name: '北流市水利局', does: '管水渠' }] }
const reading = { 'GET /v1/home': aHome(), 'GET /v1/units/nearby': units }
const posted = () => phone.requests.filter(({ method }) => method === 'POST')

beforeEach(() => signedIn())

const words = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const type = (text: string) => fireEvent.change(words(), { target: { value: text } })

it('keeps every keystroke through a kill', async () => {
  serve(reading)
  show(<TicketNewScreen />)
  type('屋后水渠堵了')
  fireEvent.click(screen.getByText('求助'))
  cleanup()
  reopened()
  show(<TicketNewScreen />)
  expect(words().value).toBe('屋后水渠堵了')
  expect(screen.getByRole('tab', { name: '求助' }).getAttribute('aria-selected')).toBe('true')
})

it('sends one ticket for two taps, says its number and empties the draft', async () => {
  serve({ ...reading, 'POST /v1/tickets': anOwnTicket() })
  show(<TicketNewScreen />)
  type('屋后水渠堵了')
  const button = screen.getByText('提交')
  fireEvent.click(button)
  fireEvent.click(button)
  await screen.findByText('T20261118-0043')
  expect(posted()).toHaveLength(1)
  cleanup()
  reopened()
  show(<TicketNewScreen />)
  expect(words().value).toBe('')
})

it('says what is wrong and gives the words back where the ticket is refused', async () => {
  serve(reading)
  show(<TicketNewScreen />)
  type('屋后水渠堵了')
  fireEvent.click(screen.getByText('提交'))
  await screen.findByText('没交成')
  fireEvent.click(screen.getByText('回去改一改'))
  expect(words().value).toBe('屋后水渠堵了')
  screen.getByText('没有找到')
})

it('asks for words before it sends anything', async () => {
  serve(reading)
  show(<TicketNewScreen />)
  fireEvent.click(screen.getByText('提交'))
  await screen.findByText('请先写几句或者说几句,是什么事。')
  expect(posted()).toEqual([])
})

it('offers the cadre to follow up a complaint about a department, and not one about the cadre', async () => {
  serve(reading)
  show(<TicketNewScreen />)
  await screen.findByText('让我的干部跟进')
  fireEvent.click(screen.getByRole('button', { name: /说的是谁/ }))
  fireEvent.click(await screen.findByRole('radio', { name: '我的干部' }))
  await act(() => Promise.resolve())
  expect(screen.queryByText('让我的干部跟进')).toBeNull()
  screen.getByText('不让对方知道我是谁')
})

it('has the emergency numbers called before the form where somebody is in danger', async () => {
  serve(reading)
  show(<TicketNewScreen />)
  fireEvent.click(screen.getByText('求助'))
  expect(screen.queryByText('先打 110 或 120')).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: '有人有危险,急事,2 小时内' }))
  fireEvent.click(screen.getByText('救护 120'))
  expect(phone.calls).toEqual(['120'])
  screen.getByText(/2 小时内有回音/)
})

it('says plainly whom a complaint is kept from', async () => {
  serve(reading)
  show(<TicketNewScreen />)
  await screen.findByText(/^交给督查组,您的干部看不到。办事的人也看不到/)
  fireEvent.click(screen.getByRole('radio', { name: /要钱要物/ }))
  screen.getByText(/^直接交督查组,您的干部看不到。/)
  expect(screen.queryByText('让我的干部跟进')).toBeNull()
})

it('keeps what was written in the queue while there is no signal', async () => {
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false)
  serve(reading)
  show(<TicketNewScreen />)
  type('屋后水渠堵了')
  fireEvent.click(screen.getByText('提交'))
  await screen.findByText('已经存在手机里')
  expect(posted()).toEqual([])
  jest.restoreAllMocks()
})
