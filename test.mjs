// npm test: every check, fast ones first, two at a time. Prints a line each, the output of what failed, and the sum.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

import { buildNeeded, ensureBrowser, ensurePackages, root } from './config/prepare.mjs'

ensurePackages()
process.env.CHROMIUM = await ensureBrowser()
process.env.SEED ??= String(Date.now() % 2 ** 31)
const results = path.join(root, '.local', 'test')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const bin = (name) => path.join(root, 'node_modules', '.bin', name)
const jest = (project) => [
  bin('jest'),
  ...[
    '-c',
    'config/jest.config.cjs',
    '--selectProjects',
    project,
    '--json',
    `--outputFile=${path.join(results, `${project}.json`)}`,
    '--maxWorkers=1',
    // A test that fails half-way may leave a server open, and must not keep the run from ending.
    '--forceExit',
  ],
]

/** What is run, in this order as far as `after` allows. `says` finds the line of its output that is worth reading each time. */
const steps = [
  { name: 'format', run: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'types', run: [bin('tsc'), '--noEmit'] },
  { name: 'lint', run: [bin('eslint'), '--max-warnings', '0', '.'] },
  { name: 'rules', run: jest('rules') },
  { name: 'architecture', run: [process.execPath, 'tests/architecture/modules.mjs'] },
  { name: 'unused', run: [bin('knip')] },
  { name: 'components', run: jest('components') },
  { name: 'database', run: jest('database') },
  { name: 'fuzz', run: jest('fuzz'), says: /^\s*(fuzz: .*)$/m },
  { name: 'attack', run: jest('attack'), says: /^\s*(attack: .*)$/m },
  { name: 'faults', run: jest('faults'), says: /^\s*(faults: .*)$/m },
  { name: 'build h5', build: 'h5' },
  { name: 'build office', build: 'office' },
  { name: 'build weapp', build: 'weapp' },
  { name: 'packaged', run: jest('packaged') },
  { name: 'weapp', run: jest('weapp'), after: 'build weapp' },
  { name: 'journeys', run: jest('journeys'), after: ['build h5', 'build office'] },
]

const chosen = process.argv.slice(2)
const queue = steps.filter(({ name }) => chosen.length === 0 || chosen.includes(name))
const chosenNames = new Set(queue.map(({ name }) => name))
const done = new Map()
const began = Date.now()

/** Jest loads everything anew for each file: with more room for what is young, a sixth less of the time goes into clearing it away. */
const env = {
  ...process.env,
  NODE_NO_WARNINGS: '1',
  FORCE_COLOR: '0',
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`.trim(),
}

function execute([program, ...args]) {
  return new Promise((resolve) => {
    const output = []
    const child = spawn(program, args, { cwd: root, env })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part))
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(output).toString() }))
  })
}

/** How many tests a jest step ran; any other step is one. */
function counted(name, ok) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(path.join(results, `${name}.json`), 'utf8'))
    // A suite that could not even start has no failed test of its own.
    return { passed: numPassedTests, failed: ok ? 0 : Math.max(numFailedTests, numFailedTestSuites, 1) }
  } catch {
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
  }
}

async function perform({ name, run, build, says }) {
  const start = Date.now()
  const needed = build && buildNeeded(build)
  const { ok, output } = build && !needed ? { ok: true, output: '' } : await execute(run ?? needed.command)
  if (ok) needed?.done()
  const { passed, failed } = counted(name, ok)
  done.set(name, { passed, failed })
  const said = says?.exec(output)?.[1]
  console.log(
    `${ok ? '✓' : '✗'} ${name.padEnd(13)} ${String(passed).padStart(4)}  ${((Date.now() - start) / 1000).toFixed(1)} s${said ? `  ${said}` : ''}`,
  )
  if (!ok || process.env.VERBOSE) console.log(output)
}

async function lane() {
  for (;;) {
    const ready = queue.findIndex(({ after = [] }) => [after].flat().every((name) => done.has(name) || !chosenNames.has(name)))
    if (ready < 0) {
      if (queue.length === 0) return
      await new Promise((resolve) => setTimeout(resolve, 200))
      continue
    }
    await perform(queue.splice(ready, 1)[0])
  }
}

console.log(`随机种子 seed ${process.env.SEED}(用 SEED=${process.env.SEED} npm test 重跑同样的随机数)`)
await Promise.all([lane(), lane()])
const sum = (key) => [...done.values()].reduce((total, row) => total + row[key], 0)
console.log(`${((Date.now() - began) / 60_000).toFixed(1)} min`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') ? 1 : 0)
