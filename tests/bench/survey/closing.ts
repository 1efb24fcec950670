import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'

import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import { SEALED_BYTES } from '../../../contract/survey'
import { later, minute } from '../../../contract/time'
import { atOnce } from '../../../functions/survey/at-once'
import { emulated } from './emulated'
import { given } from './given'
import { openPolling } from './polling'

const BALLOTS = 60_000
/** DynamoDB takes so many items in one request. */
const A_BATCH = 25

const Figures = z.object({ done: z.literal('closed'), bytes: z.number(), seconds: z.number(), grown: z.number(), memory: z.number() })
const run = promisify(execFile)

/** What the export takes after the close: processor time and growing memory for one ballot, and memory without any, of a function that has only started. */
export async function closing() {
  const { main, ballots, close } = await emulated()
  try {
    const { plan } = await openPolling({ main: main.table, ballots: ballots.table }, 2 * given.townships, 2)
    const { client, name } = ballots.table
    const ballot = (nth: number) => ({
      h: randomBytes(32).toString('hex'),
      stratum: `${plan.campaignId}/${plan.strata[nth % plan.strata.length]}`,
      sealed: randomBytes(SEALED_BYTES),
    })
    await atOnce(Array(BALLOTS / A_BATCH).keys(), 4, (batch) => {
      const items = Array.from({ length: A_BATCH }, (_, nth) => ({ PutRequest: { Item: ballot(batch * A_BATCH + nth) } }))
      return client.send(new BatchWriteCommand({ RequestItems: { [name]: items } }))
    })
    const at = (one: typeof main) => ({ endpoint: one.endpoint, name: one.table.name })
    const asked = JSON.stringify({ main: at(main), ballots: at(ballots), now: later(plan.castsUntil, 10 * minute) })
    const script = path.join(__dirname, 'closing-run.ts')
    const { stdout } = await run(process.execPath, ['--no-warnings', '--import', 'tsx', script, asked])
    const { bytes, seconds, grown, memory } = Figures.parse(JSON.parse(stdout))
    if (bytes < BALLOTS * SEALED_BYTES) throw new Error('ballots are missing in the folder')
    return { ballots: BALLOTS, milliseconds: (seconds * 1000) / BALLOTS, bytesEach: grown / BALLOTS, bytesBefore: memory - grown }
  } finally {
    await close()
  }
}
