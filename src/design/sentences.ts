import { last } from './last'

/** Long texts are spoken in pieces of at most `most` characters, broken after a sentence or clause where there is one. */
export function sentences(text: string, most: number): string[] {
  const pieces: string[] = []
  for (const sentence of text.match(/[^。!?;!?;\n]+[。!?;!?;\n]*/g) ?? []) {
    const end = last(pieces)
    if (end !== undefined && end.length + sentence.length <= most) pieces[pieces.length - 1] = end + sentence
    else for (let from = 0; from < sentence.length; from += most) pieces.push(sentence.slice(from, from + most))
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean)
}
