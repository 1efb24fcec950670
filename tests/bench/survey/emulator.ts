// A process of its own with both databases, so that what it computes is not counted with the functions. It ends with its input.
import { scratchBallots, scratchDatabase } from '../../../functions/local/database'

async function main(): Promise<void> {
  const [database, ballots] = [await scratchDatabase(), await scratchBallots()]
  const said = { main: [database.endpoint, database.table.name], ballots: [ballots.endpoint, ballots.table.name] }
  process.stdout.write(`${JSON.stringify(said)}\n`)
  process.stdin.resume().once('end', () => void Promise.all([database.close(), ballots.close()]).then(() => process.exit(0)))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
