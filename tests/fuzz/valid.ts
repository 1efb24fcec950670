import type { Random } from '../fixtures/minle/random'
import { matching } from './pattern'
import type { Pool } from './pool'
import type { Shape } from './shape'

/** Stands in every text that is made here, so that a log line or an error that holds one is noticed. */
export const MARK = '水渠堵了半个月'

const scraps = [
  MARK,
  '路灯坏了',
  ' ',
  '\n',
  'abc',
  '123',
  '👩‍🌾',
  'مرحبا',
  '‮',
  '\u0000',
  '\ud83d',
  '<b>',
  '"',
  '\\',
  '%',
  '𠮷',
  '\u200b',
  '{}',
  '﷽',
]
const LEFT_OUT = 0.4
const KNOWN = 0.85
/** Ids that a phone makes anew for each thing it sends; seldom one that is there already. */
const madeOnPhones: Readonly<Record<string, number>> = { id: 0.15, step: 0.15 }

/** Values whose parts have to fit together, which no schema says: by chance they seldom would. */
const fitting: Readonly<Record<string, unknown>> = { weights: { service: 30, conduct: 30, results: 40 }, slip: '12345674' }

/** Makes values that pass a schema. Known values of this part of the product and of this person are used first; what stands in a path names something. */
export function valid(random: Random, known: Pool, where: { place: string; who?: string }, inPath = false) {
  const between = (least: number, most: number) => least + random.below(most - least + 1)

  function text({ minLength = 0, maxLength = 60 }: Shape): string {
    const length = random.chance(0.1) ? maxLength : between(minLength, Math.min(maxLength, 40))
    let made = random.of(scraps)
    while (made.length < length) made += random.of(scraps)
    const cut = made.slice(0, Math.max(length, minLength))
    // A text of blanks alone is an empty one.
    return minLength > 0 && cut.trim() === '' ? MARK.slice(0, Math.max(minLength, 1)) : cut
  }

  function string(shape: Shape, name: string): string {
    const { pattern, minLength = 0, maxLength = Infinity } = shape
    const right = pattern ? new RegExp(pattern) : /^/
    const fits = (value: string) => value.length >= minLength && value.length <= maxLength && right.test(value)
    const found = random.chance(inPath ? KNOWN : (madeOnPhones[name] ?? KNOWN)) ? known.pick(where, name, fits) : undefined
    return found ?? (pattern ? matching(pattern)(random) : text(shape))
  }

  function number(shape: Shape): number {
    const least = shape.minimum ?? (shape.exclusiveMinimum !== undefined ? shape.exclusiveMinimum + 1 : 0)
    const most = shape.maximum ?? (shape.exclusiveMaximum !== undefined ? shape.exclusiveMaximum - 1 : least + 100)
    return between(least, Math.min(most, least + 2 ** 31))
  }

  function object({ properties = {}, required = [] }: Shape): unknown {
    const chosen = Object.entries(properties).filter(([name]) => required.includes(name) || !random.chance(LEFT_OUT))
    return Object.fromEntries(chosen.map(([name, inner]) => [name, value(inner, name)]))
  }

  function array({ items, prefixItems, minItems = 0, maxItems = 5 }: Shape, name: string): unknown {
    if (prefixItems) return prefixItems.map((inner) => value(inner, name))
    return Array.from({ length: between(minItems, Math.min(maxItems, minItems + 3)) }, () => value(items ?? {}, name))
  }

  function value(shape: Shape, name: string): unknown {
    // A copy: what is spoiled afterwards would fit no more in any later request either.
    if (name in fitting && random.chance(KNOWN)) return structuredClone(fitting[name])
    const choice = shape.oneOf ?? shape.anyOf
    if (choice) return value(random.of(choice), name)
    if (shape.allOf) return value(Object.assign({}, ...shape.allOf) as Shape, name)
    if (shape.const !== undefined) return shape.const
    if (shape.enum) return random.of(shape.enum)
    switch (shape.type) {
      case 'object':
        return object(shape)
      case 'array':
        return array(shape, name)
      case 'string':
        return string(shape, name)
      case 'number':
      case 'integer':
        return number(shape)
      case 'boolean':
        return random.chance(0.5)
      case 'null':
        return null
      default:
        return random.of([MARK, 1, true, null, [], {}])
    }
  }
  return value
}
