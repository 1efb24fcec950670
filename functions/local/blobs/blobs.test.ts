import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { serve } from '@hono/node-server'
import { Hono } from 'hono'

import type { UploadForm } from '../../../contract/media'
import { Instant } from '../../../contract/route'
import { later, minute } from '../../../contract/time'
import { type Blobs, bucket } from '../../platform/blobs'
import { diskBlobs, diskBucket } from './blobs'

const start = Instant.parse('2026-11-18T01:00:00.000Z')
const key = 'raw/0123456789abcdef0123456789abcdef'
const secret = 'the secret of a store in a test, long'

let folder: string
let now: Instant
let uploads: string[]
let blobs: Blobs
let url: string
let close: () => Promise<unknown>
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'blobs-'))
  ;[now, uploads] = [start, []]
  const { app } = diskBlobs({ folder, secret, clock: () => now, onUpload: (uploaded) => uploads.push(uploaded) })
  const server = serve({ fetch: new Hono().route('/blobs', app).fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/blobs`
  blobs = bucket(diskBucket(url, secret), () => now)
  close = () => new Promise((resolve) => server.close(resolve))
})
afterEach(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

const formOf = (more: Partial<Parameters<Blobs['form']>[0]> = {}) =>
  blobs.form({ key, type: 'image/jpeg', most: 1000, until: later(start, 30 * minute), ...more }, start)

async function post({ url: to, fields }: UploadForm, bytes: Buffer, changed: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(bytes)]), 'a.jpg')
  const response = await fetch(to, { method: 'POST', body: form })
  return [response.status, /<Code>(\w+)/.exec(await response.text())?.[1]]
}

const photo = Buffer.alloc(800, 7)
const soon = () => new Promise((resolve) => setTimeout(resolve, 20))

test('a form uploads one file, and the function learns of it', async () => {
  expect(await post(formOf(), photo)).toEqual([204, undefined])
  await soon()
  expect(uploads).toEqual([key])
  expect(readdirSync(path.join(folder, 'raw'))).toEqual([key.slice(4)])
})

test.each<[string, (form: UploadForm) => Promise<unknown>, unknown]>([
  ['larger than the form says', (form) => post(form, Buffer.alloc(1001)), [400, 'EntityTooLarge']],
  ['an empty file', (form) => post(form, Buffer.alloc(0)), [400, 'EntityTooSmall']],
  ['another key', (form) => post(form, photo, { key: `${key}0` }), [403, 'AccessDenied']],
  ['a key out of the folder', (form) => post(form, photo, { key: '../../etc/passwd' }), [403, 'AccessDenied']],
  ['another type', (form) => post(form, photo, { 'Content-Type': 'text/html' }), [403, 'AccessDenied']],
  ['one more field', (form) => post(form, photo, { 'x-amz-meta-more': '1' }), [403, 'AccessDenied']],
  ['another status to be answered', (form) => post(form, photo, { success_action_status: '200' }), [403, 'AccessDenied']],
  ['a changed policy', (form) => post(form, photo, { policy: Buffer.from('{}').toString('base64') }), [403, 'SignatureDoesNotMatch']],
  ['a forged signature', (form) => post(form, photo, { 'x-amz-signature': '0'.repeat(64) }), [403, 'SignatureDoesNotMatch']],
  ['no policy', (form) => post(form, photo, { policy: '' }), [403, 'AccessDenied']],
])('%s is refused as S3 does, and nothing is kept', async (_, upload, refusal) => {
  expect(await upload(formOf())).toEqual(refusal)
  await soon()
  expect([uploads, readdirSync(folder)]).toEqual([[], []])
})

test('a form ends when it says', async () => {
  now = later(start, 30 * minute)
  expect(await post(formOf(), photo)).toEqual([403, 'AccessDenied'])
})

test('what was put is got, read under its address for a while, and deleted', async () => {
  await blobs.put('clean/a', photo, 'image/jpeg')
  expect(await blobs.get('clean/a')).toEqual(photo)
  const address = await blobs.urlOf('clean/a', now)
  const shown = await fetch(address)
  expect([shown.status, shown.headers.get('content-type'), Buffer.from(await shown.arrayBuffer())]).toEqual([200, 'image/jpeg', photo])
  const part = await fetch(address, { headers: { range: 'bytes=10-19' } })
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10])
  expect((await fetch(address.replace('clean/a', 'clean/b'))).status).toBe(403)
  expect((await fetch(`${url}/clean/a`)).status).toBe(403)
  expect((await fetch(address, { method: 'DELETE' })).status).toBe(403)
  now = later(now, 21 * minute)
  expect((await fetch(address)).status).toBe(403)
  await blobs.delete('clean/a')
  await blobs.delete('clean/a')
  expect(await blobs.get('clean/a')).toBeUndefined()
})

test('an address stays the same for a while, so that a phone loads nothing twice', async () => {
  const [first, same, other] = [0, 4, 6].map((minutes) => blobs.urlOf('clean/a', later(start, minutes * minute)))
  expect(await same).toBe(await first)
  expect(await other).not.toBe(await first)
})

test('a store with another secret is no store of ours', async () => {
  const stranger = bucket(diskBucket(url, 'another secret, as long as the first'), () => now)
  await expect(stranger.get('clean/a')).rejects.toThrow('403')
  await expect(stranger.put('clean/a', photo, 'image/jpeg')).rejects.toThrow('403')
})
