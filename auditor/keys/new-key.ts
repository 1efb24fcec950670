import { randomBytes } from 'node:crypto'

import { sealKeys } from '../../ballot/seal'
import { joinShares, splitKey } from './shares'

type Parts = { auditors: number; needed: number }

/**
 * A new key pair, of which the private half leaves this function as shares alone. Every share is tried before anybody goes home with
 * one: all runs of `needed` neighbours give the key again.
 */
export async function newSharedKey({ auditors, needed }: Parts): Promise<{ publicKey: Uint8Array; shares: string[] }> {
  const { publicKey, secretKey } = sealKeys((length) => new Uint8Array(randomBytes(length)))
  try {
    const shares = await splitKey(secretKey, { auditors, needed })
    for (const first of shares.keys()) {
      const some = Array.from({ length: needed }, (_, nth) => shares[(first + nth) % auditors]!)
      const joined = await joinShares(some, publicKey)
      if (!('secretKey' in joined)) throw new Error(`the shares from ${first + 1} on do not give the key: ${joined.problem}`)
      joined.secretKey.fill(0)
    }
    return { publicKey, shares }
  } finally {
    secretKey.fill(0)
  }
}
