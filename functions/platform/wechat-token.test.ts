import { Instant } from '../../contract/route'
import { hour, later, minute } from '../../contract/time'
import type { Failure } from './wechat-call'
import { type Granted, tokenKeeper } from './wechat-token'

const start = Instant.parse('2026-11-18T01:00:00.000Z')

function setup(answer: (count: number) => Granted | Failure = (count) => ({ access_token: `token ${count}`, expires_in: 7200 })) {
  let [now, count] = [start, 0]
  const keeper = tokenKeeper(
    async () => answer(++count),
    () => now,
  )
  return { keeper, fetched: () => count, pass: (milliseconds: number) => (now = later(now, milliseconds)) }
}

test('it is fetched anew 5 minutes before its end', async () => {
  const { keeper, pass } = setup()
  expect(await keeper.get()).toBe('token 1')
  pass(2 * hour - 5 * minute - 1)
  expect(await keeper.get()).toBe('token 1')
  pass(1)
  expect(await keeper.get()).toBe('token 2')
})

test('a caller who comes late with a refused token gets the one that another has fetched meanwhile', async () => {
  const { keeper, fetched } = setup()
  const refused = 'token 1'
  expect([await keeper.get(), await keeper.get()]).toEqual([refused, refused])
  expect(await keeper.instead(refused)).toBe('token 2')
  expect(await keeper.instead(refused)).toBe('token 2')
  expect(fetched()).toBe(2)
})

test('a failure is told to those who wait and is not kept', async () => {
  const failure: Failure = { failure: 'transient', code: 'timeout' }
  const { keeper } = setup((count) => (count === 1 ? failure : { access_token: 'good', expires_in: 7200 }))
  expect(await Promise.all([keeper.get(), keeper.get()])).toEqual([failure, failure])
  expect(await keeper.get()).toBe('good')
})
