import { combine, split } from 'shamir-secret-sharing'

import { fromHex } from '../../ballot/bytes'
import { keyFingerprint } from '../../ballot/digests'
import { publicSealKey } from '../../ballot/seal'
import { KEY_ID_BYTES, readShare, shareCode, type Share } from './share-code'

export const auditorsMost = 20

type Parts = { auditors: number; needed: number }
type NotJoined =
  | { problem: 'unreadable'; nth: number }
  | { problem: 'anotherKey'; nth: number }
  | { problem: 'twice'; nth: number }
  | { problem: 'tooFew'; needed: number }
  | { problem: 'notOfOneKey' }

const sameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

/** Begins the fingerprint, so that a share tells which key it belongs to and nothing else of it. */
const keyIdOf = (publicKey: Uint8Array) => fromHex(keyFingerprint(publicKey).replaceAll(' ', '')).subarray(0, KEY_ID_BYTES)

/** The auditors' key as codes, one an auditor, of which `needed` together are the key and fewer are nothing (Shamir 1979). */
export async function splitKey(secretKey: Uint8Array, { auditors, needed }: Parts): Promise<string[]> {
  const keyId = keyIdOf(publicSealKey(secretKey))
  const shares = await split(secretKey, auditors, needed)
  return shares.map((bytes, at) => shareCode({ needed, nth: at + 1, keyId, bytes }))
}

function wrongWith(shares: readonly (Share | undefined)[], publicKey: Uint8Array): NotJoined | undefined {
  const seen = new Set<number>()
  for (const [at, share] of shares.entries()) {
    if (!share) return { problem: 'unreadable', nth: at + 1 }
    if (!sameBytes(share.keyId, keyIdOf(publicKey))) return { problem: 'anotherKey', nth: at + 1 }
    if (seen.has(share.nth)) return { problem: 'twice', nth: share.nth }
    seen.add(share.nth)
  }
  const needed = Math.max(2, ...shares.map((share) => share?.needed ?? 0))
  return shares.length < needed ? { problem: 'tooFew', needed } : undefined
}

/** The private key that these shares are together, in whatever order they come, or why they are not the one of this public key. */
export async function joinShares(texts: readonly string[], publicKey: Uint8Array): Promise<{ secretKey: Uint8Array } | NotJoined> {
  const shares = texts.map(readShare)
  const wrong = wrongWith(shares, publicKey)
  if (wrong) return wrong
  const bytes = shares.map((share) => share!.bytes)
  const secretKey = await combine(bytes).catch(() => undefined)
  return secretKey && sameBytes(publicSealKey(secretKey), publicKey) ? { secretKey } : { problem: 'notOfOneKey' }
}
