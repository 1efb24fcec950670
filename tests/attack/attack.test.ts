import { attack } from './attacks'
import { type Keys, keysFrom } from './keys'
import { isCaught, planted } from './leaks'
import { aPlan } from './plan'

// A machine that has much else to do takes its time; only a test that hangs is stopped.
jest.setTimeout(3_600_000)

const seed = Number(process.env['SEED'] ?? 1)
let keys: Keys
beforeAll(async () => {
  keys = await keysFrom(`election ${seed}`)
})

test('who sees the servers cannot tell an exchange of answers, and who opens the ballots cannot tell the voters', async () => {
  const { found, ballots, seen, bestGuess } = await attack(aPlan({ voters: 2000, inStratum: 100, seed }), keys)
  console.log(`attack: ${ballots} ballots, ${seen} lines seen twice and alike; the best guess: ${bestGuess}`)
  expect(found).toEqual([])
})

test.each(planted)('a planted leak is caught: $name', async (leak) => {
  const { found } = await attack(aPlan({ voters: 24, inStratum: 24, seed }), keys, leak.leak)
  expect({ found, isCaught: isCaught(leak, found) }).toMatchObject({ isCaught: true })
})
