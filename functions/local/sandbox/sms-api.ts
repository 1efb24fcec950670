import { type Context, Hono } from 'hono'
import * as z from 'zod/mini'

import { minute } from '../../../contract/time'
import type { Clock } from '../../platform/clock'
import { tc3Headers } from '../../platform/tc3'
import type { How } from './faults'
import type { Memory } from './memory'
import { sandboxTencent, smsTexts } from './sms'

/** The refusal of Tencent that comes nearest to each way in which the page can make a call fail. */
const refusals: Partial<Record<How, string>> = {
  expiredToken: 'AuthFailure.SignatureExpire',
  wrongToken: 'AuthFailure.SignatureFailure',
  noGrant: 'FailedOperation.PhoneNumberInBlacklist',
  blocked: 'FailedOperation.PhoneNumberInBlacklist',
  badOpenid: 'InvalidParameterValue.IncorrectPhoneNumber',
  badCode: 'InvalidParameterValue.IncorrectPhoneNumber',
  badTemplate: 'FailedOperation.TemplateUnapprovedOrNotExist',
  badData: 'InvalidParameterValue.TemplateParameterFormatError',
  rateLimited: 'LimitExceeded.PhoneNumberThirtySecondLimit',
  quota: 'LimitExceeded.PhoneNumberDailyLimit',
  busy: 'InternalError.OtherError',
}

const Request = z.object({
  PhoneNumberSet: z.array(z.string()).check(z.length(1)),
  SmsSdkAppId: z.string(),
  SignName: z.string(),
  TemplateId: z.string(),
  TemplateParamSet: z.array(z.string().check(z.maxLength(40))),
  SessionContext: z.string().check(z.maxLength(511)),
})
type Request = z.infer<typeof Request>

const CLOCKS_DIFFER = 5 * minute
const RequestId = '00000000-0000-4000-8000-000000000000'

const refused = (c: Context, Code: string) => c.json({ Response: { Error: { Code, Message: Code }, RequestId } })
const answered = (c: Context, { PhoneNumberSet: [PhoneNumber = ''], SessionContext }: Request, Code: string) => {
  const status = { SerialNo: '', PhoneNumber, Fee: Code === 'Ok' ? 1 : 0, SessionContext, Code, Message: Code, IsoCode: 'CN' }
  return c.json({ Response: { SendStatusSet: [status], RequestId } })
}

function wrongIn({ PhoneNumberSet: [phone = ''], SmsSdkAppId, SignName, TemplateId, TemplateParamSet }: Request): string | undefined {
  if (SmsSdkAppId !== sandboxTencent.sdkAppId) return 'InvalidParameterValue.SdkAppIdNotExist'
  if (SignName !== sandboxTencent.signName) return 'FailedOperation.SignatureIncorrectOrUnapproved'
  const template = Object.values(smsTexts).find(({ id }) => id === TemplateId)
  if (!template) return 'FailedOperation.TemplateUnapprovedOrNotExist'
  const wanted = new Set(template.text.match(/\{\d\}/g)).size
  if (TemplateParamSet.length !== wanted) return 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate'
  return /^\+861[3-9]\d{9}$/.test(phone) ? undefined : 'InvalidParameterValue.IncorrectPhoneNumber'
}

const textOf = ({ TemplateId, TemplateParamSet }: Request) => {
  const { text } = Object.values(smsTexts).find(({ id }) => id === TemplateId)!
  return `【${sandboxTencent.signName}】${text.replace(/\{(\d)\}/g, (_, n: string) => TemplateParamSet[Number(n) - 1] ?? '')}`
}

/** Tencent's refusal in this way. */
export async function refuseSms(c: Context, how: How): Promise<Response> {
  const code = refusals[how] ?? 'InternalError.OtherError'
  const asked = Request.safeParse(await c.req.json().catch(() => undefined))
  return code.startsWith('AuthFailure') || !asked.success ? refused(c, code) : answered(c, asked.data, code)
}

/** sms.tencentcloudapi.com as far as the product calls it: SendSms of 2021-01-11, with its signature, its answers and errors. */
export function smsApi({ memory, clock }: { memory: Memory; clock: Clock }): Hono {
  const app = new Hono()
  app.post('/', async (c) => {
    const body = await c.req.text()
    const seconds = Number(c.req.header('x-tc-timestamp'))
    if (!(Math.abs(Date.parse(clock()) - seconds * 1000) <= CLOCKS_DIFFER)) return refused(c, 'AuthFailure.SignatureExpire')
    const call = { service: 'sms', host: c.req.header('host') ?? '', action: 'SendSms', body, seconds }
    if (c.req.header('authorization') !== tc3Headers(call, sandboxTencent).authorization) return refused(c, 'AuthFailure.SignatureFailure')
    if (c.req.header('x-tc-action') !== 'SendSms') return refused(c, 'InvalidAction')
    if (c.req.header('x-tc-version') !== '2021-01-11') return refused(c, 'NoSuchVersion')
    if (!c.req.header('x-tc-region')) return refused(c, 'MissingParameter')
    const asked = Request.safeParse(JSON.parse(body))
    if (!asked.success) return refused(c, 'InvalidParameter')
    const wrong = wrongIn(asked.data)
    if (wrong) return answered(c, asked.data, wrong)
    const phone = asked.data.PhoneNumberSet[0]!.slice(3)
    const fields = [
      { label: '号码', value: phone },
      { label: '内容', value: textOf(asked.data) },
    ]
    memory.arrive({ at: clock(), by: 'sms', phone, title: '短信', fields })
    return answered(c, asked.data, 'Ok')
  })
  return app
}
