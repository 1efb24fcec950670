import { cleanup, fireEvent, screen } from '@testing-library/react'

import { aMe, aSession } from '../../../tests/stand-ins/makers'
import { reopened, serve, show, signedIn } from '../../../tests/stand-ins/show'
import { phone } from '../../../tests/stand-ins/taro'
import TieScreen from './screen'

const code = '123456789012334'
const posted = (url: string) => phone.requests.filter((request) => request.url === url)
const type = (label: string, text: string) => fireEvent.change(screen.getByLabelText(label), { target: { value: text } })

beforeEach(() => signedIn(aSession({}, aMe({ villager: undefined }))))

async function prove() {
  type('手机号', '19907750111')
  fireEvent.click(screen.getByText('获取验证码'))
  await screen.findByLabelText('验证码')
  type('验证码', '123456')
  fireEvent.click(screen.getByText('核对手机号'))
}

it('ties by the code of a scanned card and a code by SMS', async () => {
  phone.params = { scene: encodeURIComponent(`c=${code}`) }
  serve({ 'POST /v1/phone-codes': { expiresAt: '2026-11-18T01:12:00.000Z' }, 'POST /v1/ties': aSession() })
  show(<TieScreen />)
  await prove()
  await screen.findByText('认好了')
  expect(posted('/v1/ties')).toMatchObject([{ data: { cardCode: code, proof: { by: 'sms', phone: '19907750111', code: '123456' } } }])
})

it('finds a mistyped digit before anything is sent', () => {
  show(<TieScreen />)
  type('卡上的号码', '123 456 789 012 335')
  screen.getByText('有一位数字不对,请对着卡再看一遍。')
  fireEvent.click(screen.getByText('下一步'))
  expect(screen.queryByText('用手机号核对')).toBeNull()
  type('卡上的号码', '123 456 789 012 334')
  fireEvent.click(screen.getByText('下一步'))
  screen.getByText('用手机号核对')
})

it('still has the digits after a kill', () => {
  show(<TieScreen />)
  type('卡上的号码', '1234567')
  cleanup()
  reopened()
  show(<TieScreen />)
  expect(screen.getByLabelText<HTMLInputElement>('卡上的号码').value).toBe('123 456 7')
})

it('asks the cadre where the number proves nothing', async () => {
  phone.params = { q: encodeURIComponent(`https://example.cn/c/${code}`) }
  const refusal = { problem: 'phoneNotOnRoll', says: '这个手机号没有登记在这一户。可以请干部帮您确认。' }
  serve({
    'POST /v1/phone-codes': { expiresAt: '2026-11-18T01:12:00.000Z' },
    'POST /v1/ties': refusal,
    'POST /v1/tie-requests': { cadreName: '陈建华', at: '2026-11-18T01:12:00.000Z' },
  })
  show(<TieScreen />)
  await prove()
  await screen.findByText(refusal.says)
  type('您的名字', '陈小妹')
  fireEvent.click(screen.getByRole('button', { name: '请干部确认' }))
  await screen.findByText('已经请陈建华确认')
  expect(posted('/v1/tie-requests')).toMatchObject([{ data: { cardCode: code, name: '陈小妹' } }])
})
