import { aMe, aSession } from '../../tests/stand-ins/makers'
import { newPhone, phone } from '../../tests/stand-ins/taro'
import { ask } from './ask'
import { signIn, useSession } from './session'

const lasting = (ms: number) => ({ expiresAt: new Date(Date.now() + ms).toISOString() })
const asked = () => phone.requests.map(({ url, header }) => [url, header.authorization])
const again = { statusCode: 401, data: { problem: 'signInAgain', says: '登录过期了' } }
const templates = { statusCode: 200, data: { villager: 'v', staff: 's' } }

beforeEach(() => {
  newPhone()
  window.sessionStorage.setItem('person', 'somebody')
  window.fetch = jest.fn(() => Promise.resolve({ ok: true, json: () => Promise.resolve({ code: 'wx-code' }) })) as never
  useSession.setState({ session: aSession(lasting(1_800_000)), openedAt: 0, says: undefined })
})

function serverWith(token: string) {
  phone.answer = ({ url, header }) => {
    if (url === '/v1/sessions') return { statusCode: 200, data: aSession({ token, ...lasting(1_800_000) }) }
    return header.authorization === `Bearer ${token}` ? templates : again
  }
}

it('renews a session with less than a minute left before it asks', async () => {
  useSession.setState({ session: aSession(lasting(50_000)) })
  serverWith('token-2')
  await ask('GET /v1/templates')
  expect(asked()).toEqual([
    ['/v1/sessions', undefined],
    ['/v1/templates', 'Bearer token-2'],
  ])
})

it('signs in anew once where the server wants it, and asks again', async () => {
  serverWith('token-2')
  expect(await ask('GET /v1/templates')).toEqual(templates.data)
  expect(asked().map(([url]) => url)).toEqual(['/v1/templates', '/v1/sessions', '/v1/templates'])
})

it('does not go round in circles where the new session is refused as well', async () => {
  phone.answer = ({ url }) => (url === '/v1/sessions' ? { statusCode: 200, data: aSession({ token: 'token-2' }) } : again)
  expect(await ask('GET /v1/templates')).toMatchObject({ problem: 'signInAgain' })
  expect(phone.requests).toHaveLength(3)
})

it('shares one sign-in among those who need it at the same time', async () => {
  serverWith('token-2')
  await Promise.all([signIn(), signIn(), signIn()])
  expect(asked()).toHaveLength(1)
})

it('does not sign in at every request where the phone’s clock is wrong', async () => {
  const past = lasting(-86_400_000)
  useSession.setState({ session: aSession(past) })
  phone.answer = ({ url }) => (url === '/v1/sessions' ? { statusCode: 200, data: aSession({ token: 'token-2', ...past }) } : templates)
  await ask('GET /v1/templates')
  await ask('GET /v1/templates')
  expect(asked().filter(([url]) => url === '/v1/sessions')).toHaveLength(1)
})

it('keeps the last known person when there is no signal', async () => {
  phone.answer = () => Promise.reject(new Error('request:fail'))
  await expect(signIn()).rejects.toThrow()
  expect(useSession.getState()).toMatchObject({ says: '没有网络,连上网就能用。', session: { me: aMe() } })
})
