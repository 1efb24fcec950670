import { sha256 } from '@noble/hashes/sha2.js'

import { Stratum } from '../contract/survey'
import { toHex, utf8 } from './bytes'
import { canonical } from './canonical'
import { Frozen } from './files'

/** The first line of what is hashed says what it is, so that no digest can be passed off as one of another kind. */
const titled = (title: string) => sha256.create().update(utf8(`jinnongjia survey ${title} 1\n`))

/** SHA-256 of lines of ASCII, each with its line feed. */
function linesInto(hash: ReturnType<typeof titled>, lines: readonly string[]): string {
  for (const line of lines) hash.update(utf8(`${line}\n`))
  return toHex(hash.digest())
}

/** Digest of all that is frozen: half of the seed, printed before the public value comes out. */
export const frozenDigest = (frozen: Frozen): string =>
  toHex(
    titled('frozen')
      .update(utf8(canonical(Frozen.parse(frozen))))
      .digest(),
  )

/** Digest of a stratum's roll, whatever order the ids come in: SHA-256 of the file `roll/STRATUM.txt`, which `sha256sum` gives as well. */
export const rollDigest = (ids: readonly string[]): string => linesInto(sha256.create(), [...ids].sort())

/** The next digest of the chain over receipts, in whatever order they come; the first has none before it. */
export const nextDigest = (before: string | undefined, receipts: readonly string[]): string =>
  linesInto(titled('receipts'), [before ?? '0'.repeat(64), ...[...receipts].sort()])

/** Digest of a stratum as its households are shown it: who is given another list of units finds no such digest among the campaign's. */
export const stratumDigest = (stratum: Stratum): string =>
  toHex(
    titled('stratum')
      .update(utf8(canonical(Stratum.parse(stratum))))
      .digest(),
  )

/** One digest over those of all strata, in whatever order they come: built into the campaign's release, it fixes every list of units. */
export const strataDigest = (digests: readonly string[]): string => linesInto(titled('strata'), [...digests].sort())

/** What people compare of a public key: sixteen groups of four hex digits. */
export const keyFingerprint = (key: Uint8Array): string => (toHex(titled('key').update(key).digest()).match(/.{4}/g) ?? []).join(' ')
