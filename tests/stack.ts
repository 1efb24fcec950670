import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { nodeAhead } from './ahead'

const root = path.resolve(__dirname, '..')

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

const newFolder = () => mkdtempSync(path.join(tmpdir(), 'jinnongjia-'))

type Start = { limitMs: number; port?: number; aheadMs?: number }

async function run(dataDir: string, { limitMs, port: wanted, aheadMs }: Start) {
  const port = wanted ?? (await freePort())
  const ahead = aheadMs ? nodeAhead(aheadMs) : { args: [], env: {} }
  const url = `http://127.0.0.1:${port}`
  const output: string[] = []
  const stack = spawn(process.execPath, [...ahead.args, '--import', 'tsx', 'functions/local/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, NODE_NO_WARNINGS: '1', ...ahead.env },
  })
  for (const stream of [stack.stdout, stack.stderr]) stream.on('data', (part) => output.push(String(part)))
  const ended = new Promise<void>((resolve) => stack.once('close', () => resolve()))

  async function stop() {
    stack.kill('SIGTERM')
    await Promise.race([ended, pause(5000).then(() => stack.kill('SIGKILL'))])
    await ended
  }
  async function kill() {
    stack.kill('SIGKILL')
    await ended
  }
  const end = Date.now() + limitMs
  while (!(await answers(`${url}/sandbox/persons`))) {
    if (Date.now() > end || stack.exitCode !== null) {
      await stop()
      throw new Error(`the one-machine stack did not come up:\n${output.join('')}`)
    }
    await pause(100)
  }
  return { url, port, dataDir, output: () => output.join(''), stop, kill }
}

/**
 * A database with the fixture in it, made once in a run of `npm test` (which throws it away and names its run by SEED): loading
 * the fixture takes longer than all the rest of a start.
 */
async function loaded(limitMs: number): Promise<string | undefined> {
  const { SEED } = process.env
  if (!SEED) return undefined
  const kept = path.join(root, '.local', 'test', `minle-${SEED}`)
  if (existsSync(kept)) return kept
  const dataDir = `${kept}.${process.pid}`
  await (await run(dataDir, { limitMs })).stop()
  // Another test may have been quicker; both have made the same.
  if (existsSync(kept)) rmSync(dataDir, { recursive: true })
  else renameSync(dataDir, kept)
  return kept
}

/**
 * The one-machine stack on a free port with a database of its own, Minle's fixture in it. `url` is where it listens; `stop` ends it
 * and throws its data away; `rest` ends it and `kill` does so as a power cut would, and both leave the data, for another start in the same
 * `dataDir`: on the same `port` if it is to be the same place for a browser, and `aheadMs` later. Fails with its output if it does not come up.
 */
export async function startStack({ limitMs = 120_000, dataDir: former, ...how }: Partial<Start> & { dataDir?: string } = {}) {
  const dataDir = former ?? newFolder()
  const fixture = former ? undefined : await loaded(limitMs)
  if (fixture) cpSync(fixture, dataDir, { recursive: true })
  const stack = await run(dataDir, { limitMs, ...how })
  return {
    ...stack,
    rest: stack.stop,
    async stop() {
      await stack.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
export type Stack = Awaited<ReturnType<typeof startStack>>
