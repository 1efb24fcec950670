// npm run fuzz: many more requests than the test run sends. SEED=… repeats a run, EACH=… sets how many a route gets.
import { fuzz } from './fuzz'
import { totalsOf } from './totals'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const each = Number(process.env['EACH'] ?? 2000)
console.log(`seed ${seed}`)

fuzz({ each, seed }).then(
  (fuzzed) => {
    for (const one of [...fuzzed.beside, ...fuzzed.tallies.flatMap(({ wrong }) => wrong)]) console.error(one)
    for (const line of totalsOf(fuzzed)) console.log(line)
    process.exit(fuzzed.beside.length || fuzzed.tallies.some(({ wrong }) => wrong.length) ? 1 : 0)
  },
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
