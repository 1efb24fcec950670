import { createHmac } from 'node:crypto'

import { Hash } from '@smithy/core/serde'
import { SignatureV4 } from '@smithy/signature-v4'

/** Whose requests they are: what Lambda hands a function's role, or the one-machine stack's own. */
export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }

class Sha256 extends Hash {
  constructor(secret?: ConstructorParameters<typeof Hash>[1]) {
    super('sha256', secret)
  }
}

/** Signs requests to `service` (AWS Signature Version 4). S3 alone wants its paths escaped once only. */
export const requestSigner = (service: string, region: string, credentials: Credentials) =>
  new SignatureV4({ service, region, credentials, sha256: Sha256, uriEscapePath: service !== 's3' })

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The hex signature of a text (a POST policy in base64) by the key of this day (`20151229`), region and service. */
export function signatureOf(text: string, secret: string, { day, region, service }: { day: string; region: string; service: string }) {
  const key = [day, region, service, 'aws4_request'].reduce((from: string | Buffer, part) => hmac(from, part), `AWS4${secret}`)
  return hmac(key, text).toString('hex')
}

/** An instant as signatures write it: `20151229T000000Z`. */
export const signingTime = (at: string) => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`
