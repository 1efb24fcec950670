import { type Database, scratchBallots, scratchDatabase } from '../../../functions/local/database'
import { deployed } from './deployed'
import { worstSecond } from './peak'
import { measureUnits, type Operation } from './units'

jest.setTimeout(120_000)

let main: Database
let ballots: Database
let operations: Operation[]
beforeAll(async () => {
  main = await scratchDatabase()
  ballots = await scratchBallots()
  operations = await measureUnits(main, ballots, 2)
})
afterAll(async () => {
  await ballots.close()
  await main.close()
})

const written = (name: Operation['name'], again: boolean) =>
  operations.filter((one) => one.name === name && one.again === again).map(({ spent: { write, index } }) => write + index)

test('a ballot is drawn for two units and cast for one, its indexes counted in', () => {
  expect(written('draw', false)).toEqual([2, 2])
  expect(written('cast', false)).toEqual([1, 1])
})

test('a draw that is asked for again writes nothing, and a ballot that is sent again is one write', () => {
  expect(written('draw', true)).toEqual([0])
  expect(written('cast', true)).toEqual([1])
})

test('showing the survey writes nothing, and no function asks for more than its database has in one request', () => {
  const shown = operations.filter(({ name }) => name === 'show')
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.map(({ spent: { write, index } }) => write + index)).toEqual(shown.map(() => 0))
  expect(operations.filter(({ name }) => name === 'cast').map(({ spent }) => spent.requests)).toEqual(
    operations.filter(({ name }) => name === 'cast').map(() => [{ action: 'dynamodb:PutItem', on: 'table' }]),
  )
})

test('the worst second of the largest survey is let through to each function', () => {
  const { rates } = worstSecond()
  const { throttles } = deployed()
  for (const name of ['api', 'draw', 'cast'] as const) expect(throttles[name].ThrottlingRateLimit).toBeGreaterThan(rates[name])
})
