import { fromBase64url, toBase64url, type Random } from '../../ballot/bytes'
import { keyFingerprint, strataDigest, stratumDigest } from '../../ballot/digests'
import { receiptOf } from '../../ballot/receipt'
import { seal } from '../../ballot/seal'
import { writeSheet } from '../../ballot/sheet'
import { blind, finalize, TOKEN_INPUT_BYTES, tokenInfo } from '../../ballot/token'
import type { BallotPaper } from '../../contract/survey'
import type { Casting, Drawing } from '../api/ballot'
import { type Filled, sheetOf } from './answers'

export type Release = typeof SURVEY_KEYS

const fingerprint = (key: string) => keyFingerprint(fromBase64url(key)).replace(/ /g, '')

/**
 * Why nothing is sealed for this paper: its list of units is not among the campaign's, or its keys or its strata are not those that
 * are built into the release, the same for everyone. The demo is built for no campaign and takes what its server names.
 */
export function wrongWith({ tokenKey, sealKey, stratum, strata }: BallotPaper, release: Release, demo: boolean) {
  if (!strata.includes(stratumDigest(stratum))) return 'otherList'
  if (!release) return demo ? undefined : 'noRelease'
  if (fingerprint(tokenKey) !== release.token || fingerprint(sealKey) !== release.seal) return 'otherKeys'
  return strataDigest(strata) === release.strata ? undefined : 'otherList'
}

/** Random bytes that a ballot takes: the token's input, its blinding, the seal; with some to spare. */
export const RANDOM_BYTES = 256

/** The answers sealed to the auditors, and a token blinded for them; nothing of it is readable any more. */
export async function sealedBallot(paper: BallotPaper, filled: Filled, random: Random): Promise<Drawing> {
  const { campaignId, stratum, tokenKey, sealKey, drawsUntil, castsUntil } = paper
  const info = tokenInfo(campaignId, stratum.id)
  const { input, blind: blinding, blinded, tweakedKey } = blind(random(TOKEN_INPUT_BYTES), info, fromBase64url(tokenKey), random)
  const sealed = await seal(fromBase64url(sealKey), info, writeSheet(sheetOf(filled, stratum)), random)
  return {
    ...{ stands: 'drawing', campaignId, stratumId: stratum.id, drawsUntil, castsUntil },
    ...{ sealed: toBase64url(sealed), receipt: receiptOf(campaignId, stratum.id, sealed) },
    begun: {
      ...{ input: toBase64url(input), blind: toBase64url(blinding) },
      ...{ blinded: toBase64url(blinded), tweakedKey: toBase64url(tweakedKey) },
    },
  }
}

/** The ballot with its token; nothing where the proof does not show that the campaign's key made it. */
export function drawnBallot(drawing: Drawing, answer: { evaluated: string; proof: string }): Casting | undefined {
  const { begun, stands: _, ...rest } = drawing
  const [input, blinding, blinded, tweakedKey] = [begun.input, begun.blind, begun.blinded, begun.tweakedKey].map(fromBase64url)
  if (!input || !blinding || !blinded || !tweakedKey) return undefined
  const token = finalize(
    { input, blind: blinding, blinded, tweakedKey },
    tokenInfo(drawing.campaignId, drawing.stratumId),
    fromBase64url(answer.evaluated),
    fromBase64url(answer.proof),
  )
  return token && { ...rest, stands: 'casting', token: { input: toBase64url(token.input), output: toBase64url(token.output) } }
}
