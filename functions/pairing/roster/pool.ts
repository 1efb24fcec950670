/** Runs `work` on every one of `all`, at most `most` at a time; the first failure ends it once those under way are done. */
export async function pool<T>(all: Iterable<T>, most: number, work: (one: T) => Promise<void>): Promise<void> {
  const rest = all[Symbol.iterator]()
  const failures: unknown[] = []
  const lane = async () => {
    for (let step = rest.next(); !step.done && failures.length === 0; step = rest.next())
      await work(step.value).catch((error: unknown) => failures.push(error))
  }
  await Promise.all(Array.from({ length: most }, lane))
  if (failures.length > 0) throw failures[0]
}

/** `all` in pieces of `size`. */
export function* piecesOf<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size)
}
