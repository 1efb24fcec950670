import { randomFillSync } from 'node:crypto'

const BATCH = 4096

/** Random whole numbers below `most`, each as likely; asked of the system by thousands, since one by one costs more than opening. */
function randomBelow() {
  const pool = new Uint32Array(BATCH)
  let left = 0
  return (most: number): number => {
    for (;;) {
      if (left === 0) {
        randomFillSync(pool)
        left = BATCH
      }
      const drawn = pool[--left]!
      // The last, incomplete run of 2³² would make small numbers likelier.
      if (drawn < 2 ** 32 - (2 ** 32 % most)) return drawn % most
    }
  }
}

/** The numbers from 0 to `count` − 1 in an order that nobody can foresee (Fisher and Yates). */
export function shuffled(count: number): Uint32Array {
  const below = randomBelow()
  const order = Uint32Array.from({ length: count }, (_, nth) => nth)
  for (let last = count - 1; last > 0; last--) {
    const other = below(last + 1)
    const kept = order[last]!
    order[last] = order[other]!
    order[other] = kept
  }
  return order
}
