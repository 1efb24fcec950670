import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

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

/**
 * The one-machine stack on a free port with a new database, Minle's fixture in it. `url` is where it listens; `stop` ends it and
 * throws its data away. Fails with its output if it does not come up.
 */
export async function startStack({ limitMs = 120_000 } = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jinnongjia-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const output: string[] = []
  const stack = spawn(process.execPath, ['--import', 'tsx', 'functions/local/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, NODE_NO_WARNINGS: '1' },
  })
  for (const stream of [stack.stdout, stack.stderr]) stream.on('data', (part) => output.push(String(part)))
  const ended = new Promise<void>((resolve) => stack.once('close', () => resolve()))

  async function stop() {
    stack.kill('SIGTERM')
    await Promise.race([ended, pause(5000).then(() => stack.kill('SIGKILL'))])
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  const end = Date.now() + limitMs
  while (!(await answers(`${url}/sandbox/persons`))) {
    if (Date.now() > end || stack.exitCode !== null) {
      await stop()
      throw new Error(`the one-machine stack did not come up:\n${output.join('')}`)
    }
    await pause(100)
  }
  return { url, output: () => output.join(''), stop }
}
