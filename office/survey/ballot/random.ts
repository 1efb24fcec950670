/** Random bytes of this browser. */
export const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** A whole number below `most`, each as likely: numbers that would favour some are thrown away. */
function below(most: number): number {
  const fair = 2 ** 32 - (2 ** 32 % most)
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn < fair) return drawn % most
  }
}

/** The same in an order that nobody can foresee. */
export function shuffled<T>(of: readonly T[]): T[] {
  const all = [...of]
  for (let at = all.length - 1; at > 0; at--) {
    const other = below(at + 1)
    const one = all[at]!
    all[at] = all[other]!
    all[other] = one
  }
  return all
}

/** So many random decimal digits. */
export const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('')
