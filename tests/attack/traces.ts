import { SEALED_BYTES } from '../../contract/survey'
import type { Election } from './election'

/** As much of a hash as nothing else has by chance. */
const ENOUGH = 16

/** How often one of these words, all at least so long, stands anywhere in the text. */
function times(text: string, words: readonly string[]): number {
  const known = new Set(words.map((word) => word.slice(0, ENOUGH)))
  let found = 0
  for (let at = 0; at + ENOUGH <= text.length; at++) if (known.has(text.slice(at, at + ENOUGH))) found++
  return found
}

const isSorted = (bytes: Uint8Array) => {
  for (let at = SEALED_BYTES; at < bytes.length; at += SEALED_BYTES) {
    const [before, own] = [bytes.subarray(at - SEALED_BYTES, at), bytes.subarray(at, at + SEALED_BYTES)]
    if (Buffer.compare(before, own) > 0) return false
  }
  return true
}

/** What in the auditors' folder tells which ballot of the table one of theirs is, beside its sealed bytes. */
export function traces({ files, ballots }: Pick<Election, 'files' | 'ballots'>): string[] {
  const hashes = ballots.map(({ h }) => Buffer.from(String(h), 'hex'))
  const forms = (['hex', 'base64url', 'latin1'] as const).map((form) => hashes.map((hash) => hash.toString(form)))
  return [...files].flatMap(([name, bytes]) => {
    const text = Buffer.from(bytes).toString('latin1')
    const known = forms.reduce((sum, words) => sum + times(text, words), 0) + times(text.toLowerCase(), forms[0] ?? [])
    const orders = name.endsWith('.sealed') && !isSorted(bytes) ? [`the ballots in ${name} are not sorted`] : []
    return [...(known ? [`${known} hashes of tokens in ${name}`] : []), ...orders]
  })
}
