import { type Clock, systemClock } from '../../platform/clock'
import { type Log, silentLog } from '../../platform/log'
import type { Sms } from '../../platform/sms'
import { tencentSms } from '../../platform/sms-tencent'

/** The text messages as they are approved at the sandbox's Tencent Cloud; `{1}` and on stand for the parameters. */
export const smsTexts = {
  code: { id: '1000001', text: '验证码 {1},请不要告诉别人。' },
  progress: { id: '1000002', text: '{1}({2}):{3}。{4}。' },
  digest: { id: '1000003', text: '您有 {1} 件来信待办。{2}。' },
} as const

/** The account at the sandbox's Tencent Cloud. */
export const sandboxTencent = {
  secretId: 'AKIDsandbox0000000000000000000000000',
  secretKey: 'sandbox-key-of-no-value',
  sdkAppId: '1400000000',
  signName: '进农家',
  templates: { code: smsTexts.code.id, progress: smsTexts.progress.id, digest: smsTexts.digest.id },
} as const

type Outside = { clock?: Clock; log?: Log; timeoutMs?: number }

/** Text messages that arrive on the sandbox's page, by the client that calls Tencent. `apiUrl` is the sandbox's API, `http://127.0.0.1:8080/sandbox/api`. */
export const sandboxSms = (apiUrl: string, { clock = systemClock, log = silentLog, timeoutMs = 3000 }: Outside = {}): Sms =>
  tencentSms({ ...sandboxTencent, url: `${apiUrl}/sms`, timeoutMs }, { clock, log })
