import { fromBase64url, toBase64url } from '../../../ballot/bytes'
import { seal, voidSealed } from '../../../ballot/seal'
import { type Sheet, writeSheet } from '../../../ballot/sheet'
import { type Token, tokenInfo } from '../../../ballot/token'
import type { CampaignId, StratumId } from '../../../contract/survey'
import { askOpenly } from '../../api/ask'
import { random } from './random'

/** A ballot on its way, as the route takes it. Sent again, it is the same ballot. */
export type Ballot = { input: string; output: string; sealed: string }

/** A sealed sheet with the token that lets it in. */
export const ballotOf = ({ input, output }: Token, sealedBytes: string): Ballot => ({
  ...{ input: toBase64url(input), output: toBase64url(output), sealed: sealedBytes },
})

/** What a sheet says, sealed to the auditors' key in this browser; another time other bytes. */
export const sealed = async (sheet: Sheet, campaignId: CampaignId, stratumId: StratumId, sealKey: string): Promise<string> =>
  toBase64url(await seal(fromBase64url(sealKey), tokenInfo(campaignId, stratumId), writeSheet(sheet), random))

/** What is cast for a sheet that nobody has used, so that nobody can any more. */
export const voidBallot = (token: Token): Ballot => ballotOf(token, toBase64url(voidSealed()))

/** Puts a ballot in. There is no session with it: whoever casts says no more than the ballot. */
export const castBallot = ({ input, output, sealed }: Ballot, campaignId: CampaignId, stratumId: StratumId) =>
  askOpenly('POST /v1/ballots', { body: { campaignId, stratumId, token: { input, output }, sealed } })
