import { Session } from '../../contract/account'
import { leave } from './leave'
import { renewSecond, seat, secondToken } from './second'
import { adopt, lose, useSession } from './session'

const hex = (n: number) => n.toString(16).padStart(32, '0')
const aSession = (account: number, minutes = 30) =>
  Session.parse({
    token: `token-${account}-${minutes}`,
    expiresAt: new Date(Date.now() + minutes * 60_000).toISOString(),
    me: { accountId: hex(account), staff: { name: '李四', unitName: '办公室', roles: ['office'] } },
  })

let asked: string[] = []
beforeEach(() => {
  sessionStorage.clear()
  useSession.setState({ session: undefined, says: undefined })
  asked = []
  window.fetch = async (url, init) => {
    asked.push(`${String(url)} ${new Headers(init?.headers).get('authorization')}`)
    return { status: 200, json: async () => aSession(2) } as Response
  }
  adopt(aSession(1))
  asked = []
})

it('has nobody sit beside a person whose own session is over, or who has left', async () => {
  seat(aSession(2), 'pack')
  lose('登录时间到了')
  expect([secondToken(), sessionStorage.getItem('second')]).toEqual([undefined, null])
  expect(asked).toEqual(['/v1/desktop-session/end Bearer token-2-30'])
  adopt(aSession(1))
  seat(aSession(3), 'pack')
  await leave()
  expect(secondToken()).toBeUndefined()
  expect(asked.slice(1).sort()).toEqual(['/v1/desktop-session/end Bearer token-1-30', '/v1/desktop-session/end Bearer token-3-30'])
})

it('signs out whoever sat there before, and renews the token of whoever sits there as the first one’s', async () => {
  seat(aSession(4), 'pack')
  seat(aSession(2, 19), 'another pack')
  expect(asked).toEqual(['/v1/desktop-session/end Bearer token-4-30'])
  window.dispatchEvent(new Event('keydown'))
  await renewSecond()
  expect(asked.at(-1)).toBe('/v1/desktop-session/renew Bearer token-2-19')
  expect(secondToken()).toBe('token-2-30')
})
