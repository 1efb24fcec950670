import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { encode } from 'iconv-lite'

import { madeStaff } from '../../tests/fixtures/minle/cadres'
import { generateMinle } from '../../tests/fixtures/minle/generate'

// Each run starts a Node of its own and compiles what it needs.
jest.setTimeout(240_000)

const temporary = (name: string) => mkdtempSync(path.join(tmpdir(), name))
const [minle, dataDir, templates] = [temporary('minle-'), temporary('data-'), temporary('templates-')]
const root = path.resolve(__dirname, '../..')

/** Runs the command as an office does; `killAt` kills it as soon as it has said this. */
function roster(args: string[], killAt?: RegExp) {
  // One process, so that a kill hits the import itself and not only what started it.
  const env = { ...process.env, DYNAMODB_ENDPOINT: undefined, DATA_DIR: dataDir, NODE_NO_WARNINGS: '1' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'functions/local/roster.ts', ...args], {
    cwd: root,
    env,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString()
      if (killAt?.test(said)) child.kill('SIGKILL')
    })
  return new Promise<{ code: number | null; said: string }>((resolve) => child.on('close', (code) => resolve({ code, said })))
}

beforeAll(() => generateMinle(minle))
afterAll(() => {
  for (const folder of [minle, dataDir, templates]) rmSync(folder, { recursive: true, force: true })
})

test.each([[[]], [['--nonsense']], [['/no/such/folder']], [['a', 'b']]])(
  '%p is no use of the command: code 2, and how to use it',
  async (args) => {
    const { code, said } = await roster(args)
    expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining('用法') })
  },
)

test('an import that is killed in the middle is finished by the next one, and then nothing is left to do', async () => {
  const killed = await roster([minle, '--apply'], /写入农户/)
  expect(killed.code).not.toBe(0)
  const plan = await roster([minle])
  expect(plan.code).toBe(0)
  expect(plan.said).toContain(`干部  新增 0  改动 0  不变 ${madeStaff.length}`)
  const left = Number(/农户 {2}新增 (\d+)/.exec(plan.said)?.[1])
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(2053)
  const rest = await roster([minle, '--apply'])
  expect(rest).toEqual({ code: 0, said: expect.stringContaining(`写好了,共 ${left} 项`) })
  expect(await roster([minle, '--apply'])).toEqual({ code: 0, said: expect.stringContaining('没有要写的') })
})

test('sheets with faults end with code 1 and name the place', async () => {
  const file = path.join(minle, '农户.csv')
  const text = new TextDecoder('gb18030').decode(readFileSync(file))
  writeFileSync(file, encode(text.replace(/一般户/, '普通户'), 'gb18030'))
  const { code, said } = await roster([minle, '--apply'])
  expect(code).toBe(1)
  expect(said).toMatch(/农户\.csv 第 \d+ 行「户类别」:只能填/)
})

test('the template is written, and read again without faults', async () => {
  expect(await roster(['--template', templates])).toEqual({ code: 0, said: expect.stringContaining('结对.xlsx') })
  expect(await roster([templates])).toEqual({ code: 0, said: expect.stringContaining('没有要写的') })
})
