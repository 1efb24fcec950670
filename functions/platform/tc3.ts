import { createHash, createHmac } from 'node:crypto'

/** A call of Tencent Cloud's API 3.0 as it is signed, at so many seconds since 1970: Tencent takes 5 minutes of difference. */
type Tc3Call = { service: string; host: string; action: string; body: string; seconds: number }
export type Tc3Keys = { secretId: string; secretKey: string }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

const CONTENT_TYPE = 'application/json; charset=utf-8'

/**
 * The headers of a POST signed by TC3-HMAC-SHA256 (cloud.tencent.com/document/api/382/52072, "签名方法 v3"): content type,
 * host and action are signed, the path is always `/`.
 */
export function tc3Headers({ service, host, action, body, seconds }: Tc3Call, { secretId, secretKey }: Tc3Keys) {
  const date = new Date(seconds * 1000).toISOString().slice(0, 10)
  const signed = 'content-type;host;x-tc-action'
  const headers = `content-type:${CONTENT_TYPE}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`
  const scope = `${date}/${service}/tc3_request`
  const request = ['POST', '/', '', headers, signed, sha256(body)].join('\n')
  const text = ['TC3-HMAC-SHA256', seconds, scope, sha256(request)].join('\n')
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request')
  const signature = createHmac('sha256', key).update(text).digest('hex')
  return {
    authorization: `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`,
    'content-type': CONTENT_TYPE,
    'x-tc-action': action,
    'x-tc-timestamp': String(seconds),
  }
}
