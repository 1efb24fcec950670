// npm run survey:attack: the attacks of the test run on 10,000 voters. SEED=… repeats a run, VOTERS=… sets how many; the verdict is printed last.
import { attack } from './attacks'
import { keysFrom } from './keys'
import { isCaught, planted } from './leaks'
import { aPlan } from './plan'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const voters = Number(process.env['VOTERS'] ?? 10_000)

async function main(): Promise<boolean> {
  console.log(`seed ${seed}`)
  const keys = await keysFrom(`election ${seed}`)
  let missed = 0
  for (const leak of planted) {
    const { found } = await attack(aPlan({ voters: 24, inStratum: 24, seed }), keys, leak.leak)
    const caught = isCaught(leak, found)
    if (!caught) missed++
    console.log(`${caught ? 'caught' : 'MISSED'}: ${leak.name}`)
  }
  const { found, ballots, seen, bestGuess } = await attack(aPlan({ voters, inStratum: 500, seed }), keys)
  for (const { by, what } of found.slice(0, 20)) console.log(`FOUND by ${by}: ${what}`)
  console.log(`${ballots} ballots, ${seen} lines seen; the best guess: ${bestGuess}`)
  const holds = found.length === 0 && missed === 0
  console.log(
    holds
      ? `verdict: of ${voters} voters nobody can be told by operators or by auditors; ${planted.length} of ${planted.length} planted leaks are caught`
      : `verdict: NOT SECRET: ${found.length} found, ${missed} planted leaks missed`,
  )
  return holds
}

main().then(
  (holds) => process.exit(holds ? 0 : 1),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
