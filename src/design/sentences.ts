/** Long texts are spoken in pieces of at most `most` characters, broken after a sentence or clause where there is one. */
export function sentences(text: string, most: number): string[] {
  const pieces: string[] = []
  for (const sentence of text.match(/[^。!?;!?;\n]+[。!?;!?;\n]*/g) ?? []) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + sentence.length <= most) pieces[pieces.length - 1] = last + sentence
    else for (let from = 0; from < sentence.length; from += most) pieces.push(sentence.slice(from, from + most))
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean)
}
