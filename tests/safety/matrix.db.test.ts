import { contract } from '../../contract/contract'
import type { RouteKey } from '../../contract/route'
import { cast, holders, type Name, names, oneOfEach, these } from './cast'
import { events, lists, play, wordsOf } from './events'
import { HEAD_NAME, type Known, openKnown, PHONE, secretsOf } from './known'
import { boxes, knowing, type Right, rights, withNames } from './rights'
import { requests } from './routes'
import { type Answer, openStage, type Stage } from './stage'

jest.setTimeout(300_000)

type Key = keyof typeof contract & RouteKey
const keys = Object.keys(contract) as Key[]

let stage: Stage
let known: Known
beforeAll(async () => {
  stage = await openStage()
  known = await openKnown(stage)
})
afterAll(() => stage.close())

async function ask(key: Key, name: Name, on: Known = known): Promise<Answer> {
  const { params = {}, query, body } = await requests[key](name, on)
  const [method = '', path = ''] = key.split(' ')
  const url = path.replace(/\{(\w+)\}/g, (_, part: string) => params[part] ?? '')
  return stage.ask(name, method, query ? `${url}?${query}` : url, body)
}

/** What this right has to come to for this person, in a word. */
function wanted({ by, may, otherwise = 404 }: Right, name: Name): string {
  if (by !== 'anyone' && !holders(by).includes(name)) return '403'
  return may === undefined || these(may).includes(name) ? 'decided' : String(otherwise)
}
function got({ status, problem }: Answer): string {
  if (status === 409 && (problem === 'takerInConflict' || problem === 'pickUpWrong' || problem === 'onlyConfirmed')) return problem
  return status === 200 || status === 409 ? 'decided' : String(status)
}

/** What of the ticket has come to somebody whom it must not have come to. */
function leaked(key: Key, name: Name, { text }: Answer): string[] {
  // Whoever asks by number and code has the number from the sender.
  const admitted = key.startsWith('POST /v1/intake/inquiries') && these(rights[key].may ?? '').includes(name) ? [known.number] : []
  const hidden = these(knowing).includes(name) ? [] : secretsOf(known).filter((secret) => !admitted.includes(secret))
  const whose = name === 'sender' || withNames.includes(key) ? [] : [HEAD_NAME, PHONE]
  return [...hidden, ...whose].filter((secret) => text.includes(secret))
}

test('the roster has given the cast the roles that these tables take them to have', async () => {
  for (const name of names) {
    const { me } = JSON.parse((await ask('POST /v1/sessions', name)).text) as { me: { staff?: { roles: string[] }; villager?: object } }
    expect([name, [...(me.staff?.roles ?? [])].sort(), me.villager !== undefined]).toEqual([
      name,
      [...cast[name].roles].sort(),
      'villager' in cast[name],
    ])
  }
})

test('every route of the contract has its row, and no row is of a route that is gone', () => {
  expect(Object.keys(rights).sort()).toEqual([...keys].sort())
  expect(Object.keys(requests).sort()).toEqual([...keys].sort())
})

test.each(keys)('%s', async (key) => {
  const wrong: string[] = []
  const before = (await stage.stored(known.id))!
  const tried = async (name: Name) => {
    const answer = await ask(key, name)
    const want = wanted(rights[key], name)
    if (got(answer) !== want) wrong.push(`${name}: ${want}, and got ${answer.status} ${answer.problem ?? ''}`)
    for (const secret of leaked(key, name, answer)) wrong.push(`${name} was sent ${secret}`)
  }
  const decides = (name: Name) => wanted(rights[key], name) === 'decided'
  const isClosed = (name: Name) => rights[key].by !== 'anyone' && !holders(rights[key].by).includes(name)
  for (const name of names) if (isClosed(name) ? oneOfEach.includes(name) : !decides(name)) await tried(name)
  expect(await stage.stored(known.id)).toEqual(before)
  for (const name of names.filter(decides)) {
    await tried(name)
    if (key.includes('{id}') && !key.startsWith('GET')) await stage.restore(before)
  }
  const nobody = await stage.ask(undefined, key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1))
  if (rights[key].by !== 'anyone' && nobody.status !== 401) wrong.push(`without a session: ${nobody.status}`)
  expect(wrong).toEqual([])
})

