import * as z from 'zod/mini'

import { type Credentials, signatureOf } from '../../platform/sigv4'
import { sameText } from './signature'

const Policy = z.object({
  expiration: z.string(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
})
type Condition = z.infer<typeof Policy>['conditions'][number]

/** S3's refusals of an upload, by the code that stands in its answer. */
export const refusals = {
  AccessDenied: 403,
  SignatureDoesNotMatch: 403,
  InvalidPolicyDocument: 400,
  EntityTooSmall: 400,
  EntityTooLarge: 400,
  MalformedPOSTRequest: 400,
} as const
export type Refusal = keyof typeof refusals

/** Fields that no condition has to name. */
const free = ['policy', 'x-amz-signature', 'file']

const parsed = (policy: string) => {
  try {
    return Policy.safeParse(JSON.parse(Buffer.from(policy, 'base64').toString('utf8'))).data
  } catch {
    return undefined
  }
}

const asTriples = (condition: Condition): ['eq' | 'starts-with', string, string][] => {
  if (!Array.isArray(condition)) return Object.entries(condition).map(([name, value]) => ['eq', name.toLowerCase(), value])
  const [how, name, value] = condition
  return how === 'content-length-range' ? [] : [[how, name.replace(/^\$/, '').toLowerCase(), value]]
}

/**
 * Whether S3 would take a form with these fields (names in lower case) and a file of so many bytes: the policy is signed, has not
 * ended, and names every field and nothing else (docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html).
 */
export function uploadRefusal(
  fields: Readonly<Record<string, string>>,
  bytes: number,
  bucket: string,
  { accessKeyId, secretAccessKey }: Credentials,
  now: Date,
): Refusal | undefined {
  const { policy = '', 'x-amz-credential': credential = '', 'x-amz-signature': signature = '' } = fields
  const [keyId, day = '', region = '', service = ''] = credential.split('/')
  if (!policy || keyId !== accessKeyId) return 'AccessDenied'
  if (!sameText(signatureOf(policy, secretAccessKey, { day, region, service }), signature)) return 'SignatureDoesNotMatch'
  const read = parsed(policy)
  if (!read) return 'InvalidPolicyDocument'
  if (!(Date.parse(read.expiration) > now.getTime())) return 'AccessDenied'
  const conditions = read.conditions.flatMap(asTriples)
  const given: Readonly<Record<string, string>> = { ...fields, bucket }
  const held = ([how, name, value]: (typeof conditions)[number]) =>
    how === 'eq' ? given[name] === value : (given[name]?.startsWith(value) ?? false)
  if (!conditions.every(held)) return 'AccessDenied'
  const named = conditions.map(([, name]) => name)
  if (Object.keys(fields).some((name) => !free.includes(name) && !named.includes(name))) return 'AccessDenied'
  for (const condition of read.conditions) {
    if (!Array.isArray(condition) || condition[0] !== 'content-length-range') continue
    if (bytes < condition[1]) return 'EntityTooSmall'
    if (bytes > condition[2]) return 'EntityTooLarge'
  }
  return undefined
}
