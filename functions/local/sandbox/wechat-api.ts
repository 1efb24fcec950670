import { type Context, Hono, type MiddlewareHandler } from 'hono'
import * as z from 'zod/mini'

import type { Instant } from '../../../contract/route'
import { hour, later, minute } from '../../../contract/time'
import type { Clock } from '../../platform/clock'
import type { AccessTokens } from './access-tokens'
import type { OneTimeCodes } from './codes'
import type { ContentChecks } from './content'
import { refuse } from './errcodes'
import { type Api, type Faults, hows } from './faults'
import type { Memory } from './memory'
import { openidOf, type People } from './people'
import { refuseSms, smsApi } from './sms-api'
import { type Template, wrongField } from './templates'

export type ApiDeps = {
  appId: string
  secret: string
  templates: readonly Template[]
  people: People
  memory: Memory
  logins: OneTimeCodes
  phoneCodes: OneTimeCodes
  tokens: AccessTokens
  faults: Faults
  content: ContentChecks
  clock: Clock
  /** How long a call that is to time out hangs, in milliseconds. */
  stallMs: number
}

/** Sign-ins that one person may make in a minute. */
const LOGINS_A_MINUTE = 100

const stall = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

const TokenRequest = z.object({
  grant_type: z.string(),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.optional(z.boolean()),
})
const PhoneRequest = z.object({ code: z.string() })
const SendRequest = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.optional(z.string()),
  data: z.record(z.string(), z.object({ value: z.string() })),
})
const CheckRequest = { version: z.literal(2), openid: z.string(), scene: z.int() }
const TextRequest = z.object({ ...CheckRequest, content: z.string().check(z.minLength(1), z.maxLength(2500)) })
const MediaRequest = z.object({ ...CheckRequest, media_url: z.url(), media_type: z.union([z.literal(1), z.literal(2)]) })

async function bodyOf<T>(c: Context, schema: z.ZodMiniType<T>): Promise<T | undefined> {
  const json: unknown = await c.req.json().catch(() => undefined)
  return schema.safeParse(json).data
}

