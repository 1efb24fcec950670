import { createHash } from 'node:crypto'

import * as z from 'zod/mini'

import { fromBase64url, type Random, toBase64url } from '../../ballot/bytes'
import { seal, voidSealed } from '../../ballot/seal'
import { type Sheet, writeSheet } from '../../ballot/sheet'
import { blind, finalize, finalizeAll, newSecretKey, publicKey, type Token, TOKEN_INPUT_BYTES, tokenInfo } from '../../ballot/token'
import type { Instant } from '../../contract/route'
import type { BallotPaper, CampaignId, CampaignPlan, PackId, RollId, StratumId } from '../../contract/survey'
import { day, later } from '../../contract/time'
import type { Product } from '../bench/product'
import type { Town } from '../town'

/** Bytes that look random and are the same each time. */
export function bytesFrom(name: string): Random {
  let nth = 0
  return (length) => new Uint8Array(createHash('sha512').update(`${name} ${nth++}`).digest().subarray(0, length))
}

const secretKey = newSecretKey(bytesFrom('token key'))
/** The key of the tokens of these surveys, and its secret half as draw and cast know it. */
export const tokenKey = toBase64url(publicKey(secretKey))
export const tokenSecret = toBase64url(secretKey)

/** What the office decides for a survey that opens a day after `now`, but for the auditors' key. */
export const planFrom = (now: Instant, plan: CampaignPlan, sealKey: string): Required<CampaignPlan> => ({
  ...plan,
  source: { name: '双色球开奖号', at: later(now, day / 2) },
  ...{ tokenKey, sealKey },
  ...{ opensAt: later(now, day), drawsUntil: later(now, 11 * day), castsUntil: later(now, 13 * day) },
})

const Drawn = z.object({ evaluated: z.string(), proof: z.string() })
const Pack = z.object({ evaluated: z.array(z.string()), proof: z.string() })
const Refused = z.object({ problem: z.string() })
type Answer = { status: number; body: unknown }
type Dates = Required<Pick<CampaignPlan, 'opensAt' | 'drawsUntil' | 'castsUntil'>>

type At = { campaignId: CampaignId; stratumId: StratumId }
type Begun = ReturnType<typeof blind>

/** A token for this stratum as a voter's phone begins it, always with the same randomness; `key` where it is not that of these surveys. */
export function begunBy(name: string, { campaignId, stratumId }: At, key = publicKey(secretKey)): Begun {
  const random = bytesFrom(name)
  return blind(random(TOKEN_INPUT_BYTES), tokenInfo(campaignId, stratumId), key, random)
}
/** Its blinded element, as it is sent. */
export const blindedBy = (name: string, at: At) => toBase64url(begunBy(name, at).blinded)

/** The token that the answer of a draw makes of what was begun. Throws where it makes none. */
export function tokenFrom(answer: unknown, begun: Begun, { campaignId, stratumId }: At): Token {
  const { evaluated, proof } = Drawn.parse(answer)
  const token = finalize(begun, tokenInfo(campaignId, stratumId), fromBase64url(evaluated), fromBase64url(proof))
  if (!token) throw new Error('the proof is wrong')
  return token
}

/** A sheet as it is cast: its token, and its answers sealed to the auditors' key. */
export async function ballotOf(name: string, { campaignId, stratumId, sealKey }: At & { sealKey: string }, token: Token, sheet: Sheet) {
  const sealed = await seal(fromBase64url(sealKey), tokenInfo(campaignId, stratumId), writeSheet(sheet), bytesFrom(`${name} seal`))
  return { token: { input: toBase64url(token.input), output: toBase64url(token.output) }, sealed: toBase64url(sealed) }
}

/** Drawing and casting by the product, with the token key that only draw and cast have got. */
export function openPolls({ windows }: Town, product: Product) {
  const post = async (url: string, body: unknown, token?: string): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const response = await product.app.request(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, body: await response.json() }
  }
  return {
    /** What the parameter of draw and cast says from now on. */
    open: (campaignId: CampaignId, { opensAt, drawsUntil, castsUntil }: Dates) =>
      void windows.push({ campaignId, secretKey: tokenSecret, opensAt, drawsUntil, castsUntil }),
    /** Draws with this voter's randomness, by the villager's session or for a household on the telephone: the token, or the name of the refusal. */
    draw: async (name: string, { campaignId, stratumId }: At, session: string, rollId?: RollId): Promise<Token | string> => {
      const at = { campaignId, stratumId }
      const body = { campaignId, blinded: blindedBy(name, at), ...(rollId && { rollId }) }
      const answer = await post(rollId ? '/v1/telephone-draws' : '/v1/ballot-draws', body, session)
      return answer.status === 200 ? tokenFrom(answer.body, begunBy(name, at), at) : Refused.parse(answer.body).problem
    },
    /** Draws a pack of sheets, and again the same if it is asked for again: their tokens, or the name of the refusal. */
    pack: async (name: string, id: PackId, at: At, sheets: number, session: string) => {
      const info = tokenInfo(at.campaignId, at.stratumId)
      const random = bytesFrom(name)
      const begun = Array.from({ length: sheets }, () => blind(random(TOKEN_INPUT_BYTES), info, publicKey(secretKey), random))
      const body = { id, ...at, blinded: begun.map(({ blinded }) => toBase64url(blinded)) }
      const answer = await post('/v1/sheet-packs', body, session)
      if (answer.status !== 200) return Refused.parse(answer.body).problem
      const { evaluated, proof } = Pack.parse(answer.body)
      return finalizeAll(begun, info, evaluated.map(fromBase64url), fromBase64url(proof)) ?? 'proofWrong'
    },
    /** Casts the empty ballot that voids a sheet. */
    voids: ({ campaignId, stratumId }: { campaignId: CampaignId; stratumId: StratumId }, token: Token) => {
      const tokens = { input: toBase64url(token.input), output: toBase64url(token.output) }
      return post('/v1/ballots', { campaignId, stratumId, token: tokens, sealed: toBase64url(voidSealed()) })
    },
    /** Asks the function that draws for anything at all. */
    ask: (url: string, body: unknown, token?: string) => post(url, body, token),
    /** Seals and casts a sheet. */
    cast: async (name: string, paper: Pick<BallotPaper, 'campaignId' | 'sealKey'>, stratumId: StratumId, token: Token, sheet: Sheet) => {
      const { campaignId, sealKey } = paper
      return post('/v1/ballots', { campaignId, stratumId, ...(await ballotOf(name, { campaignId, stratumId, sealKey }, token, sheet)) })
    },
  }
}
export type Polls = ReturnType<typeof openPolls>
