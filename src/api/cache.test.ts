import { aHome, aLetter, anOwnTicket, id } from '../../tests/stand-ins/makers'
import { newPhone, phone } from '../../tests/stand-ins/taro'
import { keepCaching, openCache, queries } from './cache'

const account = id(1)
const home = [account, 'GET /v1/home', {}]
const tickets = [account, 'GET /v1/tickets', {}]
const letter = [account, 'GET /v1/letters/{id}', { id: id(5) }]

beforeAll(() => {
  jest.useFakeTimers()
  keepCaching(() => account)
})
afterAll(() => jest.useRealTimers())
beforeEach(() => {
  newPhone()
  queries.clear()
})

/** Written to the phone, and read by the program when it starts anew. */
function restart(of = account) {
  jest.advanceTimersByTime(1_000)
  queries.clear()
  openCache(of)
}

it('has the first screen at once when the program starts again', () => {
  queries.setQueryData(home, aHome())
  queries.setQueryData(tickets, { pages: [{ items: [anOwnTicket()], next: 'more' }, { items: [] }], pageParams: [undefined, 'more'] })
  restart()
  expect(queries.getQueryData(home)).toEqual(aHome())
  expect(queries.getQueryData(tickets)).toMatchObject({ pages: [{ items: [{ number: 'T20261118-0043' }] }] })
})

it('keeps what was seen last where it could not be read again', async () => {
  queries.setQueryData(home, aHome())
  const failing = queries.fetchQuery({ queryKey: home, queryFn: () => Promise.reject(new Error('request:fail')), staleTime: 0, retry: 0 })
  await expect(failing).rejects.toThrow('request:fail')
  restart()
  expect(queries.getQueryData(home)).toEqual(aHome())
})

it('leaves no letter of somebody else on the phone', () => {
  queries.setQueryData(letter, aLetter({ text: '猪不吃料' }))
  queries.setQueryData(home, aHome())
  restart()
  expect(queries.getQueryData(letter)).toBeUndefined()
  expect([...phone.storage.values()].join()).not.toContain('猪不吃料')
})

it('shows one account nothing of another', () => {
  queries.setQueryData(home, aHome())
  restart(id(2))
  expect(queries.getQueryCache().getAll()).toEqual([])
})

it('drops what an earlier program kept in another form', () => {
  queries.setQueryData(home, aHome())
  jest.advanceTimersByTime(1_000)
  phone.storage.set(`cache:${account}`, phone.storage.get(`cache:${account}`)?.replace('"serial"', '"number"') ?? '')
  queries.clear()
  openCache(account)
  expect(queries.getQueryData(home)).toBeUndefined()
})