/** api.weixin.qq.com as far as the product calls it, with its answers and errors; and beside it Tencent Cloud's text messages. */
export function wechatApi(deps: ApiDeps): Hono {
  const { appId, secret, templates, people, memory, logins, phoneCodes, tokens, faults, content, clock, stallMs } = deps
  const app = new Hono()
  const loginsOf = new Map<string, { count: number; until: Instant }>()
  /** When whoever has this openid last signed in, since the sandbox started. */
  const lastHere = new Map<string, Instant>()

  const failing =
    (api: Api): MiddlewareHandler =>
    async (c, next) => {
      const how = faults.next(api)
      if (!how) return next()
      const fault = hows[how]
      if ('code' in fault) return api === 'sms' ? refuseSms(c, how) : refuse(c, fault.code)
      if (how === 'lostAnswer') {
        await next()
        c.res = c.text('<html>504 Gateway Time-out</html>', 504)
        return undefined
      }
      if (how === 'timeout') await stall(stallMs, c.req.raw.signal)
      if (how === 'serverError') return c.text('<html>502 Bad Gateway</html>', 502)
      return c.text('{"errcode": 不是 JSON')
    }

  const withToken: MiddlewareHandler = async (c, next) => {
    const errcode = tokens.check(c.req.query('access_token') ?? '')
    return errcode ? refuse(c, errcode) : next()
  }

  function tooOften(person: string): boolean {
    const now = clock()
    const known = loginsOf.get(person)
    const window = known && known.until > now ? known : { count: 0, until: later(now, minute) }
    loginsOf.set(person, { ...window, count: window.count + 1 })
    return window.count >= LOGINS_A_MINUTE
  }

  app.get('/sns/jscode2session', failing('code2session'), (c) => {
    const { appid, secret: given, js_code: code = '', grant_type: grant } = c.req.query()
    if (appid !== appId) return refuse(c, 40013)
    if (given !== secret) return refuse(c, 40125)
    if (grant !== 'authorization_code') return refuse(c, 40002)
    const redeemed = logins.redeem(code)
    if (redeemed === 'unknown') return refuse(c, 40029)
    if (redeemed === 'used') return refuse(c, 40163)
    if (tooOften(redeemed.person)) return refuse(c, 45011)
    memory.meet(redeemed.person)
    lastHere.set(openidOf(redeemed.person), clock())
    return c.json({ openid: openidOf(redeemed.person), session_key: 'c2FuZGJveC1zZXNzaW9uLWtleQ==' })
  })

  app.post('/cgi-bin/stable_token', failing('stable_token'), async (c) => {
    const asked = await bodyOf(c, TokenRequest)
    if (!asked) return refuse(c, 47001)
    if (asked.grant_type !== 'client_credential') return refuse(c, 40002)
    if (asked.appid !== appId) return refuse(c, 40013)
    if (asked.secret !== secret) return refuse(c, 40125)
    return c.json(tokens.grant(asked.force_refresh ?? false))
  })

  app.post('/wxa/business/getuserphonenumber', failing('getuserphonenumber'), withToken, async (c) => {
    const asked = await bodyOf(c, PhoneRequest)
    const redeemed = phoneCodes.redeem(asked?.code ?? '')
    if (typeof redeemed === 'string') return refuse(c, 40029)
    const phone = (await people.person(redeemed.person))?.phone
    if (!phone) return refuse(c, -1)
    const watermark = { timestamp: Math.floor(Date.parse(clock()) / 1000), appid: appId }
    return c.json({ errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86', watermark } })
  })

  app.post('/cgi-bin/message/subscribe/send', failing('send'), withToken, async (c) => {
    const asked = await bodyOf(c, SendRequest)
    if (!asked) return refuse(c, 47001)
    const person = memory.met().find((id) => openidOf(id) === asked.touser)
    if (!person) return refuse(c, 40003)
    const template = templates.find(({ id }) => id === asked.template_id)
    if (!template) return refuse(c, 40037)
    const wrong = wrongField(template, asked.data)
    if (wrong) return refuse(c, 47003, ` data.${wrong}.value invalid`)
    if (memory.left(person, template.id) < 1) return refuse(c, 43101)
    if (!template.longTerm) memory.grant(person, template.id, -1)
    const fields = Object.entries(template.fields).map(([key, label]) => ({ label, value: asked.data[key]?.value ?? '' }))
    const msgid = memory.arrive({ at: clock(), by: 'wechat', person, title: template.title, fields, page: asked.page })
    return c.json({ errcode: 0, errmsg: 'ok', msgid })
  })

  /** The errcode with which a content check of this person is refused. */
  function checkRefusal({ openid, scene }: { openid: string; scene: number }): number | undefined {
    if (scene < 1 || scene > 4) return 40129
    if (!memory.met().some((id) => openidOf(id) === openid)) return 40003
    const last = lastHere.get(openid)
    return last && later(last, 2 * hour) <= clock() ? 61010 : undefined
  }

  app.post('/wxa/msg_sec_check', failing('msgSecCheck'), withToken, async (c) => {
    const asked = await bodyOf(c, TextRequest)
    if (!asked) return refuse(c, 47001)
    const refusal = checkRefusal(asked)
    if (refusal) return refuse(c, refusal)
    return c.json({ errcode: 0, errmsg: 'ok', result: content.text(asked.content), detail: [], trace_id: 'sandbox-text' })
  })

  app.post('/wxa/media_check_async', failing('mediaCheckAsync'), withToken, async (c) => {
    const asked = await bodyOf(c, MediaRequest)
    if (!asked) return refuse(c, 47001)
    const refusal = checkRefusal(asked)
    if (refusal) return refuse(c, refusal)
    return c.json({ errcode: 0, errmsg: 'ok', trace_id: content.media(asked.media_url, asked.openid) })
  })

  app.use('/sms', failing('sms'))
  app.route('/sms', smsApi({ memory, clock }))

  return app
}
