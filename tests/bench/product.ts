import { Hono } from 'hono'

import { client, type Transport } from '../../contract/client'
import { contract } from '../../contract/contract'
import { isProblem } from '../../contract/problem'
import { drawApp } from '../../functions/entry/draw-app'
import { wire } from '../../functions/entry/wiring'
import { sandboxTemplates } from '../../functions/local/sandbox/templates'
import { sandboxApp } from '../../functions/local/sandbox/sandbox'
import type { BucketConfig } from '../../functions/platform/blobs'
import { type Clock, systemClock } from '../../functions/platform/clock'
import { type Log, silentLog } from '../../functions/platform/log'
import { outbox } from '../../functions/platform/outbox'
import type { Table } from '../../functions/platform/table'
import { sandboxSms } from '../../functions/local/sandbox/sms'
import { ballotBox } from '../../functions/survey/ballots'
import { castApp } from '../../functions/survey/cast'
import { minlePerson } from '../fixtures/minle/persons'
import { checkModelsOnce } from '../fixtures/models-once'
import { secrets, type Town } from '../town'

checkModelsOnce()

/** The answer, which must not be a refusal. */
export function good<T>(answer: T): Exclude<T, { problem: string }> {
  if (isProblem(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<T, { problem: string }>
}

/** What a product may be given of its own: ways to the databases, a clock, a log, other doors to WeChat and the bucket. */
type Own = { table?: Table; ballots?: Table; clock?: Clock; log?: Log; wechatUrl?: string; bucket?: BucketConfig }

/** Routes that functions of their own answer; serverless.yml names them. */
const drawDoors = ['/v1/ballot-draws', '/v1/telephone-draws', '/v1/sheet-packs']

/** The deployed product's own code in this process, over the town's database and WeChat: each route is answered by the function whose it is. */
export function openProduct(
  town: Town,
  {
    table = town.database.table,
    ballots = town.ballots.table,
    clock = systemClock,
    log = silentLog,
    wechatUrl = town.wechatUrl,
    bucket = town.bucket,
  }: Own = {},
) {
  const settings = {
    table: table.name,
    wechat: { url: wechatUrl, appId: sandboxApp.appId, secret: secrets.wechatSecret, pushToken: secrets.pushToken },
    templates: { villager: sandboxTemplates.villager.id, staff: sandboxTemplates.staff.id },
    keys: secrets,
    bucket,
  }
  const { app: api, dispatch, sweep, uploaded } = wire({ settings, table, clock, log, sms: sandboxSms(wechatUrl, { clock }) })
  const windowOf = async (id: string) => town.windows.find(({ campaignId }) => campaignId === id)
  const draw = drawApp({ table, keys: secrets, windowOf, clock, log })
  const cast = castApp({ windowOf, put: ballotBox(ballots), clock })
  const app = new Hono()
  for (const door of drawDoors) app.all(door, (c) => draw.fetch(c.req.raw))
  app.all('/v1/ballots', (c) => cast.fetch(c.req.raw))
  app.all('*', (c) => api.fetch(c.req.raw))
  town.answerWith({ app, uploaded })
  const caller = (token?: string) => {
    const transport: Transport = async ({ method, url, body }) => {
      const headers = token ? { authorization: `Bearer ${token}` } : undefined
      const response = await app.request(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
      return { status: response.status, body: await response.json() }
    }
    return client(contract, transport)
  }
  const signIn = async (person: string) => good(await caller()('POST /v1/sessions', { body: { code: await town.loginCode(person) } })).token

  /** Looks up what ties this person's account to the roster, and gives the tying itself: it resolves to the new session's token. */
  async function tying(person: string): Promise<(token: string) => Promise<string>> {
    const { householdCode } = minlePerson(person) ?? {}
    const proof = { by: 'wechat' as const, code: await town.phoneCode(person) }
    if (!householdCode) return async (token) => good(await caller(token)('POST /v1/staff-ties', { body: { proof } })).token
    const cardCode = await town.cardCode(householdCode)
    return async (token) => good(await caller(token)('POST /v1/ties', { body: { cardCode, proof } })).token
  }

  return {
    signIn,
    /** The contract with this session. */
    with: caller,
    tying,
    /** The contract as this person's phone calls it, with their right to do so. */
    as: async (person: string) => caller(await (await tying(person))(await signIn(person))),
    /** The keys of what is owed now. */
    owing: async () => (await outbox(table).due(clock())).keys,
    dispatch,
    sweep,
    /** Looks at what was uploaded under this key. */
    uploaded,
    /** The door of the product itself. */
    app,
  }
}
export type Product = ReturnType<typeof openProduct>
