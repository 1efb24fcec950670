import { setTimeout as pause } from 'node:timers/promises'

/** Asks again and again until there is an answer; the last thing that `look` said or threw explains why there was none. */
export async function until<Result>(look: () => Promise<Result | undefined>, limitMs: number): Promise<Result> {
  const end = Date.now() + limitMs
  for (;;) {
    let error: unknown
    try {
      const result = await look()
      if (result !== undefined) return result
    } catch (thrown) {
      error = thrown
    }
    if (Date.now() > end) throw error ?? new Error('it did not come to pass')
    await pause(30)
  }
}
