import { createHash } from 'node:crypto'

import * as z from 'zod/mini'

import { nextDigest } from '../../ballot/digests'
import { packed, unpacked } from '../../functions/survey/packed-receipts'

export type See = (what: string, facts: unknown) => void

const Part = z.looseObject({ __edb_e__: z.literal('surveyDigestPart'), digest: z.string(), receipts: z.instanceof(Uint8Array) })
const Digest = z.looseObject({ __edb_e__: z.literal('surveyDigest'), n: z.number(), digest: z.string() })
const Published = z.looseObject({
  __edb_e__: z.literal('surveyReceipts'),
  receipts: z.instanceof(Uint8Array),
  digests: z.array(z.number()),
})
const Derived = z.union([Part, Digest, Published])
type Derived = z.infer<typeof Derived>
const Asked = z.object({ Item: z.unknown() })

type Seen = { now: string; what: string; text: string; derived?: Derived }

/** Bytes as text, wherever they stand. */
function plain(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([name, one]: [string, unknown]) =>
    one instanceof Uint8Array ? [name, Buffer.from(one).toString('base64url')] : [name, one],
  )
  return Object.fromEntries(entries)
}

const isImage = ({ what }: Seen) => what === 'image main'

/** Which digest took in which receipt, if each is what anybody can compute from the receipts that it took in, and so from sealed bytes alone. */
function chained(seen: readonly Seen[]): { digests: ReadonlySet<string>; takenBy: ReadonlyMap<string, number> } {
  const images = seen.filter(isImage).flatMap(({ derived = [] }) => derived)
  const parts = images.filter((one) => one.__edb_e__ === 'surveyDigestPart')
  const takenBy = new Map<string, number>()
  const digests = new Set<string>()
  let before: string | undefined
  for (const { n, digest } of images.filter((one) => one.__edb_e__ === 'surveyDigest').sort((a, b) => a.n - b.n)) {
    const receipts = parts.filter((part) => part.digest === digest).flatMap((part) => unpacked(part.receipts))
    if (nextDigest(before, receipts) === digest) digests.add(digest)
    for (const receipt of receipts) takenBy.set(receipt, n)
    before = digest
  }
  return { digests, takenBy }
}

const LONG = /[A-Za-z0-9_-]{65,}/g
const HASH = /[0-9a-f]{64}/g

/** What the voters' phones sealed, as text, and the receipts of it: all that may differ between two elections. */
export type Sealed = { texts: ReadonlySet<string>; receipts: ReadonlySet<string> }

/** What was seen without what may differ: sealed bytes by their length, and what follows from them; nothing where all of it follows. */
function telling(seen: readonly Seen[], { texts, receipts }: Sealed): (one: Seen) => string | undefined {
  const { digests, takenBy } = chained(seen)
  return ({ what, text, derived }) => {
    const rest = text
      .replace(LONG, (word) => (texts.has(word) ? `${word.length} sealed signs` : word))
      .replace(HASH, (hex) => (receipts.has(hex) ? 'a receipt' : digests.has(hex) ? 'a digest' : hex))
    const theirs = derived && derived.__edb_e__ !== 'surveyDigest' ? unpacked(derived.receipts) : []
    if (!derived || theirs.length === 0 || !theirs.every((receipt) => receipts.has(receipt))) return rest
    const { digests: by } = Published.safeParse(derived).data ?? {}
    // Where an item with receipts lies in the table follows from them, as do the items that they fill by their first byte.
    if (what === 'holds' || by?.every((nth, at) => nth === takenBy.get(theirs[at] ?? ''))) return undefined
    return rest.replace(Buffer.from(packed(theirs)).toString('base64url'), `${theirs.length} receipts`)
  }
}

/**
 * All that an operator sees, in the order in which it happens. Sealed bytes stand in it by their length alone, wherever they are met;
 * receipts and digests, which anybody can compute from the sealed bytes, are first computed from them and then left out; nothing else is.
 */
export function openView() {
  const seen: Seen[] = []
  return {
    see: (now: string, what: string, facts: unknown) => {
      const item: unknown = what === 'asked main Put' ? Asked.safeParse(facts).data?.Item : facts
      seen.push({ now, what, text: JSON.stringify(facts, plain) ?? '', derived: Derived.safeParse(item).data })
    },
    /** What was seen as lines of text, with what was written to both tables by the end of each second as a hash over all of it so far. */
    lines: (sealed: Sealed): string[] => {
      const told = telling(seen, sealed)
      const lines: string[] = []
      const written = createHash('sha256')
      let second = ''
      for (const one of seen) {
        const text = told(one)
        if (text === undefined) continue
        if (second && one.now.slice(0, 19) !== second) lines.push(`${second} written ${written.copy().digest('hex')}`)
        second = one.now.slice(0, 19)
        lines.push(`${one.now} ${one.what} ${text}`)
        if (one.what.startsWith('image')) written.update(text)
      }
      return lines
    },
  }
}

/** The first line in which two views differ, from both; none where they are byte for byte the same. */
export function difference(one: readonly string[], other: readonly string[]): { one?: string; other?: string } | undefined {
  const at = Array.from({ length: Math.max(one.length, other.length) }, (_, nth) => nth).find((nth) => one[nth] !== other[nth])
  return at === undefined ? undefined : { one: one[at]?.slice(0, 600), other: other[at]?.slice(0, 600) }
}
