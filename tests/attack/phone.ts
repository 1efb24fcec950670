import * as z from 'zod/mini'

import { fromBase64url, toBase64url } from '../../ballot/bytes'
import { seal } from '../../ballot/seal'
import { writeSheet } from '../../ballot/sheet'
import { blind, finalize, type Token, tokenInfo } from '../../ballot/token'
import type { CampaignId } from '../../contract/survey'
import { bytesFrom } from './bytes'
import type { Leak } from './leaks'
import type { Voter } from './plan'

/** What is built into the campaign's release, the same for everyone. */
export type Release = { campaignId: CampaignId; tokenKey: Uint8Array; sealKey: Uint8Array }

/** A request as it leaves the phone, and what comes back. */
export type Send = (url: string, headers: Record<string, string>, body: unknown) => Promise<{ status: number; body: unknown }>

const Drawn = z.object({ evaluated: z.string(), proof: z.string() })
const Taken = z.object({ receipt: z.string() })
const json = { 'content-type': 'application/json' }

type World = { release: Release; session: () => Promise<string>; draw: Send; cast: Send; leak: Leak }

/** A voter's phone; all its randomness follows from the voter's name. What it sealed is what the tests know of it, and nobody else. */
export function phoneOf(voter: Voter, { release: { campaignId, tokenKey, sealKey }, session, draw, cast, leak }: World) {
  const { stratumId, name, vote, trouble } = voter
  const info = tokenInfo(campaignId, stratumId)
  let token: Token | undefined
  return {
    /** Draws the ballot; false where the proof does not fit the release's key: then nothing is cast. */
    draw: async (): Promise<boolean> => {
      const random = bytesFrom(`${name} token`)
      const begun = blind(random(16), info, tokenKey, random)
      const signed = { ...json, authorization: `Bearer ${await session()}` }
      const ask = () => draw('/v1/ballot-draws', signed, { campaignId, blinded: toBase64url(begun.blinded) })
      // The answer is lost on its way; the phone has kept its blinding and asks again.
      if (trouble === 'retry') await ask()
      const { evaluated, proof } = Drawn.parse((await ask()).body)
      token = finalize(begun, info, fromBase64url(evaluated), fromBase64url(proof))
      return token !== undefined
    },
    /** Casts; the sealed bytes and the receipt. Undefined where nothing was drawn. */
    cast: async (): Promise<{ sealed: Uint8Array; receipt: string } | undefined> => {
      if (!token) return undefined
      const sheet = writeSheet(vote)
      const whole = await seal(sealKey, info, leak.sheet?.(sheet, voter) ?? sheet, bytesFrom(`${name} seal`))
      const sealed = leak.cut?.(whole, voter) ?? whole
      const headers = { ...json, ...leak.castHeaders?.(voter, await session()) }
      const body = {
        ...{ campaignId, stratumId, token: { input: toBase64url(token.input), output: toBase64url(token.output) } },
        sealed: toBase64url(sealed),
      }
      const first = Taken.parse((await cast('/v1/ballots', headers, body)).body)
      if (trouble !== 'duplicate') return { sealed, ...first }
      const again = Taken.parse((await cast('/v1/ballots', headers, body)).body)
      if (again.receipt !== first.receipt) throw new Error('the same ballot got another receipt')
      return { sealed, ...first }
    },
  }
}
