import { signedIn } from '../../tests/stand-ins/show'
import { phone } from '../../tests/stand-ins/taro'
import { type Casting, keepBallot, openBallot, useBallot } from './ballot'
import { castBallot, pauseAfter } from './cast'
import { accountId } from './session'

const RECEIPT = 'ab'.repeat(32)
const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString()
const aBallot = (more: Partial<Casting> = {}): Casting => ({
  ...{ stands: 'casting', campaignId: 'ca', stratumId: '51', sealed: 'c2VhbGVk', receipt: RECEIPT },
  ...{ drawsUntil: inAWeek, castsUntil: inAWeek, token: { input: 'aW4', output: 'b3V0' }, ...more },
})
const stands = () => useBallot.getState().ballot?.stands
const refusal = (problem: string) => ({ statusCode: 409, data: { problem, says: '没有收下' } })

beforeEach(() => signedIn())
afterEach(() => jest.useRealTimers())

it('sends the token and the sealed answers, and nothing by which anybody is known', async () => {
  keepBallot(aBallot())
  phone.answer = () => ({ statusCode: 200, data: { receipt: RECEIPT } })
  await castBallot()
  expect(phone.requests).toEqual([
    expect.objectContaining({
      url: '/v1/ballots',
      header: { 'content-type': 'application/json' },
      data: { campaignId: 'ca', stratumId: '51', token: { input: 'aW4', output: 'b3V0' }, sealed: 'c2VhbGVk' },
    }),
  ])
  openBallot(accountId())
  expect(useBallot.getState().ballot).toEqual({ stands: 'in', campaignId: 'ca', receipt: RECEIPT })
})

it('goes on trying by itself, later each time, until it is in', async () => {
  jest.useFakeTimers()
  jest.spyOn(Math, 'random').mockReturnValue(0.5)
  keepBallot(aBallot())
  let away = true
  phone.answer = () => (away ? Promise.reject(new Error('request:fail')) : { statusCode: 200, data: { receipt: RECEIPT } })
  await castBallot()
  await jest.advanceTimersByTimeAsync(15_000)
  expect(phone.requests).toHaveLength(2)
  await jest.advanceTimersByTimeAsync(29_000)
  expect(phone.requests).toHaveLength(2)
  away = false
  await jest.advanceTimersByTimeAsync(1_000)
  expect(stands()).toBe('in')
  await jest.advanceTimersByTimeAsync(3_600_000)
  expect(phone.requests).toHaveLength(3)
})

it('waits differently on each phone, and never longer than a quarter of an hour', () => {
  expect(pauseAfter(0, 0)).toBe(7_500)
  expect(pauseAfter(0, 0.999)).toBeGreaterThan(22_000)
  expect(pauseAfter(60, 0.999)).toBeLessThan(15 * 60_000)
})

it.each(['tokenWrong', 'tokenUsed', 'badInput'])('ends where the ballot is never taken: %s', async (problem) => {
  keepBallot(aBallot())
  phone.answer = () => refusal(problem)
  await castBallot()
  expect(useBallot.getState().ballot).toEqual({ stands: 'refused', campaignId: 'ca', says: '没有收下' })
})

it('keeps a ballot that is said to be too late before its time, and gives it up after that', async () => {
  jest.useFakeTimers()
  phone.answer = () => refusal('surveyClosed')
  keepBallot(aBallot())
  await castBallot()
  expect(stands()).toBe('casting')
  keepBallot(aBallot({ castsUntil: '2020-01-01T00:00:00.000Z' }))
  await castBallot()
  expect(stands()).toBe('refused')
})

it.each([
  ['a page of some gateway', { statusCode: 502, data: '<html>' }],
  ['somebody else’s receipt', { statusCode: 200, data: { receipt: 'cd'.repeat(32) } }],
  ['a busy server', refusal('busy')],
])('takes %s for no acknowledgement', async (_, answer) => {
  jest.useFakeTimers()
  keepBallot(aBallot())
  phone.answer = () => answer
  await castBallot()
  expect(stands()).toBe('casting')
  expect(useBallot.getState().says).toBeTruthy()
})
