import { Totals } from '../../../contract/survey'

/** A part's most characters, as the route takes them. */
const PART_MOST = 12_000

/** The text in the parts in which it is handed in; none of them ends within a character. */
export function partsOf(text: string): string[] {
  const parts: string[] = []
  for (let from = 0; from < text.length;) {
    let until = Math.min(from + PART_MOST, text.length)
    const last = text.charCodeAt(until - 1)
    if (until < text.length && last >= 0xd800 && last < 0xdc00) until--
    parts.push(text.slice(from, until))
    from = until
  }
  return parts
}

/** What a file that is to be handed in says; nothing where it is no auditors' count. */
export function totalsIn(text: string): Totals | undefined {
  try {
    return Totals.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
