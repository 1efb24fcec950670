import { SignJWT } from 'jose'

import { AccountId } from '../../contract/account'
import { Instant } from '../../contract/route'
import { later, minute } from '../../contract/time'
import { jwtSessions } from './session'

const now = Instant.parse('2026-11-18T01:12:00.000Z')
const key = 'k'.repeat(32)
const sub = AccountId.parse('a'.repeat(32))
const sessions = jwtSessions(key)

test('a session is good for thirty minutes and says what was issued', async () => {
  const { token, expiresAt } = await sessions.issue({ sub }, now)
  expect(expiresAt).toBe(later(now, 30 * minute))
  expect(await sessions.verify(token, later(now, 29 * minute))).toEqual({ sub })
  expect(await sessions.verify(token, later(now, 30 * minute + 1000))).toBeUndefined()
})

test.each<[string, () => Promise<string>]>([
  ['of another key', async () => (await jwtSessions('x'.repeat(32)).issue({ sub }, now)).token],
  ['without a signature', async () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub, iss: 'jinnongjia', exp: 9e9 }))}.`],
  ['of another issuer', () => signed({ iss: 'else' })],
  ['whose account is no account', () => signed({ iss: 'jinnongjia', sub: 'root' })],
  ['that was altered', async () => (await sessions.issue({ sub }, now)).token.replace(/.(?=\.[^.]*$)/, '_')],
  ['that is none', async () => 'not a token'],
])('a token %s is refused', async (_, make) => {
  expect(await sessions.verify(await make(), now)).toBeUndefined()
})

const signed = (claims: Record<string, string>) =>
  new SignJWT({ sub, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(new Date(later(now, minute)))
    .sign(new TextEncoder().encode(key))
