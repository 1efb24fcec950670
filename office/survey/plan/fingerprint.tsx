import { fromBase64url } from '../../../ballot/bytes'
import { keyFingerprint } from '../../../ballot/digests'
import { Key32 } from '../../../contract/survey'

/** What people compare of a public key, as it stands on posters and paper sheets; nothing where this is no key. */
export function Fingerprint({ of }: { of: string | undefined }) {
  const key = Key32.safeParse(of?.trim())
  return key.success ? <span className="plan-print">指纹 {keyFingerprint(fromBase64url(key.data))}</span> : null
}
