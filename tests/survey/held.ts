import { createHash } from 'node:crypto'

import * as z from 'zod/mini'

import { fromBase64url, type Random, toBase64url } from '../../ballot/bytes'
import { seal, voidSealed } from '../../ballot/seal'
import { type Sheet, writeSheet } from '../../ballot/sheet'
import { blind, finalize, finalizeAll, newSecretKey, publicKey, type Token, tokenInfo } from '../../ballot/token'
import { type Instant } from '../../contract/route'
import { BallotPaper, type CampaignId, type CampaignPlan, type PackId, type RollId, type StratumId } from '../../contract/survey'
import { day, later } from '../../contract/time'
import { drawApp } from '../../functions/entry/draw-app'
import { scratchBallots } from '../../functions/local/database'
import type { Clock } from '../../functions/platform/clock'
import { silentLog } from '../../functions/platform/log'
import { ballotBox } from '../../functions/survey/ballots'
import { castApp } from '../../functions/survey/cast'
import type { Window } from '../../functions/survey/window'
import { secrets, type Town } from '../town'

/** Bytes that look random and are the same each time. */
export function bytesFrom(name: string): Random {
  let nth = 0
  return (length) => new Uint8Array(createHash('sha512').update(`${name} ${nth++}`).digest().subarray(0, length))
}

const tokenSecret = newSecretKey(bytesFrom('token key'))

/** What the office decides for a survey that opens a day after `now`, but for the auditors' key. */
export const planFrom = (now: Instant, plan: CampaignPlan, sealKey: string): Required<CampaignPlan> => ({
  ...plan,
  source: { name: '双色球开奖号', at: later(now, day / 2) },
  ...{ tokenKey: toBase64url(publicKey(tokenSecret)), sealKey },
  ...{ opensAt: later(now, day), drawsUntil: later(now, 11 * day), castsUntil: later(now, 13 * day) },
})

const Drawn = z.object({ evaluated: z.string(), proof: z.string() })
const Pack = z.object({ evaluated: z.array(z.string()), proof: z.string() })
const Refused = z.object({ problem: z.string() })
type Answer = { status: number; body: unknown }

/** The functions `draw` and `cast` beside the town's product, with a database of ballots and the token key that the product has not got. */
export async function openPolls(town: Town, clock: Clock) {
  const box = await scratchBallots()
  let windows: Window[] = []
  const windowOf = async (id: CampaignId) => windows.find(({ campaignId }) => campaignId === id)
  const draw = drawApp({ table: town.database.table, keys: secrets, windowOf, clock, log: silentLog })
  const cast = castApp({ windowOf, put: ballotBox(box.table), clock })
  const post = async (app: typeof draw, url: string, body: unknown, token?: string): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const response = await app.request(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, body: await response.json() }
  }
  /** The answer as a token, or the name of the refusal. */
  const tokenOf = (answer: Answer, begun: ReturnType<typeof blind>, info: Uint8Array): Token | string => {
    if (answer.status !== 200) return Refused.parse(answer.body).problem
    const { evaluated, proof } = Drawn.parse(answer.body)
    return finalize(begun, info, fromBase64url(evaluated), fromBase64url(proof)) ?? 'proofWrong'
  }
  return {
    ballots: box.table,
    /** What the parameter of draw and cast says from now on. */
    open: ({ id, plan }: { id: CampaignId; plan: CampaignPlan }) => {
      const { opensAt, drawsUntil, castsUntil } = planFrom(clock(), plan, '')
      const dates = {
        opensAt: plan.opensAt ?? opensAt,
        drawsUntil: plan.drawsUntil ?? drawsUntil,
        castsUntil: plan.castsUntil ?? castsUntil,
      }
      windows = [{ campaignId: id, secretKey: toBase64url(tokenSecret), ...dates }]
    },
    /** Draws with this voter's randomness: by the villager's session, or for a household on the telephone. */
    draw: async (name: string, at: { campaignId: CampaignId; stratumId: StratumId }, token: string, rollId?: RollId) => {
      const info = tokenInfo(at.campaignId, at.stratumId)
      const random = bytesFrom(name)
      const begun = blind(random(16), info, publicKey(tokenSecret), random)
      const body = { campaignId: at.campaignId, blinded: toBase64url(begun.blinded), ...(rollId && { rollId }) }
      return tokenOf(await post(draw, rollId ? '/v1/telephone-draws' : '/v1/ballot-draws', body, token), begun, info)
    },
    /** Draws a pack of sheets, and again the same if it is asked for again: their tokens, or the name of the refusal. */
    pack: async (name: string, id: PackId, at: { campaignId: CampaignId; stratumId: StratumId }, sheets: number, session: string) => {
      const info = tokenInfo(at.campaignId, at.stratumId)
      const random = bytesFrom(name)
      const begun = Array.from({ length: sheets }, () => blind(random(16), info, publicKey(tokenSecret), random))
      const body = { id, ...at, blinded: begun.map(({ blinded }) => toBase64url(blinded)) }
      const answer = await post(draw, '/v1/sheet-packs', body, session)
      if (answer.status !== 200) return Refused.parse(answer.body).problem
      const { evaluated, proof } = Pack.parse(answer.body)
      return finalizeAll(begun, info, evaluated.map(fromBase64url), fromBase64url(proof)) ?? 'proofWrong'
    },
    /** Casts the empty ballot that voids a sheet. */
    voids: ({ campaignId, stratumId }: { campaignId: CampaignId; stratumId: StratumId }, token: Token) => {
      const tokens = { input: toBase64url(token.input), output: toBase64url(token.output) }
      return post(cast, '/v1/ballots', { campaignId, stratumId, token: tokens, sealed: toBase64url(voidSealed()) })
    },
    /** Asks the function that draws for anything at all. */
    ask: (url: string, body: unknown, token?: string) => post(draw, url, body, token),
    /** Seals and casts a sheet. */
    cast: async (name: string, paper: Pick<BallotPaper, 'campaignId' | 'sealKey'>, stratumId: StratumId, token: Token, sheet: Sheet) => {
      const { campaignId, sealKey } = paper
      const sealed = await seal(fromBase64url(sealKey), tokenInfo(campaignId, stratumId), writeSheet(sheet), bytesFrom(`${name} seal`))
      const tokens = { input: toBase64url(token.input), output: toBase64url(token.output) }
      return post(cast, '/v1/ballots', { campaignId, stratumId, token: tokens, sealed: toBase64url(sealed) })
    },
    close: box.close,
  }
}
export type Polls = Awaited<ReturnType<typeof openPolls>>
