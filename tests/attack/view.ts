import { createHash } from 'node:crypto'

import * as z from 'zod/mini'

import { nextDigest } from '../../ballot/digests'
import { unpacked } from '../../functions/survey/packed-receipts'

type Seen = { now: string; what: string; facts: unknown }
export type See = (what: string, facts: unknown) => void

const Part = z.looseObject({ __edb_e__: z.literal('surveyDigestPart'), digest: z.string(), receipts: z.instanceof(Uint8Array) })
const Digest = z.looseObject({ __edb_e__: z.literal('surveyDigest'), n: z.number(), digest: z.string() })
const Published = z.looseObject({ __edb_e__: z.literal('surveyReceipts'), receipts: z.instanceof(Uint8Array) })
const Asked = z.object({ Item: z.unknown() })

const itemOf = ({ what, facts }: Seen): unknown => (what === 'asked main Put' ? Asked.safeParse(facts).data?.Item : facts)
const all = <T>(seen: readonly Seen[], schema: z.ZodMiniType<T>) =>
  seen.filter(({ what }) => what === 'image main').flatMap(({ facts }) => schema.safeParse(facts).data ?? [])

/** The digests that are what anybody can compute from the receipts beside them, and so from sealed bytes alone. */
function sound(seen: readonly Seen[]): Set<string> {
  const parts = all(seen, Part)
  let before: string | undefined
  const good = new Set<string>()
  for (const { digest } of all(seen, Digest).sort((a, b) => a.n - b.n)) {
    const receipts = parts.filter((part) => part.digest === digest).flatMap((part) => unpacked(part.receipts))
    if (nextDigest(before, receipts.sort()) === digest) good.add(digest)
    before = digest
  }
  return good
}

const HEX = /[0-9a-f]{64}/g
const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array

/** Bytes as text, wherever they stand; sealed ones, where a ballot has its place for them, by their length alone. */
function plain(key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || isBytes(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, unknown]) => {
      const isSealed = (name === 'sealed' && key !== 'log') || name === ':sealed'
      if (isBytes(one)) return [name, isSealed ? `${one.length} sealed bytes` : Buffer.from(one).toString('base64url')]
      return [name, isSealed && typeof one === 'string' ? `${one.length} sealed signs` : one]
    }),
  )
}

/**
 * All that an operator sees, in the order in which it happens. Sealed bytes stand in it by their length; receipts and digests, which
 * anybody can compute from the sealed bytes, are first computed from them and then left out; nothing else is.
 */
export function openView() {
  const seen: Seen[] = []
  return {
    see: (now: string, what: string, facts: unknown) => {
      seen.push({ now, what, facts })
    },
    /** What was seen as lines of text, with what both tables hold at the end of each second, as a hash over all that was written so far. */
    lines: (receipts: ReadonlySet<string>): string[] => {
      const digests = sound(seen)
      const lines: string[] = []
      const state = createHash('sha256')
      let published = 0
      let second = ''
      for (const one of seen) {
        const item = itemOf(one)
        const receiptsHere = Published.safeParse(item).data ?? Part.safeParse(item).data
        const theirs = receiptsHere ? unpacked(receiptsHere.receipts) : []
        const derived = theirs.length > 0 && theirs.every((receipt) => receipts.has(receipt))
        // How many items the receipts fill, by their first byte, follows from the receipts.
        if (derived && Published.safeParse(item).success) {
          if (one.what === 'image main') published += theirs.length
          continue
        }
        const facts = derived ? { part: Part.parse(item).stratumId, receipts: theirs.length } : one.facts
        const text = JSON.stringify(facts, plain).replace(HEX, (hex) => (receipts.has(hex) ? 'receipt' : digests.has(hex) ? 'digest' : hex))
        if (second && one.now.slice(0, 19) !== second) lines.push(`${second} state ${state.copy().digest('hex')}`)
        second = one.now.slice(0, 19)
        lines.push(`${one.now} ${one.what} ${text}`)
        if (one.what.startsWith('image')) state.update(text)
      }
      return [...lines, `published ${published}`]
    },
  }
}

/** The first line in which two views differ, from both; none where they are byte for byte the same. */
export function difference(one: readonly string[], other: readonly string[]): { one?: string; other?: string } | undefined {
  const at = Array.from({ length: Math.max(one.length, other.length) }, (_, nth) => nth).find((nth) => one[nth] !== other[nth])
  return at === undefined ? undefined : { one: one[at]?.slice(0, 600), other: other[at]?.slice(0, 600) }
}
