import { fireEvent, screen } from '@testing-library/react'

import { aMe, aSession } from '../../../tests/stand-ins/makers'
import { serve, show, signedIn } from '../../../tests/stand-ins/show'
import { phone } from '../../../tests/stand-ins/taro'
import DesktopSignInScreen from './screen'

const staff = { name: '陈建华', unitName: '北流市农业局', roles: ['cadre'] }
const path = '/v1/desktop-codes/7K3MQ0ZD'
const asking = { machine: 'windows', check: '47', at: '2026-11-18T01:12:00.000Z', expiresAt: '2026-11-18T01:15:00.000Z' }

beforeEach(() => signedIn(aSession({}, aMe({ villager: undefined, staff }))))

it('shows at once which desktop asks where the scan has opened it, and says yes', async () => {
  phone.params = { code: '7K3MQ0ZD' }
  serve({ [`GET ${path}`]: asking, [`POST ${path}/approve`]: {} })
  show(<DesktopSignInScreen />)
  await screen.findByText('47')
  expect(screen.getByText(/Windows 电脑/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '确认登录' }))
  await screen.findByText('电脑上登录好了')
})

it('takes a typed code, and signs nobody in where the person cancels', async () => {
  serve({ [`GET ${path}`]: asking, [`POST ${path}/refuse`]: {} })
  show(<DesktopSignInScreen />)
  fireEvent.change(screen.getByLabelText('电脑上的 8 位码'), { target: { value: '7k3m q0zd' } })
  fireEvent.click(screen.getByRole('button', { name: '下一步' }))
  fireEvent.click(await screen.findByRole('button', { name: '取消' }))
  await screen.findByText('没有登录')
  expect(phone.requests.some(({ url }) => url.includes('approve'))).toBe(false)
})

it('says that a code has run out', async () => {
  phone.params = { code: '7K3MQ0ZD' }
  const says = '这个码已经过期或者用过了,请在电脑上换一个新的。'
  phone.answer = () => ({ statusCode: 409, data: { problem: 'desktopGone', says } })
  show(<DesktopSignInScreen />)
  await screen.findByText(says)
})
