import * as z from 'zod/mini'

import type { BucketConfig } from './blobs'
import type { TencentSms } from './sms-tencent'

const key = z.string().check(z.minLength(32), z.maxLength(200))

/** What only the functions may know; in a deployed stage one SSM SecureString holds it as JSON. */
export const Secrets = z.object({
  /** Signs sessions. */
  sessionKey: key,
  /** Keys the tags under which telephones, cards and accounts are stored; changing it forgets them all. */
  tagKey: key,
  wechatSecret: z.string().check(z.minLength(1)),
  /** The token set at mp.weixin.qq.com for what WeChat pushes: 3 to 32 letters and digits. */
  pushToken: z.string().check(z.regex(/^[A-Za-z0-9]{3,32}$/)),
  /** The keys of Tencent Cloud, where that sends the text messages. */
  tencentSecretId: z.optional(z.string().check(z.minLength(1))),
  tencentSecretKey: z.optional(z.string().check(z.minLength(1))),
})
export type Secrets = z.infer<typeof Secrets>

const Environment = z.object({
  TABLE: z.string(),
  DYNAMODB_ENDPOINT: z.optional(z.string()),
  WECHAT_URL: z._default(z.string(), 'https://api.weixin.qq.com'),
  WECHAT_APP_ID: z.string(),
  TEMPLATE_VILLAGER: z.string(),
  TEMPLATE_STAFF: z.string(),
  SECRETS_PARAMETER: z.string(),
  SMS_URL: z._default(z.string(), 'https://sms.tencentcloudapi.com'),
  /** `none`, or Tencent Cloud's application, signature and templates as JSON. */
  SMS: z._default(z.string(), 'none'),
  BUCKET: z.string(),
  /** The bucket's own address; serverless.yml sets it, so that no code knows how China's addresses end. */
  BUCKET_URL: z.url(),
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.optional(z.string()),
})

const SmsAccount = z.object({
  sdkAppId: z.string(),
  signName: z.string(),
  templates: z.object({ code: z.string(), progress: z.string(), digest: z.string() }),
})

/** The provider of text messages; undefined for a stage that has none. Throws where it is named and not described. */
function smsFrom(given: string, url: string, { tencentSecretId: secretId, tencentSecretKey: secretKey }: Secrets): TencentSms | undefined {
  if (given === 'none') return undefined
  const account = SmsAccount.safeParse(readJson(given))
  if (!account.success) throw new Error('SMS is neither none nor an account')
  if (!secretId || !secretKey) throw new Error('SMS is set, and the secrets have no tencentSecretId and tencentSecretKey')
  return { ...account.data, url, secretId, secretKey }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Everything a function needs to know before it starts. */
export type Settings = {
  table: string
  dynamodbEndpoint?: string
  wechat: { url: string; appId: string; secret: string; pushToken: string }
  templates: { villager: string; staff: string }
  keys: Pick<Secrets, 'sessionKey' | 'tagKey'>
  bucket: BucketConfig
  /** Who sends text messages; missing where nobody does. */
  sms?: TencentSms
}

/** The settings in `env`, with the secrets that `secretAt` finds under the parameter's name. Throws, naming what is missing. */
export async function settingsFrom(
  env: Readonly<Record<string, string | undefined>>,
  secretAt: (name: string) => Promise<string>,
): Promise<Settings> {
  const given = Environment.safeParse(env)
  if (!given.success) throw new Error(`settings missing: ${given.error.issues.map(({ path }) => path.join('.')).join(', ')}`)
  const { TABLE, DYNAMODB_ENDPOINT, WECHAT_URL, WECHAT_APP_ID, TEMPLATE_VILLAGER, TEMPLATE_STAFF, SECRETS_PARAMETER } = given.data
  const secrets = Secrets.safeParse(JSON.parse(await secretAt(SECRETS_PARAMETER)))
  if (!secrets.success) throw new Error('the secrets have another form')
  const { sessionKey, tagKey, wechatSecret, pushToken } = secrets.data
  const { BUCKET, BUCKET_URL, AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = given.data
  const credentials = { accessKeyId, secretAccessKey: AWS_SECRET_ACCESS_KEY, sessionToken: AWS_SESSION_TOKEN }
  return {
    table: TABLE,
    dynamodbEndpoint: DYNAMODB_ENDPOINT,
    wechat: { url: WECHAT_URL, appId: WECHAT_APP_ID, secret: wechatSecret, pushToken },
    templates: { villager: TEMPLATE_VILLAGER, staff: TEMPLATE_STAFF },
    keys: { sessionKey, tagKey },
    sms: smsFrom(given.data.SMS, given.data.SMS_URL, secrets.data),
    bucket: { name: BUCKET, url: BUCKET_URL, region, credentials },
  }
}
