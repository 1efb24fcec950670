import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js'
import { equalBytes } from '@noble/curves/utils.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha512 } from '@noble/hashes/sha2.js'

import { fromHex, joined, type Random, utf8 } from './bytes'

/** A token as it is cast. */
export type Token = { input: Uint8Array; output: Uint8Array }
/** What whoever draws keeps until the answer is there; `blinded` alone is sent. */
export type Begun = { input: Uint8Array; blind: Uint8Array; blinded: Uint8Array; tweakedKey: Uint8Array }

export const TOKEN_INPUT_BYTES = 16
const OUTPUT_BYTES = 16
const SEED_BYTES = 32

const { Point } = ristretto255
const mode = ristretto255_oprf.poprf

/** The public info that makes a token good for one campaign and one stratum alone, and a sealed ballot likewise. */
export const tokenInfo = (campaignId: string, stratumId: string): Uint8Array =>
  joined(utf8('jinnongjia survey 1\n'), fromHex(campaignId), fromHex(stratumId))

/** A campaign's secret key, by RFC 9497's DeriveKeyPair. */
export const newSecretKey = (random: Random): Uint8Array =>
  mode(new Uint8Array()).deriveKeyPair(Uint8Array.from(random(SEED_BYTES)), utf8('jinnongjia survey tokens')).secretKey

/** The public key of a secret one. */
export const publicKey = (secretKey: Uint8Array): Uint8Array => Point.BASE.multiply(Point.Fn.fromBytes(secretKey)).toBytes()

/** Begins to draw: blinds a random input, so that whoever evaluates it cannot know the token again. */
export function blind(input: Uint8Array, info: Uint8Array, tokenKey: Uint8Array, random: Random): Begun {
  return { input, ...mode(info).blind(input, tokenKey, (length = 0) => Uint8Array.from(random(length))) }
}

/** Whether these bytes are an element that can be evaluated. */
export function decodes(element: Uint8Array): boolean {
  try {
    return !Point.fromBytes(element).equals(Point.ZERO)
  } catch {
    return false
  }
}

/**
 * Evaluates blinded elements, with one proof for all. The proof's nonce is a keyed hash of what is proved: the same elements get the
 * very same bytes, and no two different proofs ever share a nonce, which would give the key away.
 */
export function evaluate(secretKey: Uint8Array, info: Uint8Array, blinded: readonly Uint8Array[]) {
  const proved = joined(utf8('jinnongjia survey proof 1\n'), info, ...blinded)
  const nonce = (length = 0) => hmac(sha512, secretKey, proved).slice(0, length)
  return mode(info).blindEvaluateBatch(secretKey, [...blinded], nonce)
}

/** The tokens of a batch; nothing where the proof does not show that the campaign's key evaluated every one of them. */
export function finalizeAll(
  begun: readonly Begun[],
  info: Uint8Array,
  evaluated: readonly Uint8Array[],
  proof: Uint8Array,
): Token[] | undefined {
  const [first] = begun
  if (!first || evaluated.length !== begun.length) return undefined
  const items = begun.map((one, nth) => ({ ...one, evaluated: evaluated[nth]! }))
  try {
    const outputs = mode(info).finalizeBatch(items, proof, first.tweakedKey)
    return outputs.map((output, nth) => ({ input: begun[nth]!.input, output: output.slice(0, OUTPUT_BYTES) }))
  } catch {
    // What a server sends may be anything; whatever is wrong with it, it is no answer.
    return undefined
  }
}

/** The token of one element. */
export const finalize = (begun: Begun, info: Uint8Array, evaluated: Uint8Array, proof: Uint8Array): Token | undefined =>
  finalizeAll([begun], info, [evaluated], proof)?.[0]

/** Whether the campaign's key made this token for this stratum. */
export const tokenIsGood = (secretKey: Uint8Array, info: Uint8Array, { input, output }: Token): boolean =>
  equalBytes(mode(info).evaluate(secretKey, input).slice(0, OUTPUT_BYTES), output)
