import { x25519 } from '@noble/curves/ed25519.js'

import { SEALED_BYTES } from '../contract/survey'
import { joined, type Random } from './bytes'
import { suite, suiteWith } from './hpke'
import { SHEET_BYTES } from './sheet'

const KEY_BYTES = 32

/** The auditors' key pair. */
export function sealKeys(random: Random): { publicKey: Uint8Array; secretKey: Uint8Array } {
  const secretKey = Uint8Array.from(random(KEY_BYTES))
  return { publicKey: x25519.getPublicKey(secretKey), secretKey }
}

/** The public half. */
export const publicSealKey = (secretKey: Uint8Array): Uint8Array => x25519.getPublicKey(secretKey)

/** Seals a sheet to the auditors' public key for one stratum (RFC 9180 base mode, empty `aad`): encapsulated key, then ciphertext with tag. */
export async function seal(publicKey: Uint8Array, info: Uint8Array, sheet: Uint8Array, random: Random): Promise<Uint8Array> {
  if (sheet.length !== SHEET_BYTES) throw new RangeError('a sheet has one size')
  const own = suiteWith(random)
  const { encapsulatedSecret, ciphertext } = await own.Seal(await own.DeserializePublicKey(publicKey), sheet, { info })
  return joined(encapsulatedSecret, ciphertext)
}

/** Keys that ballots are being opened with, and their public halves, which would else be computed anew for each ballot. */
const pairs = new WeakMap<Uint8Array, ReturnType<typeof pairOf>>()

async function pairOf(secretKey: Uint8Array) {
  return {
    privateKey: await suite.DeserializePrivateKey(secretKey, false),
    publicKey: await suite.DeserializePublicKey(publicSealKey(secretKey)),
  }
}

/** What was sealed; nothing where these bytes were not sealed to this key for this stratum. */
export async function open(secretKey: Uint8Array, info: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | undefined> {
  const pair = pairs.get(secretKey) ?? pairOf(secretKey)
  pairs.set(secretKey, pair)
  // Whoever casts can send any bytes: each way in which the package finds them wrong is the same to the count.
  return suite.Open(await pair, sealed.subarray(0, KEY_BYTES), sealed.subarray(KEY_BYTES), { info }).catch(() => undefined)
}

/** What lies in the place of a ballot where a paper sheet was voided unused: zeros, which nothing sealed can be. */
export const voidSealed = (): Uint8Array => new Uint8Array(SEALED_BYTES)

/** Whether a sheet was voided here. */
export const isVoid = (sealed: Uint8Array): boolean => sealed.every((byte) => byte === 0)
