import { client, type Transport } from '../../contract/client'
import { contract } from '../../contract/contract'
import { SubmitTicket } from '../../contract/ticket'
import { randomId } from '../../functions/platform/tag'
import { good } from '../bench/product'
import { type Stack, startStack } from '../stack'
import { cardOf } from './people'
import { sandboxAt } from './sandbox'

jest.setTimeout(240_000)

let stack: Stack
afterAll(() => stack?.stop())

/** The contract over HTTP, as the phone that holds this session calls it. */
function calling(url: string, token?: string) {
  const transport: Transport = async ({ method, url: path, body }) => {
    const headers = { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' }
    const answer = await fetch(url + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    return { status: answer.status, body: await answer.json() }
  }
  return client(contract, transport)
}

const codeFor = async (url: string, door: string, person: string): Promise<string> => {
  const answer = await fetch(`${url}/sandbox/${door}`, { method: 'POST', body: JSON.stringify({ person }) })
  return ((await answer.json()) as { code: string }).code
}

async function signedIn(url: string, person: string) {
  const { token } = good(await calling(url)('POST /v1/sessions', { body: { code: await codeFor(url, 'login', person) } }))
  return calling(url, token)
}

it('keeps what was accepted when the power goes, tells those who are owed a notice, and is soon there again', async () => {
  stack = await startStack()
  const person = await sandboxAt(stack.url).find('0217')
  const cadre = await sandboxAt(stack.url).find('农技站站长')
  const proof = async (id: string) => ({ by: 'wechat' as const, code: await codeFor(stack.url, 'phone-code', id) })
  const phone = await signedIn(stack.url, person.id)
  const { token } = good(await phone('POST /v1/ties', { body: { cardCode: cardOf({ person }), proof: await proof(person.id) } }))
  good(await (await signedIn(stack.url, cadre.id))('POST /v1/staff-ties', { body: { proof: await proof(cadre.id) } }))

  const sent = SubmitTicket.parse({ id: randomId(), kind: 'help', about: { who: 'myCadre' }, text: '停电以后水泵不转了' })
  const { number } = good(await calling(stack.url, token)('POST /v1/tickets', { body: sent }))
  await stack.kill()

  stack = await startStack({ dataDir: stack.dataDir })
  const again = await signedIn(stack.url, person.id)
  expect(good(await again('GET /v1/tickets', { query: {} })).items).toMatchObject([{ id: sent.id, number }])
  expect(good(await again('POST /v1/tickets', { body: sent })).number).toBe(number)
  const letters = await signedIn(stack.url, cadre.id)
  let told = 0
  for (let look = 0; look < 50 && !told; look++) {
    told = good(await letters('GET /v1/inbox', { query: {} })).items.filter(({ ticket }) => ticket?.id === sent.id).length
    if (!told) await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(told).toBe(1)
})
