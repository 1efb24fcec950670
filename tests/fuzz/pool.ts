import type { Random } from '../fixtures/minle/random'

const MOST_KEPT = 200
/** What an answer calls otherwise than the next request. */
const called: Readonly<Record<string, string>> = { next: 'after' }

type Where = { place: string; who?: string }
/** Under what a value is kept, and looked for: one's own, one of this part of the product, any. */
const placesOf = ({ place, who }: Where, name: string) => [...(who ? [`${who}/${place}.${name}`] : []), `${place}.${name}`, name]

/**
 * Values that mean something to the product: what stood in its table and in its answers, by the name under which it stood.
 * With them a request gets past its schema and meets an item: the sender's own, or somebody else's.
 */
export function pool(random: Random) {
  const kept = new Map<string, string[]>()
  const live = new Map<string, string[]>()

  function keep(name: string, value: string) {
    const values = kept.get(name) ?? []
    if (values.includes(value)) return
    if (values.length >= MOST_KEPT) values.splice(random.below(MOST_KEPT), 1)
    kept.set(name, [...values, value])
  }

  /** Keeps every string in `value`, which `who` got as an answer at `place`. */
  function learn(where: Where, value: unknown, name = ''): void {
    if (typeof value === 'string') for (const under of placesOf(where, called[name] ?? name)) keep(under, value)
    else if (Array.isArray(value)) for (const one of value) learn(where, one, name)
    else if (typeof value === 'object' && value !== null) for (const [inner, one] of Object.entries(value)) learn(where, one, inner)
  }

  return {
    keep,
    learn,
    /** Each value of `stock` is good now, and once. */
    offer: (name: string, stock: string[]) => void live.set(name, stock),
    /** A known value for what is called so at this place, one that `fits`; more often one's own than another's. */
    pick: (where: Where, name: string, fits: (value: string) => boolean): string | undefined => {
      const stock = live.get(`${where.place}.${name}`)
      const fresh = stock?.findIndex(fits) ?? -1
      if (fresh >= 0) return stock?.splice(fresh, 1)[0]
      for (const under of placesOf(where, name)) {
        const values = (kept.get(under) ?? []).filter(fits)
        if (values.length && random.chance(0.6)) return random.of(values)
      }
      return undefined
    },
  }
}
export type Pool = ReturnType<typeof pool>
