import * as z from 'zod/mini'

import type { Clock } from './clock'
import type { Log } from './log'
import type { Sms, SmsTemplate } from './sms'
import { smsFailure } from './sms-codes'
import { type Tc3Keys, tc3Headers } from './tc3'
import { type Failure, isFailure } from './wechat-call'

export type TencentSms = Tc3Keys & {
  /** `https://sms.tencentcloudapi.com`, or where the sandbox plays it. */
  url: string
  sdkAppId: string
  signName: string
  templates: Readonly<Record<SmsTemplate, string>>
  timeoutMs?: number
}

/** Where the account's SMS service is; the same for all numbers of the mainland. */
const REGION = 'ap-guangzhou'

const Answer = z.object({
  Response: z.union([
    z.object({ Error: z.object({ Code: z.string() }) }),
    z.object({ SendStatusSet: z.array(z.object({ Code: z.string() })).check(z.minLength(1)) }),
  ]),
})

/** Errors of a connection that was never made: nothing was sent. */
const neverConnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ENETUNREACH', 'EHOSTUNREACH']

const Lost = z.object({ cause: z.object({ code: z.string() }) })

function lost(error: unknown, timedOut: boolean): Failure {
  if (neverConnected.includes(Lost.safeParse(error).data?.cause.code ?? '')) return { failure: 'transient', code: 'unreachable' }
  return { failure: 'unsure', code: timedOut ? 'timeout' : 'cutOff' }
}

/**
 * Tencent Cloud's SMS by its API SendSms of 2021-01-11 (cloud.tencent.com/document/api/382/55981). It takes no key by
 * which a repeat would be known: `SessionContext` is only handed back. Answers are values, and nothing of a number, a
 * text or a key is in any log.
 */
export function tencentSms(
  { url, secretId, secretKey, sdkAppId, signName, templates, timeoutMs = 5000 }: TencentSms,
  { clock, log }: { clock: Clock; log: Log },
): Sms {
  async function call(phone: string, template: SmsTemplate, values: readonly string[], context: string): Promise<{ sent: true } | Failure> {
    const message = {
      ...{ PhoneNumberSet: [`+86${phone}`], SmsSdkAppId: sdkAppId, SignName: signName },
      ...{ TemplateId: templates[template], TemplateParamSet: values, SessionContext: context },
    }
    const body = JSON.stringify(message)
    const seconds = Math.floor(Date.parse(clock()) / 1000)
    const signed = tc3Headers({ service: 'sms', host: new URL(url).host, action: 'SendSms', body, seconds }, { secretId, secretKey })
    const headers = { ...signed, 'x-tc-version': '2021-01-11', 'x-tc-region': REGION }
    const signal = AbortSignal.timeout(timeoutMs)
    let json: unknown
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal })
      json = await response.json()
    } catch (error) {
      return lost(error, signal.aborted)
    }
    const answer = Answer.safeParse(json)
    if (!answer.success) return { failure: 'unsure', code: 'unreadable' }
    const { Response } = answer.data
    const code = 'Error' in Response ? Response.Error.Code : Response.SendStatusSet[0]!.Code
    return code === 'Ok' ? { sent: true } : smsFailure(code)
  }

  async function noted(answer: Promise<{ sent: true } | Failure>) {
    const result = await answer
    if (isFailure(result)) log[result.failure === 'permanent' ? 'info' : 'warn']('sms.failed', result)
    return result
  }

  return {
    sendCode: (phone, code) => noted(call(phone, 'code', [code], '')),
    text: ({ phone, template, values, context }) => noted(call(phone, template, values, context)),
  }
}
