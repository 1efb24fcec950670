import * as z from 'zod/mini'

import { fromBase64url, toBase64url } from '../../../ballot/bytes'
import { type Begun, blind, TOKEN_INPUT_BYTES, tokenInfo } from '../../../ballot/token'
import type { CampaignId, StratumId } from '../../../contract/survey'
import { random } from './random'

/** A draw as it is kept before it is asked for: sent again after a reload, it is the same draw. */
export const KeptBegun = z.object({ input: z.string(), blind: z.string(), blinded: z.string(), tweakedKey: z.string() })
export type KeptBegun = z.infer<typeof KeptBegun>

/** Begins to draw a token for the stratum: blinds an input that nobody else knows. */
export function begin(campaignId: CampaignId, stratumId: StratumId, tokenKey: string): KeptBegun {
  const info = tokenInfo(campaignId, stratumId)
  const begun = blind(random(TOKEN_INPUT_BYTES), info, fromBase64url(tokenKey), random)
  const { input, blind: factor, blinded, tweakedKey } = begun
  return { input: toBase64url(input), blind: toBase64url(factor), blinded: toBase64url(blinded), tweakedKey: toBase64url(tweakedKey) }
}

/** The same, to go on with. */
export const begunOf = (kept: KeptBegun): Begun => ({
  input: fromBase64url(kept.input),
  blind: fromBase64url(kept.blind),
  blinded: fromBase64url(kept.blinded),
  tweakedKey: fromBase64url(kept.tweakedKey),
})
