import { act, fireEvent, screen } from '@testing-library/react'

import { aHome, aMe, anOwnTicket, aSession } from '../../../tests/stand-ins/makers'
import { serve, show, signedIn } from '../../../tests/stand-ins/show'
import { phone } from '../../../tests/stand-ins/taro'
import { queries } from '../../api/cache'
import { setElder } from '../../design/elder'
import HomeScreen from './screen'

const tickets = { items: [anOwnTicket()] }

beforeEach(() => {
  signedIn()
  act(() => setElder(false))
  serve({ 'GET /v1/home': aHome(), 'GET /v1/tickets': tickets })
})

it('calls the cadre with one tap', async () => {
  show(<HomeScreen />)
  fireEvent.click(await screen.findByRole('button', { name: '给陈建华打电话' }))
  expect(phone.calls).toEqual(['19907750001'])
})

it('names both complaint lines and calls the one that was chosen', async () => {
  show(<HomeScreen />)
  fireEvent.click(await screen.findByText('投诉电话'))
  screen.getByRole('button', { name: /^北流市农业局 投诉电话/ })
  fireEvent.click(screen.getByRole('button', { name: /^督查组 投诉电话/ }))
  expect(phone.calls).toEqual(['07757654321'])
})

it('tells a household without a cadre so, and whom to call', async () => {
  serve({ 'GET /v1/home': aHome({ card: undefined }) })
  show(<HomeScreen />)
  await screen.findByText('您家还没有结对干部')
  fireEvent.click(screen.getByRole('button', { name: '打给民乐镇政府办公室' }))
  expect(phone.calls).toEqual(['07758888888'])
})

it('shows what was seen last and says so where there is no signal', async () => {
  show(<HomeScreen />)
  await screen.findByText('陈建华')
  phone.answer = () => Promise.reject(new Error('request:fail'))
  await act(() => queries.refetchQueries())
  expect(await screen.findByText('没有网络,显示的是上次的内容。', {}, { timeout: 4000 })).toBeTruthy()
  screen.getByText('陈建华')
})

it('welcomes somebody without a card', () => {
  signedIn(aSession({}, aMe({ villager: undefined })))
  show(<HomeScreen />)
  screen.getByText('请拿出您家的服务卡')
  expect(phone.ways).toEqual([])
})

it('takes staff without a household to their letters', () => {
  signedIn(aSession({}, aMe({ villager: undefined, staff: { name: '陈建华', unitName: '农业局', roles: ['cadre'] } })))
  show(<HomeScreen />)
  expect(phone.ways).toEqual(['/cadre/home/screen'])
})

it('is larger and simpler in elder mode', async () => {
  act(() => setElder(true))
  show(<HomeScreen />)
  const call = await screen.findByRole('button', { name: '打给陈建华' })
  expect(call.closest('.page')?.className).toContain('elder')
  screen.getByText('打投诉电话')
  screen.getByText('我有话要说')
  expect(screen.queryByText('种养技术')).toBeNull()
})

it('lets the text grow with WeChat’s setting', async () => {
  phone.fontSizeSetting = 26
  act(() => setElder(true))
  show(<HomeScreen />)
  const call = await screen.findByRole('button', { name: '打给陈建华' })
  expect(call.closest('.page')?.getAttribute('data-style')).toContain('--text: 26px')
})
