import { sha256 } from '@noble/hashes/sha2.js'

import { joined } from '../../../ballot/bytes'
import { type Token, tokenInfo } from '../../../ballot/token'
import type { CampaignId, StratumId } from '../../../contract/survey'

// Crockford's base 32: no I, L, O or U, so that what is read off paper is one thing only.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Lines of 15 signs and one that checks them. */
const CODE_LINES = 4
const LINE = 16
const TAG_BYTES = 5
const INPUT_BYTES = 16

/** Says for which campaign and stratum a sheet is, without naming them. */
const tagOf = (campaignId: CampaignId, stratumId: StratumId) => sha256(tokenInfo(campaignId, stratumId)).slice(0, TAG_BYTES)

/** Times x in GF(32) with x⁵ + x² + 1: any sign that is wrong, and any two that are swapped, change what the line comes to. */
const timesX = (value: number) => (value & 16 ? (value << 1) ^ 0x25 : value << 1)
const checkOf = (line: number, values: readonly number[]) => values.reduce((sum, value) => timesX(sum ^ value), line + 1)

/** A token of a paper sheet as it is printed below its QR code and read by it: 64 signs in four lines, each with its own check. */
export function sheetCode(campaignId: CampaignId, stratumId: StratumId, { input, output }: Token): string {
  const bytes = joined(tagOf(campaignId, stratumId), input, output)
  const values: number[] = []
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) values.push((held >> (bits - 5)) & 31)
  }
  if (bits > 0) values.push((held << (5 - bits)) & 31)
  return Array.from({ length: CODE_LINES }, (_, line) => {
    const own = values.slice(line * (LINE - 1), (line + 1) * (LINE - 1))
    return [...own, checkOf(line, own)].map((value) => SIGNS[value]).join('')
  }).join('')
}

/** What was typed or scanned, without blanks, in the signs that are printed. */
const tidied = (typed: string) => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/** The lines of `typed` that are whole and wrong, counted from 1. */
export function wrongLines(typed: string): number[] {
  const signs = tidied(typed)
  const whole = Math.min(CODE_LINES, Math.floor(signs.length / LINE))
  return Array.from({ length: whole }, (_, line) => line)
    .filter((line) => {
      const values = Array.from(signs.slice(line * LINE, (line + 1) * LINE), (sign) => SIGNS.indexOf(sign))
      return values.includes(-1) || checkOf(line, values.slice(0, -1)) !== values[LINE - 1]
    })
    .map((line) => line + 1)
}

export type ReadCode = { token: Token; code: string } | { wrong: 'short' | 'long' | 'lines' | 'place' }

/** The token that was typed, or why it is none of this stratum. */
export function readCode(typed: string, campaignId: CampaignId, stratumId: StratumId): ReadCode {
  const code = tidied(typed)
  if (wrongLines(code).length > 0) return { wrong: 'lines' }
  if (code.length !== CODE_LINES * LINE) return { wrong: code.length < CODE_LINES * LINE ? 'short' : 'long' }
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (let at = 0; at < code.length; at++) {
    if (at % LINE === LINE - 1) continue
    held = ((held << 5) | SIGNS.indexOf(code[at]!)) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 255)
    }
  }
  const tag = tagOf(campaignId, stratumId)
  if (tag.some((byte, at) => byte !== bytes[at])) return { wrong: 'place' }
  const input = Uint8Array.from(bytes.slice(TAG_BYTES, TAG_BYTES + INPUT_BYTES))
  return { token: { input, output: Uint8Array.from(bytes.slice(TAG_BYTES + INPUT_BYTES, TAG_BYTES + 2 * INPUT_BYTES)) }, code }
}

/** The code as it is printed: lines of four groups. */
export const printedCode = (code: string) => code.match(/.{16}/g)?.map((line) => line.match(/.{4}/g)?.join(' ') ?? '') ?? []

/** The last signs, by which people tell sheets apart. */
export const tailOf = (code: string) => code.slice(-4)
