import { attack } from './attacks'
import { type Keys, keysFrom } from './keys'
import { planted } from './leaks'
import { aPlan } from './plan'

jest.setTimeout(600_000)

const seed = Number(process.env['SEED'] ?? 1)
let keys: Keys
beforeAll(async () => {
  keys = await keysFrom(`election ${seed}`)
})

test('who sees the servers cannot tell an exchange of answers, and who opens the ballots cannot tell the voters', async () => {
  const { found, ballots, seen, bestGuess } = await attack(aPlan({ voters: 2000, inStratum: 100, seed }), keys)
  console.log(`attack: ${ballots} ballots, ${seen} lines seen twice, the best guess is right ${bestGuess}`)
  expect(found).toEqual([])
})

test.each(planted)('a planted leak is caught: $name', async ({ leak, foundBy }) => {
  const { found } = await attack(aPlan({ voters: 60, inStratum: 20, seed }), keys, leak)
  expect(found.map(({ by }) => by)).toContain(foundBy)
})
