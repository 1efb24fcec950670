// Bytes and text without Buffer, TextEncoder or atob: WeChat has none of them.

/** Random bytes from wherever this program has good ones; what comes must be as long as asked for. */
export type Random = (length: number) => Uint8Array

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64url without padding (RFC 4648 section 5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let sign = 0; sign < 4 && sign <= left; sign++) text += ALPHABET[(three >> (18 - 6 * sign)) & 63]
  }
  return text
}

/** The bytes of a text in base64url. A schema has looked at the text before: throws where it is none. Bits beyond the last byte are not read. */
export function fromBase64url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const sign of text) {
    const value = ALPHABET.indexOf(sign)
    if (value < 0) throw new TypeError('not base64url')
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at++] = bits >> held
    }
  }
  return bytes
}

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const DIGITS = new Map(Array.from('0123456789abcdef', (digit, value) => [digit.charCodeAt(0), value]))

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += PAIRS[byte]!
  return text
}

/** The bytes of a text in lower-case hex, as all ids and digests are; throws where it is none. */
export function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1)
  for (let at = 0; at < text.length; at += 2) {
    const [high, low] = [DIGITS.get(text.charCodeAt(at)), DIGITS.get(text.charCodeAt(at + 1))]
    if (high === undefined || low === undefined) throw new TypeError('not lower-case hex')
    bytes[at >> 1] = (high << 4) | low
  }
  return bytes
}

/** UTF-8; half a surrogate pair becomes U+FFFD, as TextEncoder has it. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const sign of text) {
    const given = sign.codePointAt(0)!
    const code = given >= 0xd800 && given < 0xe000 ? 0xfffd : given
    const last = 0x80 | (code & 63)
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), last)
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), last)
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), last)
  }
  return Uint8Array.from(bytes)
}

/** All of them in one. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
