import { fromBase64url } from '../../../ballot/bytes'
import { keyFingerprint, strataDigest, stratumDigest } from '../../../ballot/digests'
import type { Campaign } from '../../../contract/survey'

const digits = (key: string) => keyFingerprint(fromBase64url(key)).replace(/ /g, '')

/** What the campaign's release of the mini-program is built with: it takes no other keys and no other lists of units. */
export function ReleaseKeys({ of: { plan, strata } }: { of: Campaign }) {
  if (!plan.tokenKey || !plan.sealKey) return <>还没有</>
  const list = strataDigest(strata.map(stratumDigest))
  return <span className="plan-key">{`SURVEY_KEYS="token=${digits(plan.tokenKey)},seal=${digits(plan.sealKey)},strata=${list}"`}</span>
}
