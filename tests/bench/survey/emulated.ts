import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

import * as z from 'zod/mini'

import { connect, type Table } from '../../../functions/platform/table'

const Place = z.tuple([z.string(), z.string()])
const Said = z.object({ main: Place, ballots: Place })

/** Both databases in a process of their own, empty: which tables, where they listen, and how to end it. */
export async function emulated() {
  const script = path.join(__dirname, 'emulator.ts')
  const child = spawn(process.execPath, ['--no-warnings', '--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    child.once('close', () => reject(new Error('the databases did not start')))
  })
  const { main, ballots } = Said.parse(JSON.parse(line))
  const at = ([endpoint, name]: z.infer<typeof Place>): { table: Table; endpoint: string } => ({
    table: { client: connect(endpoint), name },
    endpoint,
  })
  const [theirs, box] = [at(main), at(ballots)]
  const close = async () => {
    for (const { table } of [theirs, box]) table.client.destroy()
    child.stdin.end()
    await ended
  }
  return { main: theirs, ballots: box, close }
}
