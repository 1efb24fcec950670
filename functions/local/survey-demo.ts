import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

import { toBase64url } from '../../ballot/bytes'
import { newSecretKey, publicKey } from '../../ballot/token'
import type { HouseholdId, UnitId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import type { Table } from '../platform/table'
import type { Tag } from '../platform/tag'
import { Window } from '../survey/window'
import { windowsFile, writeWindows } from './kept-windows'
import { makeSurvey } from './made-survey'

const TITLE = '演示:万名群众评机关'
const SAMPLE = 200
const root = path.resolve(__dirname, '..', '..')
const run = promisify(execFile)

/** The sealing key, made by the auditors' own command in a process of its own: this one learns the public half alone, and the shares lie in `folder`. */
async function sealKeyIn(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true })
  const args = ['--import', 'tsx', path.join(root, 'auditor', 'keys.ts'), '--auditors', '3', '--needed', '2', '--out', folder]
  const { stdout } = await run(process.execPath, args, { cwd: root })
  const [, key] = /封票公钥[^:]*:([A-Za-z0-9_-]{43})\s/.exec(stdout) ?? []
  if (!key) throw new Error('the demo has no key to seal with')
  return key
}

type Town = { table: Table; tag: Tag; dataDir: string; officeId: UnitId; invite: readonly HouseholdId[] }

/** An open survey in the demo's town, with keys made on this machine; its title says that it is a demo. */
export async function openDemoSurvey({ dataDir, ...town }: Town, now: Instant): Promise<void> {
  const secretKey = newSecretKey((length) => new Uint8Array(randomBytes(length)))
  const keys = { tokenKey: toBase64url(publicKey(secretKey)), sealKey: await sealKeyIn(path.join(dataDir, 'survey-shares')) }
  const made = await makeSurvey({ ...town, title: TITLE, sample: SAMPLE, keys }, now)
  if (!made) return
  const { id: campaignId, dates } = made
  writeWindows(windowsFile(dataDir), [Window.parse({ campaignId, secretKey: toBase64url(secretKey), ...dates })])
}
