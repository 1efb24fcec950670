import { fromBase64url } from '../../../ballot/bytes'
import { keyFingerprint, strataDigest, stratumDigest } from '../../../ballot/digests'
import type { Campaign } from '../../../contract/survey'

const digits = (key: string) => keyFingerprint(fromBase64url(key)).replaceAll(' ', '')

/** What the campaign's release of the mini-program is built with: both keys and all lists of units, the same for everyone. */
export function Release({ campaign: { plan, strata } }: { campaign: Campaign }) {
  const { tokenKey, sealKey } = plan
  if (!tokenKey || !sealKey) return null
  const all = strataDigest(strata.map(stratumDigest))
  return <span className="plan-key">{`SURVEY_KEYS="token=${digits(tokenKey)},seal=${digits(sealKey)},strata=${all}"`}</span>
}
