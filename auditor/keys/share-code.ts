import { createHash } from 'node:crypto'

import { joined } from '../../ballot/bytes'

/** Crockford's base 32: no letter that looks like a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const VERSION = 1
export const KEY_ID_BYTES = 8
const SHARE_BYTES = 33
const CHECK_BYTES = 3
const HEAD_BYTES = 3
const CODE_BYTES = HEAD_BYTES + KEY_ID_BYTES + SHARE_BYTES + CHECK_BYTES

/** One auditor's share: the `nth` of a key of which `needed` are needed. */
export type Share = { needed: number; nth: number; keyId: Uint8Array; bytes: Uint8Array }

const checkOf = (bytes: Uint8Array) =>
  createHash('sha256').update('jinnongjia survey share 1\n').update(bytes).digest().subarray(0, CHECK_BYTES)

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function bytesOf(text: string): Uint8Array | undefined {
  const values = Array.from(text, (sign) => ALPHABET.indexOf(sign))
  if (values.includes(-1)) return undefined
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  const whole = Math.floor(bits.length / 8)
  if (/1/.test(bits.slice(whole * 8))) return undefined
  return Uint8Array.from({ length: whole }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8), 2))
}

/** A share as it is written down and typed again: nineteen groups of four. */
export function shareCode({ needed, nth, keyId, bytes }: Share): string {
  const code = joined(Uint8Array.of(VERSION, needed, nth), keyId, bytes)
  return (base32(joined(code, checkOf(code))).match(/.{4}/g) ?? []).join('-')
}

/**
 * The share in a text; nothing where none is in it, or a sign of it was mistaken. Lines that begin with # are for people to read;
 * small letters, spaces and line breaks are as good, and so are O for 0, and I or L for 1.
 */
export function readShare(text: string): Share | undefined {
  const typed = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !line.trimStart().startsWith('#'))
  const plain = typed.join('').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const code = bytesOf(plain)
  if (code?.length !== CODE_BYTES) return undefined
  const [body, check] = [code.subarray(0, -CHECK_BYTES), code.subarray(-CHECK_BYTES)]
  const [version, needed = 0, nth = 0] = body
  if (version !== VERSION || Buffer.compare(checkOf(body), check) !== 0) return undefined
  const shareAt = HEAD_BYTES + KEY_ID_BYTES
  return { needed, nth, keyId: body.subarray(HEAD_BYTES, shareAt), bytes: body.subarray(shareAt) }
}
