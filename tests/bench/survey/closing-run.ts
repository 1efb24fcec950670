// A process of its own, so that its memory is the export's: what the function `export` does after the close, over databases that run already.
import * as z from 'zod/mini'

import { Instant } from '../../../contract/route'
import { connect } from '../../../functions/platform/table'
import { surveyExports } from '../../../functions/survey/exports'

const Place = z.object({ endpoint: z.string(), name: z.string() })
const Given = z.object({ main: Place, ballots: Place, now: Instant })

async function main(): Promise<void> {
  const { main: theirs, ballots, now } = Given.parse(JSON.parse(process.argv[2] ?? '{}'))
  const table = ({ endpoint, name }: z.infer<typeof Place>) => ({ client: connect(endpoint), name })
  const exports = surveyExports({ table: table(theirs), ballots: table(ballots) })
  const before = process.memoryUsage().rss
  const began = process.cpuUsage()
  let bytes = 0
  const [done] = await exports.due(() => async (_, file) => void (bytes += file.length), now)
  const { user, system } = process.cpuUsage(began)
  const memory = process.resourceUsage().maxRSS * 1024
  process.stdout.write(JSON.stringify({ done: done?.done, bytes, seconds: (user + system) / 1e6, grown: memory - before, memory }))
  process.exit(0)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
