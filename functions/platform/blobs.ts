import type { UploadForm } from '../../contract/media'
import type { Instant } from '../../contract/route'
import { instant, later, minute } from '../../contract/time'
import type { Clock } from './clock'
import { type Credentials, requestSigner, signatureOf, signingTime } from './sigv4'

/** A bucket: `url` is its own address, without a slash at its end (`https://BUCKET.s3.cn-north-1.amazonaws.com.cn`). */
export type BucketConfig = { name: string; url: string; region: string; credentials: Credentials; timeoutMs?: number }

/** What a phone may upload with a form: one object under exactly this key and type, of 1 to `most` bytes. */
type Upload = { key: string; type: string; most: number; until: Instant }

/** How long an address of an object stays good, at least; it changes every five minutes only, so that phones keep what they have loaded. */
const URL_MINUTES = 15
const SAME_FOR = 5 * minute

const TIMEOUT_MS = 10_000
const TRIES = 3

/** Objects behind one interface: S3's, or the one-machine stack's disk, which speaks as much of S3. Keys are made of `a-z0-9/`, with an ending where they are files' names. */
export type Blobs = {
  /** The form of a browser-based upload (docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html). */
  form: (upload: Upload, now: Instant) => UploadForm
  /** The object's bytes, or undefined where there is none. */
  get: (key: string) => Promise<Buffer | undefined>
  /** Stores an object, whole or not at all. */
  put: (key: string, bytes: Buffer, type: string) => Promise<void>
  /** Removes an object; one that is not there is as good. */
  delete: (key: string) => Promise<void>
  /** An address under which anybody who has it may read the object for the next 15 minutes, or for longer. */
  urlOf: (key: string, now: Instant, minutes?: number) => Promise<string>
}

/** A bucket's objects by signed requests. Rejects where three tries were in vain; what is in a request is in no error. */
export function bucket({ name, url, region, credentials, timeoutMs = TIMEOUT_MS }: BucketConfig, clock: Clock): Blobs {
  const signer = requestSigner('s3', region, credentials)
  const { protocol, host, hostname, port, pathname } = new URL(url)
  const base = pathname === '/' ? '' : pathname

  const request = (method: string, key: string, headers: Record<string, string> = {}, body?: Buffer) => ({
    method,
    protocol,
    hostname,
    ...(port && { port: Number(port) }),
    path: `${base}/${key}`,
    query: {},
    headers: { host, ...headers },
    ...(body && { body }),
  })

  async function send(method: string, key: string, headers?: Record<string, string>, body?: Buffer): Promise<Response> {
    for (let left = TRIES - 1; ; left--) {
      const signed = await signer.sign(request(method, key, headers, body), { signingDate: new Date(clock()) })
      const answer = await fetch(`${url}/${key}`, {
        method,
        headers: signed.headers,
        ...(body && { body: new Uint8Array(body) }),
        signal: AbortSignal.timeout(timeoutMs),
      }).catch((error: unknown) => (error instanceof Error ? error.name : 'Error'))
      if (typeof answer !== 'string' && (answer.ok || answer.status === 404)) return answer
      if (typeof answer !== 'string') await answer.body?.cancel()
      const said = typeof answer === 'string' ? answer : answer.status
      // Fewer than 500: it has been understood and refused, and would be again.
      if (left === 0 || (typeof said === 'number' && said < 500)) throw new Error(`the bucket answered ${method} with ${said}`)
    }
  }

  return {
    form: ({ key, type, most, until }, now) => {
      const date = signingTime(now)
      const day = date.slice(0, 8)
      const fields = {
        key,
        'Content-Type': type,
        success_action_status: '204',
        'x-amz-algorithm': 'AWS4-HMAC-SHA256',
        'x-amz-credential': `${credentials.accessKeyId}/${day}/${region}/s3/aws4_request`,
        'x-amz-date': date,
        ...(credentials.sessionToken && { 'x-amz-security-token': credentials.sessionToken }),
      }
      const exactly = Object.entries(fields).map(([field, value]) => ({ [field]: value }))
      const conditions = [{ bucket: name }, ...exactly, ['content-length-range', 1, most]]
      const policy = Buffer.from(JSON.stringify({ expiration: until, conditions })).toString('base64')
      const signature = signatureOf(policy, credentials.secretAccessKey, { day, region, service: 's3' })
      return { url, fields: { ...fields, policy, 'x-amz-signature': signature }, expiresAt: until }
    },

    get: async (key) => {
      const answer = await send('GET', key)
      if (answer.status !== 404) return Buffer.from(await answer.arrayBuffer())
      await answer.body?.cancel()
      return undefined
    },

    put: async (key, bytes, type) => {
      // Read through an address that changes, by phones with a weak signal: what they have, they need not load again.
      const answer = await send('PUT', key, { 'content-type': type, 'cache-control': 'private, max-age=86400, immutable' }, bytes)
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the bucket answered PUT with ${answer.status}`)
    },

    delete: async (key) => {
      await (await send('DELETE', key)).body?.cancel()
    },

    urlOf: async (key, now, minutes = URL_MINUTES) => {
      const since = instant(new Date(Math.floor(Date.parse(now) / SAME_FOR) * SAME_FOR))
      const expiresIn = (Date.parse(later(since, minutes * minute + SAME_FOR)) - Date.parse(since)) / 1000
      const asked = request('GET', key, { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' })
      const { query } = await signer.presign(asked, { expiresIn, signingDate: new Date(since) })
      const search = Object.entries(query ?? {}).map(([field, value]) => `${field}=${encodeURIComponent(String(value))}`)
      return `${url}/${key}?${search.join('&')}`
    },
  }
}
