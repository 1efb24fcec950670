import { sha256 } from '@noble/hashes/sha2.js'

import { fromHex, joined, toHex, utf8 } from './bytes'

const hashOf = (...parts: readonly Uint8Array[]) => toHex(sha256(joined(...parts)))

/**
 * SHA-256(campaign ‖ stratum ‖ sealed) in hex: shows that just this ballot is in, and nothing of what it says. The ids are 16 bytes
 * each and go first, so that no two ballots of different strata can have the same input.
 */
export const receiptOf = (campaignId: string, stratumId: string, sealed: Uint8Array): string =>
  hashOf(fromHex(campaignId), fromHex(stratumId), sealed)

/** Hash of a token, under which its ballot lies: who reads the table learns no token that could still be cast. */
export const ballotKey = (campaignId: string, stratumId: string, input: Uint8Array): string =>
  hashOf(utf8('jinnongjia survey ballot 1\n'), fromHex(campaignId), fromHex(stratumId), input)
