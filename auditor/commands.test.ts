import { spawnSync } from 'node:child_process'
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { fromBase64url } from '../ballot/bytes'
import { Totals } from '../contract/survey'
import { anElectionOf, publishElection, writeExport } from '../tests/survey/election'

const root = path.join(__dirname, '..')
let home: string
beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'auditor-'))
})
afterAll(() => rm(home, { recursive: true }))

/** A command as the auditors run it, in a folder of its own. */
function run(name: 'keys' | 'count' | 'verify', ...args: string[]) {
  const command = ['--no-warnings', '--import', require.resolve('tsx'), path.join(root, `auditor/${name}.ts`), ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: home, encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('from the keys to the verdict, at the keyboard', async () => {
  const keys = run('keys', '--auditors', '5', '--needed', '3', '--out', 'shares')
  expect(keys).toMatchObject({ status: 0, stderr: '' })
  const publicKey = /封票公钥\(填进评议计划\):([\w-]{43})$/m.exec(keys.stdout)?.[1]
  const election = await anElectionOf(fromBase64url(publicKey ?? ''))
  await writeExport(path.join(home, 'export'), election)

  const shares = ['--share', 'shares/share-5.txt', '--share', 'shares/share-1.txt', '--share', 'shares/share-2.txt']
  const refused = run('count', 'export', ...shares.slice(2))
  expect(refused).toMatchObject({ status: 1, stderr: '开票要 3 份密钥份额,只给了 2 份。\n' })
  expect(await readdir(home)).toEqual(['export', 'shares'])

  const counted = run('count', 'export', ...shares)
  expect(counted).toMatchObject({ status: 0, stderr: '' })
  expect(counted.stdout).toMatch(/^选票 296 张,其中不能计的 1 张;公布 \d+ 个单位。$/m)
  expect(await readdir(path.join(home, 'count'))).toEqual(['record.sealed', 'totals.json'])
  const totals = Totals.parse(JSON.parse(await readFile(path.join(home, 'count/totals.json'), 'utf8')))
  await publishElection(path.join(home, 'public'), election, totals)

  const good = run('verify', 'public', 'count/record.sealed', ...shares)
  expect(good).toMatchObject({ status: 0, stderr: '' })
  expect(good.stdout).toMatch(/结论:全部 \d+ 项都对,重新计票也一样。\n$/)

  await appendFile(path.join(home, 'public/receipts.csv'), `${'f'.repeat(64)},${election.strata.at(-1)!.town.id},2,counted\n`)
  const bad = run('verify', 'public')
  expect(bad.status).toBe(1)
  expect(bad.stdout).toMatch(/✗ 摘要一个接一个,每个回执都在里面/)
  expect(bad.stdout).toMatch(/这份结果不能相信。\n$/)
})

test.each(['keys', 'count', 'verify'] as const)('%s says how it is used, and tells a wrong use from a refusal', (name) => {
  expect(run(name, '--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(`npm run survey:${name} -- `) })
  expect(run(name, '--nothing')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('有一个选项不认识。') })
})

test.each([
  ['1', '1'],
  ['5', '6'],
  ['5', '1'],
  ['21', '3'],
  ['five', '3'],
])('no key is made for %s auditors of whom %s are needed', (auditors, needed) => {
  expect(run('keys', '--auditors', auditors, '--needed', needed, '--out', 'wrong')).toMatchObject({ status: 2, stdout: '' })
})
