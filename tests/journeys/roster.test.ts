import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { cadreRows } from '../fixtures/minle/cadres'
import { generateMinle } from '../fixtures/minle/generate'
import { tie } from './people'
import type { Phone } from './phone'
import { openStage, type Stage } from './stage'

jest.setTimeout(240_000)

const root = path.resolve(__dirname, '../..')
let stage: Stage
let villager: Phone
let folder: string

beforeAll(async () => {
  stage = await openStage()
  villager = await stage.phoneOf('0217')
  await tie(villager)
  folder = mkdtempSync(path.join(tmpdir(), 'roster-'))
  await generateMinle(folder)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await stage?.close()
})

/** The office's list of cadres with 陈建华's row changed, as a CSV in place of the workbook. */
function changeChen(change: Record<string, string>) {
  const rows = cadreRows.map((row) => (row['姓名'] === '陈建华' ? { ...row, ...change } : row))
  rmSync(path.join(folder, '干部.xlsx'), { force: true })
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
  writeFileSync(path.join(folder, '干部.csv'), lines.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n'))
}

/** What the import says to the office, and how it ends, beside the running stack. */
function importRoster(...more: string[]): Promise<{ said: string; code: number }> {
  const args = ['--import', 'tsx', 'functions/local/roster.ts', folder, ...more]
  const env = { ...process.env, DATA_DIR: stage.dataDir, NODE_NO_WARNINGS: '1' }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: root, env }, (_, out, err) =>
      resolve({ said: out + err, code: child.exitCode ?? -1 }),
    )
  })
}

it('shows the villager what the office has changed, once it is applied and not before', async () => {
  changeChen({ 职务: '农技站副站长' })
  const checked = await importRoster()
  expect(checked).toMatchObject({ code: 0, said: expect.stringMatching(/干部\s+新增 0\s+改动 1/) })
  await villager.reload()
  await villager.see('农技站站长')

  expect(await importRoster('--apply')).toMatchObject({ code: 0 })
  await villager.reload()
  await villager.see('农技站副站长')
  expect((await importRoster('--apply')).said).toContain('没有要写的')
})

it('writes nothing of a roster in which one cell is wrong, and says where that is', async () => {
  changeChen({ 职务: '主任', 手机号: '1380000' })
  const refused = await importRoster('--apply')
  expect(refused.code).toBe(1)
  expect(refused.said).toMatch(/干部\.csv.*第 ?2 ?行.*手机号/)
  await villager.reload()
  await villager.see('农技站副站长')
})
