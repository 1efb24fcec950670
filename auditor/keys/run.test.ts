import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { fromBase64url } from '../../ballot/bytes'
import { keyFingerprint } from '../../ballot/digests'
import { Refusal } from '../refusal'
import { runKeys } from './run'
import { joinShares } from './shares'

let home: string
beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'keys-'))
})
afterEach(() => rm(home, { recursive: true }))

async function keysWith(out?: string) {
  const said: string[] = []
  const pages: (readonly string[])[] = []
  const handOver = (page: readonly string[]) => Promise.resolve(void pages.push(page))
  const asked = { auditors: 5, needed: 3, ...(out && { out }) }
  const keys = await runKeys(asked, { say: (line) => void said.push(line), handOver, terminal: false })
  return { ...keys, said, pages }
}
const codeIn = (page: readonly string[]) => page.find((line) => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){18}$/.test(line))!

test('each auditor is shown one share, as text and as a code to scan; any three of them are the key', async () => {
  const { publicKey, fingerprint, said, pages } = await keysWith()
  expect(pages.length).toBe(5)
  expect(new Set(pages.map(codeIn)).size).toBe(5)
  for (const page of pages) {
    expect(page.join('\n')).toContain(fingerprint)
    expect(page.join('\n')).toMatch(/[▀▄█]{10}/)
  }
  const key = fromBase64url(publicKey)
  expect(keyFingerprint(key)).toBe(fingerprint)
  const joined = await joinShares([pages[4]!, pages[0]!, pages[2]!].map(codeIn), key)
  if (!('secretKey' in joined)) throw new Error(joined.problem)

  // What stays on the screen holds the public half alone.
  const shown = said.join('\n')
  expect(shown).toContain(publicKey)
  const secret = Buffer.from(joined.secretKey)
  for (const form of [secret.toString('hex'), secret.toString('base64url'), ...pages.map(codeIn)]) expect(shown).not.toContain(form)
})

test('files are for one reader each, and are what the count reads', async () => {
  const out = path.join(home, 'shares')
  const { publicKey, pages } = await keysWith(out)
  expect(pages).toEqual([])
  const names = (await readdir(out)).sort()
  expect(names).toEqual([1, 2, 3, 4, 5].map((nth) => `share-${nth}.txt`))
  for (const name of names) expect((await stat(path.join(out, name))).mode & 0o077).toBe(0)
  const texts = await Promise.all(names.slice(1, 4).map((name) => readFile(path.join(out, name), 'utf8')))
  expect(await joinShares(texts, fromBase64url(publicKey))).toHaveProperty('secretKey')
})

test('shares that are there already are never written over', async () => {
  await writeFile(path.join(home, 'share-3.txt'), 'kept')
  await expect(keysWith(home)).rejects.toThrow(Refusal)
  expect(await readFile(path.join(home, 'share-3.txt'), 'utf8')).toBe('kept')
})
