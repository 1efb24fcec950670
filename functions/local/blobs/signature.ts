import { createHash, timingSafeEqual } from 'node:crypto'

import { type Credentials, signatureOf } from '../../platform/sigv4'

/** A request as it came over the wire. `path` is still escaped, `query` is what follows the question mark. */
export type Signed = { method: string; path: string; query: string; headers: (name: string) => string | undefined; body: Buffer }

const ALGORITHM = 'AWS4-HMAC-SHA256'
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The query with names and values escaped anew and sorted, without the signature itself. */
const canonicalQuery = (query: URLSearchParams) =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&')

export const sameText = (one: string, other: string) => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

type Parts = { credential: string; signedHeaders: string; signature: string; date: string; payload: string }

function matches(request: Signed, query: URLSearchParams, parts: Parts, { accessKeyId, secretAccessKey }: Credentials): boolean {
  const { credential, signedHeaders, signature, date, payload } = parts
  const [keyId, day = '', region = '', service = '', end] = credential.split('/')
  if (keyId !== accessKeyId || end !== 'aws4_request' || service !== 's3' || !date.startsWith(day)) return false
  const names = signedHeaders.split(';')
  if (!names.includes('host')) return false
  const headers = names.map((name) => `${name}:${(request.headers(name) ?? '').trim().replace(/ +/g, ' ')}\n`).join('')
  const canonical = [request.method, request.path, canonicalQuery(query), headers, signedHeaders, payload].join('\n')
  const text = [ALGORITHM, date, `${day}/${region}/${service}/aws4_request`, sha256(canonical)].join('\n')
  return sameText(signatureOf(text, secretAccessKey, { day, region, service }), signature)
}

const instantOf = (date: string) => Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/** By how much the clocks of a client and of S3 may differ. */
const SKEW_MS = 15 * 60_000
const LONGEST_SECONDS = 7 * 24 * 3600

/**
 * Whether S3 would take this request as signed by the owner of `credentials`: by its Authorization header, or by the query of an
 * address that is still good (docs.aws.amazon.com/AmazonS3/latest/API, sig-v4-header-based-auth and sigv4-query-string-auth).
 */
export function isSigned(request: Signed, credentials: Credentials, now: Date): boolean {
  const query = new URLSearchParams(request.query)
  const inQuery = (name: string) => query.get(`X-Amz-${name}`) ?? ''
  if (query.has('X-Amz-Signature')) {
    const [date, seconds] = [inQuery('Date'), Number(inQuery('Expires'))]
    const since = instantOf(date)
    const inTime = since <= now.getTime() + SKEW_MS && now.getTime() < since + seconds * 1000 && seconds <= LONGEST_SECONDS
    const parts = { credential: inQuery('Credential'), signedHeaders: inQuery('SignedHeaders'), signature: inQuery('Signature'), date }
    return inTime && inQuery('Algorithm') === ALGORITHM && matches(request, query, { ...parts, payload: 'UNSIGNED-PAYLOAD' }, credentials)
  }
  const given = /^AWS4-HMAC-SHA256 Credential=(.+?), ?SignedHeaders=(.+?), ?Signature=([0-9a-f]{64})$/.exec(
    request.headers('authorization') ?? '',
  )
  const [date = '', payload = ''] = [request.headers('x-amz-date'), request.headers('x-amz-content-sha256')]
  if (!given || Math.abs(instantOf(date) - now.getTime()) > SKEW_MS || payload !== sha256(request.body)) return false
  const [, credential = '', signedHeaders = '', signature = ''] = given
  return matches(request, query, { credential, signedHeaders, signature, date, payload }, credentials)
}
