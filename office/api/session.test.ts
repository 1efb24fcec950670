import * as z from 'zod/mini'

import { Session } from '../../contract/account'
import { adopt, lose, renewInUse, token, useSession } from './session'
import { keep, kept } from './storage'

const MINUTE = 60_000
const hex = (n: number) => n.toString(16).padStart(32, '0')
const aSession = (account: number, minutes: number, used = `token-${account}-${minutes}`) =>
  Session.parse({
    token: used,
    expiresAt: new Date(Date.now() + minutes * MINUTE).toISOString(),
    me: { accountId: hex(account), staff: { name: '李督', unitName: '督查组', roles: ['inspection'] } },
  })

let asked: string[] = []
beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-18T01:00:00Z') })
  sessionStorage.clear()
  useSession.setState({ session: undefined, says: undefined })
  asked = []
  window.fetch = async (url, init) => {
    asked.push(`${String(url)} ${new Headers(init?.headers).get('authorization')}`)
    return { status: 200, json: async () => aSession(1, 30, 'renewed') } as Response
  }
})
afterEach(() => jest.useRealTimers())

const touch = () => window.dispatchEvent(new Event('keydown'))

it('renews a token in use once it is ten minutes old', async () => {
  adopt(aSession(1, 25))
  touch()
  await renewInUse()
  expect(asked).toEqual([])
  adopt(aSession(1, 19))
  await renewInUse()
  expect(asked).toEqual(['/v1/desktop-session/renew Bearer token-1-19'])
  expect(token()).toBe('renewed')
})

it('lets the session of a desktop run out at which nobody has pressed anything for ten minutes', async () => {
  adopt(aSession(1, 30))
  touch()
  jest.setSystemTime(Date.now() + 11 * MINUTE)
  await renewInUse()
  expect(asked).toEqual([])
})

it('keeps what is half written for whoever signs in again, and for nobody else', () => {
  adopt(aSession(1, 30))
  keep('draft', '半封答复')
  lose('登录时间到了')
  expect(token()).toBeUndefined()
  adopt(aSession(1, 30))
  expect(kept('draft', z.string())).toBe('半封答复')
  lose('登录时间到了')
  adopt(aSession(2, 30))
  expect(kept('draft', z.string())).toBeUndefined()
  expect(kept('session', Session)?.me.accountId).toBe(hex(2))
})
