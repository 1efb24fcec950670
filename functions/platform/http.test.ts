import * as z from 'zod/mini'

import { AccountId } from '../../contract/account'
import { Instant, routes } from '../../contract/route'
import { bind, type Caller } from './bind'
import { BODY_MOST_BYTES, httpApp } from './http'
import { type Facts, type Log, silentLog } from './log'

const now = Instant.parse('2026-11-18T01:12:00.000Z')
const contract = routes({
  'POST /v1/things/{id}': {
    summary: 'Tests every part of a request',
    roles: ['villager'],
    params: { id: z.string().check(z.regex(/^[0-9a-f]{4}$/)) },
    query: { loud: z.optional(z.enum(['yes', 'no'])) },
    body: z.strictObject({ text: z.string().check(z.maxLength(1000)) }),
    reply: z.object({ said: z.string() }),
    problems: ['full'],
  },
  'GET /v1/breaks': { summary: 'Fails', roles: ['anyone'], reply: z.object({}), problems: [] },
})
const villager: Caller = { accountId: AccountId.parse('a'.repeat(32)), roles: ['visitor', 'villager'] }
const sessions: Record<string, Caller> = { good: villager, stranger: { ...villager, roles: ['visitor'] } }

function setup(log: Log = silentLog) {
  const heard: string[] = []
  const bound = bind(contract, {
    'POST /v1/things/{id}': async ({ params, query, body }) => {
      if (body.text === 'full') return { problem: 'full' }
      heard.push(body.text)
      return { said: `${params.id} ${query.loud} ${body.text}`, secret: '13800000000' }
    },
    'GET /v1/breaks': async () => {
      throw new Error('the number 13800000000 broke it')
    },
  })
  const app = httpApp({ bound, recognise: async (token) => sessions[token], clock: () => now, log })
  const call = async (
    path: string,
    { token = 'good', body, method = 'POST' }: { token?: string; body?: unknown; method?: string } = {},
  ) => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await app.request(path, {
      method,
      headers,
      ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  return { app, call, heard }
}

test('a good request is answered through the reply schema, and nothing extra leaks', async () => {
  const { call } = setup()
  expect(await call('/v1/things/00ff?loud=yes', { body: { text: '好' } })).toEqual({ status: 200, body: { said: '00ff yes 好' } })
})

test.each([
  ['an unknown route', '/v1/nothing', { body: {} }, 404, 'notFound'],
  ['another method', '/v1/things/00ff', { method: 'PUT' }, 404, 'notFound'],
  ['no session', '/v1/things/00ff', { token: 'expired', body: { text: 'a' } }, 401, 'signInAgain'],
  ['a role that is missing', '/v1/things/00ff', { token: 'stranger', body: { text: 'a' } }, 403, 'notAllowed'],
  ['a body that is not JSON', '/v1/things/00ff', { body: '{"text":' }, 400, 'badInput'],
  ['a body that is no object', '/v1/things/00ff', { body: '[1]' }, 400, 'badInput'],
  ['no body', '/v1/things/00ff', { body: '' }, 400, 'badInput'],
  ['a wrong type', '/v1/things/00ff', { body: { text: 7 } }, 400, 'badInput'],
  ['a field too many', '/v1/things/00ff', { body: { text: 'a', admin: true } }, 400, 'badInput'],
  ['too long a text', '/v1/things/00ff', { body: { text: 'a'.repeat(1001) } }, 400, 'badInput'],
  ['too large a body', '/v1/things/00ff', { body: { text: 'a'.repeat(BODY_MOST_BYTES) } }, 413, 'tooLarge'],
  ['a malformed id', '/v1/things/zzzz', { body: { text: 'a' } }, 400, 'badInput'],
  ['a query too many', '/v1/things/00ff?as=root', { body: { text: 'a' } }, 400, 'badInput'],
  ['a badly encoded path', '/v1/things/%E0%A4%A', { body: { text: 'a' } }, 400, 'badInput'],
  ['a refusal of the rules', '/v1/things/00ff', { body: { text: 'full' } }, 409, 'full'],
])('%s is refused clearly and reaches no handler', async (_, path, request, status, problem) => {
  const { call, heard } = setup()
  const answer = await call(path, request)
  expect(answer).toMatchObject({ status, body: { problem, says: expect.stringMatching(/[一-龥]/) } })
  expect(heard).toEqual([])
})

test('a body as long as the contract allows passes, even with every character escaped', async () => {
  const { call } = setup()
  const escaped = `{"text":"${'\\u6c34'.repeat(1000)}"}`
  expect((await call('/v1/things/00ff', { body: escaped })).status).toBe(200)
})

test('a body whose sender goes away in the middle is bad input, and no error', async () => {
  const errors: string[] = []
  const { app } = setup({ ...silentLog, error: (event) => errors.push(event) })
  for (const declared of [{}, { 'content-length': '40' }]) {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
    const headers = { authorization: 'Bearer good', ...declared }
    const answer = await app.request('/v1/things/00ff', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
    expect([answer.status, await answer.json()]).toMatchObject([400, { problem: 'badInput', fields: ['body'] }])
  }
  expect(errors).toEqual([])
})

test('bad input names its fields', async () => {
  const { call } = setup()
  expect((await call('/v1/things/00ff?loud=maybe', { body: { text: 7, more: 1 } })).body.fields).toEqual(['loud', 'text', 'more'])
})

test('a surprise leaves no message, stack or number, neither in the answer nor in the log', async () => {
  const logged: Facts[] = []
  const { call } = setup({
    ...silentLog,
    error: (event, error, facts) => logged.push({ event, name: error instanceof Error ? error.name : '', ...facts }),
  })
  const answer = await call('/v1/breaks', { method: 'GET' })
  expect(answer).toEqual({ status: 500, body: { problem: 'busy', says: expect.any(String) } })
  expect(JSON.stringify(logged)).not.toContain('138')
  expect(logged).toHaveLength(1)
})

test('a route whose path names a parameter without a schema does not compile', () => {
  // @ts-expect-error params are missing
  routes({ 'GET /v1/x/{id}': { summary: '', roles: ['anyone'], reply: z.object({}), problems: [] } })
  // @ts-expect-error nobody may call it
  routes({ 'GET /v1/x': { summary: '', roles: [], reply: z.object({}), problems: [] } })
})
