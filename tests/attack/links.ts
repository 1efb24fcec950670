/** What was said with one household when it drew, or with nobody in particular when a ballot was cast, as text. */
export type Said = { nth: number; text: string }

const WORDS = /[A-Za-z0-9_-]{12,}/g
const PRINTED = /^[\x20-\x7e]+$/

/** All words of a text, and those of what is written in them in base64url, as in the parts of a session. */
function wordsOf(text: string): Set<string> {
  const words = text.match(WORDS) ?? []
  const within = words.map((word) => Buffer.from(word, 'base64url').toString('latin1')).filter((inner) => PRINTED.test(inner))
  return new Set([...words, ...within.flatMap((inner) => inner.match(WORDS) ?? [])])
}

/** Words that this many households or fewer share tell them from the others. */
const FEW = 3

/**
 * The words of a draw that stand in a cast as well, and would tell one household from the others: whatever it is, by it the two belong
 * together. What all share, the campaign and the stratum, tells nothing.
 */
export function links(draws: readonly Said[], casts: readonly Said[]): { word: string; household: number; cast: number }[] {
  const holders = new Map<string, number[]>()
  for (const { nth, text } of draws) for (const word of wordsOf(text)) holders.set(word, [...(holders.get(word) ?? []), nth])
  return casts.flatMap(({ nth, text }) =>
    [...wordsOf(text)].flatMap((word) => {
      const [household, ...others] = holders.get(word) ?? []
      return household === undefined || others.length >= FEW ? [] : [{ word: word.slice(0, 24), household, cast: nth }]
    }),
  )
}
