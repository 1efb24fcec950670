import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import type { Clock } from '../../platform/clock'
import type { BucketConfig } from '../../platform/blobs'
import type { Credentials } from '../../platform/sigv4'
import { diskObjects, isKey, type Kept } from './disk'
import { type Refusal, refusals, uploadRefusal } from './policy'
import { isSigned } from './signature'

const NAME = 'jinnongjia-local'
const REGION = 'local'
/** The largest upload with all its fields. */
const BODY_MOST = 8 * 1024 * 1024

/** What the disk store's owner is called; its secret is made with the stack's other secrets. */
const credentialsOf = (secretAccessKey: string): Credentials => ({ accessKeyId: 'LOCAL', secretAccessKey })

/** The disk store as a bucket: `url` is where `diskBlobs` is mounted. */
export const diskBucket = (url: string, secret: string): BucketConfig => ({
  name: NAME,
  url,
  region: REGION,
  credentials: credentialsOf(secret),
})

type DiskDeps = {
  folder: string
  secret: string
  clock: Clock
  /** Learns of each upload, at least once, as S3's event tells a function. */
  onUpload: (key: string) => void
}

const refuse = (c: Context, code: Refusal | 'NoSuchKey', status: 400 | 403 | 404) =>
  c.body(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`, status, { 'content-type': 'application/xml' })

const denied = (c: Context) => refuse(c, 'AccessDenied', 403)

async function signedOf(c: Context) {
  const { pathname, search } = new URL(c.req.url)
  const body = Buffer.from(await c.req.arrayBuffer())
  return { method: c.req.method, path: pathname, query: search.slice(1), headers: (name: string) => c.req.header(name), body }
}

/** The part of an object that a player asks for, `bytes=0-` or `bytes=100-199`; all of it for any other wish. */
function answer(c: Context, { type, caching, bytes }: Kept) {
  const headers = {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    ...(caching && { 'cache-control': caching }),
  }
  const asked = /^bytes=(\d+)-(\d*)$/.exec(c.req.header('range') ?? '')
  const from = Number(asked?.[1] ?? 0)
  if (!asked || from >= bytes.length) return c.body(new Uint8Array(bytes), 200, headers)
  const to = Math.min(asked[2] ? Number(asked[2]) : bytes.length - 1, bytes.length - 1)
  const part = new Uint8Array(bytes.subarray(from, to + 1))
  return c.body(part, 206, { ...headers, 'content-range': `bytes ${from}-${to}/${bytes.length}` })
}

/**
 * As much of S3 as the product uses, on this machine's disk: the form upload with its policy, and signed GET, PUT and DELETE. It
 * refuses what S3 refuses, with S3's codes.
 */
export function diskBlobs({ folder, secret, clock, onUpload }: DiskDeps) {
  const objects = diskObjects(folder)
  const credentials = credentialsOf(secret)
  const now = () => new Date(clock())
  const app = new Hono()

  // A bucket lets any page post a form and read what a signed address shows; the signature is the right, not the page.
  app.use(async (c, next) => {
    c.header('access-control-allow-origin', '*')
    if (c.req.method !== 'OPTIONS') return next()
    return c.body(null, 204, { 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': '*' })
  })
  app.use(bodyLimit({ maxSize: BODY_MOST, onError: (c) => refuse(c, 'EntityTooLarge', 400) }))

  app.post('/', async (c) => {
    const form = await c.req.formData().catch(() => undefined)
    const file = form?.get('file')
    if (!form || !(file instanceof Blob)) return refuse(c, 'MalformedPOSTRequest', 400)
    const texts = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name.toLowerCase(), value] as const] : []))
    const fields = Object.fromEntries(texts)
    const refusal = uploadRefusal(fields, file.size, NAME, credentials, now())
    if (refusal) return refuse(c, refusal, refusals[refusal])
    const { key = '', 'content-type': type = 'binary/octet-stream' } = fields
    if (!isKey(key)) return denied(c)
    await objects.put(key, { type, bytes: Buffer.from(await file.arrayBuffer()) })
    setImmediate(onUpload, key)
    return c.body(null, 204)
  })

  app.all('/*', async (c) => {
    const request = await signedOf(c)
    // What is left of the path after the place at which the store is mounted.
    const key = decodeURIComponent(request.path.slice(c.req.routePath.length - 1))
    if (!isKey(key) || !isSigned(request, credentials, now())) return denied(c)
    if (c.req.method === 'PUT') {
      const [type = 'binary/octet-stream', caching] = [c.req.header('content-type'), c.req.header('cache-control')]
      await objects.put(key, { type, caching, bytes: request.body })
      return c.body(null, 200)
    }
    if (c.req.method === 'DELETE') {
      await objects.delete(key)
      return c.body(null, 204)
    }
    const kept = c.req.method === 'GET' ? await objects.get(key) : undefined
    return kept ? answer(c, kept) : refuse(c, 'NoSuchKey', 404)
  })

  return {
    app,
    /** Tells again of what lies in this folder, as S3 does of events that nobody has taken. */
    tellAgain: async (prefix: string) => (await objects.under(prefix)).forEach((key) => onUpload(key)),
  }
}