test.each(Object.entries(boxes))('the box “%s” opens to its roles, and shows the ticket to whom it is', async (box, { by, find }) => {
  for (const name of names) {
    const answer = await ask('GET /v1/letters', name, { ...known, box })
    expect([name, answer.status]).toEqual([name, holders(by).includes(name) ? 200 : 403])
    expect([name, answer.text.includes(known.id)]).toEqual([name, these(find).includes(name)])
    expect([name, leaked('GET /v1/letters', name, answer)]).toEqual([name, []])
  }
})

describe('whatever becomes of a ticket', () => {
  let made: Awaited<ReturnType<typeof play>>
  beforeAll(async () => (made = await play(stage)))
  const ticketOf = (event: string) => made.get(event)!

  test.each(Object.entries(events))('%s: only those may know of it', async (event, { sender, reads }) => {
    const { id, number } = ticketOf(event)
    const words = wordsOf(Object.keys(events).indexOf(event))
    const on = { ...known, id, number }
    const wrong: string[] = []
    const before = (await stage.stored(id))!
    for (const name of names) {
      const may = these(reads).includes(name)
      const tried = async (key: Key, asHandler: boolean) => {
        // Which roles a route is open to does not depend on the ticket: the matrix above has it.
        if (!holders(rights[key].by).includes(name)) return
        const answer = await ask(key, name, on)
        const decided = ['200', '409', ...(asHandler ? ['403', '404'] : [])].includes(String(answer.status))
        const right = may ? decided : answer.status === 404
        if (!right) wrong.push(`${name}: ${key} ${answer.status} ${answer.problem ?? ''}`)
        if (!may && name !== sender && [id, number, words].some((secret) => answer.text.includes(secret)))
          wrong.push(`${name}: ${key} leaks`)
        if (key.startsWith('POST') && may && answer.status === 200) await stage.restore(before)
      }
      await tried('GET /v1/letters/{id}', false)
      await tried('GET /v1/letter-numbers/{number}', false)
      await tried('POST /v1/letters/{id}/answer', true)
      await tried('POST /v1/letters/{id}/sender', true)
      if (!('villager' in cast[name]) && name !== 'pairedCadre') continue
      const own = await ask('GET /v1/tickets/{id}', name, on)
      if (own.status !== (name === sender ? 200 : 404)) wrong.push(`${name}: reads it as the sender's, ${own.status}`)
    }
    expect(wrong).toEqual([])
  })

  test.each(names)('no list that %s can open has a ticket that they may not know of', async (name) => {
    const wrong: string[] = []
    const texts: string[] = []
    async function turn(url: string) {
      for (let next = ''; ;) {
        const { text, status } = await stage.ask(name, 'GET', `${url}${next && `${url.includes('?') ? '&' : '?'}after=${next}`}`)
        texts.push(text)
        const read: { next?: string; items?: { id: string }[] } = status === 200 ? JSON.parse(text) : {}
        // A page's place names the last ticket on it: that of a hidden one would say that there is one.
        const lastOf = url.startsWith('/v1/letters') ? read.items?.at(-1)?.id.slice(-8) : undefined
        if (read.next && lastOf && !read.next.endsWith(lastOf)) wrong.push(`${url}: its next page begins after a hidden ticket`)
        if (!read.next) return
        next = encodeURIComponent(read.next)
      }
    }
    for (const key of lists) await turn(key.slice('GET '.length))
    for (const box of Object.keys(boxes)) for (const open of ['', '&open=yes']) await turn(`/v1/letters?box=${box}${open}`)
    for (const [at, [event, { sender, reads, knew = '' }]] of Object.entries(events).entries()) {
      if (sender === name || these(`${reads} ${knew}`).includes(name)) continue
      const { id, number } = ticketOf(event)
      for (const secret of [id, number, wordsOf(at)]) if (texts.some((text) => text.includes(secret))) wrong.push(`${event}: ${secret}`)
    }
    expect(wrong).toEqual([])
  })
})

test('what is open to everybody says nothing of any ticket', async () => {
  const { text } = await stage.ask(undefined, 'GET', '/openapi.json')
  for (const secret of [...secretsOf(known), HEAD_NAME, PHONE]) expect(text).not.toContain(secret)
})
