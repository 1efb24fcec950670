import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import * as z from 'zod/mini'

import { CampaignId } from '../../contract/survey'

const ALGORITHM = 'chacha20-poly1305'
const TAG_BYTES = 16
const KEY_BYTES = 32
const NONCE_BYTES = 12

/** First line of a record: whose it is, and the salt that makes the key of this one record. */
export const RecordHead = z.strictObject({
  version: z.literal(1),
  campaignId: CampaignId,
  salt: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export type RecordHead = z.infer<typeof RecordHead>

/** A head of a new record. The salt is random, so that two counts of the same ballots never share a key. */
export const newHead = (campaignId: CampaignId): RecordHead => ({ version: 1, campaignId, salt: randomBytes(KEY_BYTES).toString('hex') })

/** HKDF-SHA256 (RFC 5869) of the auditors' private key: who can open the ballots can open the record, and nobody else. */
const keyOf = (secretKey: Uint8Array, { campaignId, salt }: RecordHead) =>
  Buffer.from(hkdfSync('sha256', secretKey, Buffer.from(salt, 'hex'), `jinnongjia survey record ${campaignId}`, KEY_BYTES))

/**
 * Frames one after the other under ChaCha20-Poly1305 (RFC 8439). The nonce is the frame's number and the last frame is
 * marked in the authenticated data (as in the STREAM construction, Hoang, Reyhanitabar, Rogaway, Vizár 2015), so that a
 * record that lacks its end, or whose frames were exchanged, does not open.
 */
function numbered() {
  let frame = 0
  return (last: boolean) => {
    const nonce = Buffer.alloc(NONCE_BYTES)
    nonce.writeUInt32BE(frame++, NONCE_BYTES - 4)
    return { nonce, data: Uint8Array.of(last ? 1 : 0) }
  }
}

/** Encrypts frame after frame; the result of each is written as it is. */
export function framer(secretKey: Uint8Array, head: RecordHead) {
  const key = keyOf(secretKey, head)
  const next = numbered()
  return (plain: Uint8Array, last: boolean): Buffer => {
    const { nonce, data } = next(last)
    const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(data, { plaintextLength: plain.length })
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(sealed.length)
    return Buffer.concat([length, sealed])
  }
}

/** Decrypts what `framer` wrote, without the length in front; throws where it was touched. */
export function unframer(secretKey: Uint8Array, head: RecordHead) {
  const key = keyOf(secretKey, head)
  const next = numbered()
  return (sealed: Uint8Array, last: boolean): Buffer => {
    const { nonce, data } = next(last)
    const text = sealed.subarray(0, -TAG_BYTES)
    const cipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(data, { plaintextLength: text.length })
    cipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    return Buffer.concat([cipher.update(text), cipher.final()])
  }
}
