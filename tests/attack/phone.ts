import * as z from 'zod/mini'

import { fromBase64url, toBase64url } from '../../ballot/bytes'
import { writeSheet } from '../../ballot/sheet'
import { type Token, tokenInfo } from '../../ballot/token'
import type { CampaignId } from '../../contract/survey'
import type { Leak } from './leaks'
import { begun, finished, sealed as sealedBy } from './once'
import type { Voter } from './plan'

/** What is built into the campaign's release, the same for everyone. */
export type Release = { campaignId: CampaignId; tokenKey: Uint8Array; sealKey: Uint8Array }

/** A request as it leaves the phone, and what comes back. Without a body it only asks. */
export type Send = (url: string, headers: Record<string, string>, body?: unknown) => Promise<{ status: number; body: unknown }>

const Drawn = z.object({ evaluated: z.string(), proof: z.string() })
const Taken = z.object({ receipt: z.string() })
const Shown = z.object({ paper: z.unknown(), mine: z.object({ rollId: z.string() }) })
const json = { 'content-type': 'application/json' }

type World = { release: Release; session: () => Promise<string>; draw: Send; cast: Send; look?: Send; leak: Leak }

/** A voter's phone; all its randomness follows from the voter's name. What it sealed is what the tests know of it, and nobody else. */
export function phoneOf(voter: Voter, { release: { campaignId, tokenKey, sealKey }, session, draw, cast, look, leak }: World) {
  const { stratumId, name, vote, trouble } = voter
  const info = tokenInfo(campaignId, stratumId)
  let token: Token | undefined
  const signed = async () => ({ ...json, authorization: `Bearer ${await session()}` })
  return {
    /** Draws the ballot; false where the proof does not fit the release's key: then nothing is cast. */
    draw: async (): Promise<boolean> => {
      if (look) Shown.parse((await look('/v1/survey', await signed())).body)
      const { blinded } = begun(name, info, tokenKey)
      const headers = await signed()
      const ask = () => draw('/v1/ballot-draws', headers, { campaignId, blinded: toBase64url(blinded) })
      // The answer is lost on its way; the phone has kept its blinding and asks again.
      if (trouble === 'retry') await ask()
      const { evaluated, proof } = Drawn.parse((await ask()).body)
      token = finished(name, info, tokenKey, fromBase64url(evaluated), fromBase64url(proof))
      return token !== undefined
    },
    /** Casts; the sealed bytes. Undefined where nothing was drawn. */
    cast: async (): Promise<Uint8Array | undefined> => {
      if (!token) return undefined
      const sheet = writeSheet(vote)
      const whole = await sealedBy(name, info, sealKey, leak.sheet?.(sheet, voter) ?? sheet)
      const sealed = leak.cut?.(whole, voter) ?? whole
      const headers = { ...json, ...(leak.castHeaders && leak.castHeaders(voter, await session())) }
      const body = {
        ...{ campaignId, stratumId, token: { input: toBase64url(token.input), output: toBase64url(token.output) } },
        sealed: toBase64url(sealed),
      }
      const put = async () => Taken.parse((await cast('/v1/ballots', headers, body)).body).receipt
      const receipt = await put()
      if (trouble === 'duplicate' && (await put()) !== receipt) throw new Error('the same ballot got another receipt')
      if (look) Shown.parse((await look('/v1/survey', await signed())).body)
      return sealed
    },
  }
}
