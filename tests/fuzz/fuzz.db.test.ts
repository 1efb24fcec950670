import { contract } from '../../contract/contract'
import { type Fuzzed, fuzz, REACHED_LEAST } from './fuzz'
import { totalsOf } from './totals'

jest.setTimeout(1_200_000)

const EACH = 200

let fuzzed: Fuzzed
beforeAll(async () => {
  fuzzed = await fuzz({ each: EACH, seed: Number(process.env['SEED'] ?? 1) })
  console.log(totalsOf(fuzzed).join('\n'))
})

test('nothing is logged or left undone that should not be', () => expect(fuzzed.beside).toEqual([]))

test.each(Object.keys(contract))('%s answers whatever it is sent, and a refused request stores nothing', (key) => {
  const tally = fuzzed.tallies.find((one) => one.key === key)
  expect(tally?.wrong.join('\n')).toBe('')
  expect(tally?.sent).toBeGreaterThanOrEqual(EACH)
  expect(tally?.reached).toBeGreaterThanOrEqual(REACHED_LEAST)
})
