import type { Random } from '../fixtures/minle/random'

/** Makes one piece of text of a kind. */
type Piece = (random: Random) => string

const range = (from: string, to: string) =>
  Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, i) => String.fromCharCode(from.charCodeAt(0) + i))
const digits = range('0', '9')
const visible = range('!', '~')
const wordly = [...digits, ...range('a', 'z'), ...range('A', 'Z'), '_']
const classes: Record<string, string[]> = { d: digits, w: wordly, s: [' '], S: visible, D: range('a', 'z') }
/** Repeats of what may be repeated without end. */
const MANY = 8

/**
 * Makes strings that match `source`, as far as the contract writes its patterns: literals, classes, groups, alternatives,
 * repeats. Throws at anything else, so that a new kind of pattern is noticed.
 */
export function matching(source: string): Piece {
  let at = 0
  const peek = () => source[at]
  const take = () => source[at++] ?? ''

  function escaped(): string[] {
    const letter = take()
    if (/[a-zA-Z]/.test(letter) && !classes[letter]) throw new Error(`pattern not known: ${source}`)
    return classes[letter] ?? [letter]
  }

  function set(): string[] {
    const negated = peek() === '^' && take() !== ''
    const all: string[] = []
    while (peek() !== ']') {
      const first = take()
      const members = first === '\\' ? escaped() : [first]
      if (members.length === 1 && peek() === '-' && source[at + 1] !== ']') {
        take()
        all.push(...range(members[0]!, take()))
      } else all.push(...members)
    }
    take()
    return negated ? visible.filter((letter) => !all.includes(letter)) : all
  }

  function atom(): Piece {
    const letter = take()
    if (letter === '^' || letter === '$') return () => ''
    if (letter === '[' || letter === '\\' || letter === '.') {
      const letters = letter === '[' ? set() : letter === '.' ? visible : escaped()
      return (random) => random.of(letters)
    }
    if (letter !== '(') return () => letter
    if (peek() === '?') {
      take()
      if (take() !== ':') throw new Error(`pattern not known: ${source}`)
    }
    const inside = alternatives()
    take()
    return inside
  }

  function repeats(): [number, number] {
    const sign = peek()
    if (sign === '?') return (take(), [0, 1])
    if (sign === '*') return (take(), [0, MANY])
    if (sign === '+') return (take(), [1, MANY])
    const counted = /^\{(\d+)(,?)(\d*)\}/.exec(source.slice(at))
    if (!counted) return [1, 1]
    at += counted[0].length
    const least = Number(counted[1])
    return [least, counted[3] ? Number(counted[3]) : counted[2] ? least + MANY : least]
  }

  function sequence(): Piece {
    const parts: Piece[] = []
    while (at < source.length && peek() !== '|' && peek() !== ')') {
      const one = atom()
      const [least, most] = repeats()
      parts.push((random) => Array.from({ length: least + random.below(most - least + 1) }, () => one(random)).join(''))
    }
    return (random) => parts.map((part) => part(random)).join('')
  }

  function alternatives(): Piece {
    const all = [sequence()]
    while (peek() === '|') {
      take()
      all.push(sequence())
    }
    return (random) => random.of(all)(random)
  }
  return alternatives()
}
