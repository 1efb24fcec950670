import { Totals } from '../../../contract/survey'

/** A part's most characters, as the route takes them. */
const PART_MOST = 12_000
/** What they may weigh in a body, of which the server takes 16 KiB at most. */
const PART_MOST_BYTES = 16_000

const utf8 = new TextEncoder()
/** What a character weighs once it stands in a body: a quotation mark two bytes, a Chinese character three. */
const weight = (character: string) => utf8.encode(JSON.stringify(character)).length - 2

/** The text in the parts in which it is handed in; none of them ends within a character. */
export function partsOf(text: string): string[] {
  const parts: string[] = []
  let [part, bytes] = ['', 0]
  for (const character of text) {
    const more = weight(character)
    if (part.length + character.length > PART_MOST || bytes + more > PART_MOST_BYTES) {
      parts.push(part)
      part = ''
      bytes = 0
    }
    part += character
    bytes += more
  }
  return [...parts, part]
}

/** What a file that is to be handed in says; nothing where it is no auditors' count. */
export function totalsIn(text: string): Totals | undefined {
  try {
    return Totals.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
