import * as z from 'zod/mini'

import type { Clock } from './clock'
import type { Log } from './log'
import { caller, type Failure, isFailure, type Request } from './wechat-call'
import { MediaTaken, mediaTypeOf, SCENE, type Suggestion, TextJudged } from './wechat-content'
import { tokenKeeper } from './wechat-token'

export { type Failure, isFailure } from './wechat-call'

export type WechatConfig = { appId: string; secret: string; baseUrl?: string; timeoutMs?: number }

/** A subscribe message: `data` by the template's keys (`thing3`), `page` with its query and no leading slash. */
export type Message = { openid: string; template: string; page: string; data: Readonly<Record<string, string>> }

const Session = z.object({ openid: z.string().check(z.minLength(1)) })
const Granted = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.number() })
const Digits = z.string().check(z.regex(/^\d{1,20}$/))
const PhoneInfo = z.object({ errcode: z.literal(0), phone_info: z.object({ purePhoneNumber: Digits, countryCode: Digits }) })
const Done = z.object({ errcode: z.literal(0) })

/** errcodes of a token that is wrong (40001, 40014) or over (42001). */
const tokenRefused: readonly Failure['code'][] = [40001, 40014, 42001]

/**
 * WeChat's server API (developers.weixin.qq.com/miniprogram/dev/api-backend), as much of it as is used. Answers are
 * values, failures too; the log gets the name of the API and the code, never what was sent.
 */
export function wechat(
  { appId, secret, baseUrl = 'https://api.weixin.qq.com', timeoutMs = 3000 }: WechatConfig,
  { clock, log }: { clock: Clock; log: Log },
) {
  const call = caller(baseUrl, timeoutMs)
  const noted = <T>(api: string, answer: T | Failure): T | Failure => {
    // That a person has not agreed, or a code is too old, is daily business; nobody has to look into it.
    if (isFailure(answer)) log[answer.failure === 'permanent' ? 'info' : 'warn']('wechat.failed', { api, ...answer })
    return answer
  }

  // Normal mode: the token in use stays good for other machines. Forced mode would end theirs.
  const grant = { grant_type: 'client_credential', appid: appId, secret, force_refresh: false }
  const keeper = tokenKeeper(async () => {
    const answer = noted('stable_token', await call({ path: '/cgi-bin/stable_token', body: grant }, Granted))
    // Wrong credentials are for an operator to mend; they say nothing about the message or code at hand.
    return isFailure(answer) && answer.failure === 'permanent' ? { ...answer, failure: 'transient' } : answer
  }, clock)

  async function withToken<T>(request: Request, reply: z.ZodMiniType<T>): Promise<T | Failure> {
    const token = await keeper.get()
    if (isFailure(token)) return token
    const answer = await call({ ...request, query: { access_token: token } }, reply)
    if (!isFailure(answer) || !tokenRefused.includes(answer.code)) return answer
    const next = await keeper.instead(token)
    return isFailure(next) ? next : call({ ...request, query: { access_token: next } }, reply)
  }

  return {
    /** Who signs in with the code of `wx.login`: once, within 5 minutes. Permanent: 40029, 40163, 40226. */
    openidOf: async (code: string): Promise<{ openid: string } | Failure> => {
      const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' }
      return noted('code2session', await call({ path: '/sns/jscode2session', query }, Session))
    },

    /** The number behind the code of the phone-number button, with `00` and the country unless it is a mainland one: once, within 5 minutes. Permanent: 40029. */
    phoneOf: async (code: string): Promise<{ phone: string } | Failure> => {
      const answer = noted('getuserphonenumber', await withToken({ path: '/wxa/business/getuserphonenumber', body: { code } }, PhoneInfo))
      if (isFailure(answer)) return answer
      const { countryCode, purePhoneNumber } = answer.phone_info
      return { phone: countryCode === '86' ? purePhoneNumber : `00${countryCode}${purePhoneNumber}` }
    },

    /** Sends a subscribe message. Permanent: 43101, 40003, 40037, 47003; quota: 45009. After a timeout it may have arrived. */
    send: async ({ openid, template, page, data }: Message): Promise<{ sent: true } | Failure> => {
      const fields = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }]))
      const body = { touser: openid, template_id: template, page, data: fields }
      const answer = noted('subscribeMessage.send', await withToken({ path: '/cgi-bin/message/subscribe/send', body }, Done))
      return isFailure(answer) ? answer : { sent: true }
    },

    /** What msgSecCheck 2.0 thinks of a text of at most 2,500 characters. Permanent: 61010, this person was not here for two hours; 40003. */
    judgeText: async (openid: string, content: string): Promise<{ suggest: Suggestion } | Failure> => {
      const body = { version: 2, scene: SCENE, openid, content }
      const answer = noted('msgSecCheck', await withToken({ path: '/wxa/msg_sec_check', body }, TextJudged))
      return isFailure(answer) ? answer : { suggest: answer.result.suggest }
    },

    /** Asks mediaCheckAsync 2.0 about what stands under `url`; its verdict is pushed within 30 minutes under this trace. Permanent: as judgeText. */
    askAboutMedia: async (openid: string, url: string, kind: 'photo' | 'voice'): Promise<{ trace: string } | Failure> => {
      const body = { version: 2, scene: SCENE, openid, media_url: url, media_type: mediaTypeOf[kind] }
      const answer = noted('mediaCheckAsync', await withToken({ path: '/wxa/media_check_async', body }, MediaTaken))
      return isFailure(answer) ? answer : { trace: answer.trace_id }
    },
  }
}
export type Wechat = ReturnType<typeof wechat>
