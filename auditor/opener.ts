import { fromBase64url } from '../ballot/bytes'
import type { Frozen } from '../ballot/files'
import { receiptOf } from '../ballot/receipt'
import { open } from '../ballot/seal'
import { tokenInfo } from '../ballot/token'
import type { CampaignId, StratumId } from '../contract/survey'

/** What can be done with a stratum's ballots by whoever holds the auditors' key. */
export type Opener = (stratumId: StratumId) => {
  receiptOf: (sealed: Uint8Array) => string
  /** What was sealed; nothing where these bytes were not sealed to this key for this stratum. */
  sheetOf: (sealed: Uint8Array) => Promise<Uint8Array | undefined>
}

/** Opens ballots of a campaign. */
export const openerOf =
  (campaignId: CampaignId, secretKey: Uint8Array): Opener =>
  (stratumId) => {
    const info = tokenInfo(campaignId, stratumId)
    return {
      receiptOf: (sealed) => receiptOf(campaignId, stratumId, sealed),
      sheetOf: (sealed) => open(secretKey, info, sealed),
    }
  }

export const sealKeyOf = ({ sealKey }: Frozen) => fromBase64url(sealKey)
