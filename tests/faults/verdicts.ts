import * as z from 'zod/mini'

/** How often WeChat sends a push that is not answered. */
const SENDS = 3
const Taken = z.object({ trace_id: z.string() })
const parsed = (text: string): string | undefined => {
  try {
    return Taken.safeParse(JSON.parse(text)).data?.trace_id
  } catch {
    return undefined
  }
}

/** Which verdicts WeChat has still to push: those of files that it has taken, until they are answered or sent in vain. */
export function verdicts() {
  const open = new Map<string, number>()
  let silent = false
  return {
    /** Whether WeChat says nothing about files. */
    setSilent: (next: boolean) => void (silent = next),
    taken: (path: string, answer: string) => {
      const trace = path.endsWith('/media_check_async') && !silent ? parsed(answer) : undefined
      if (trace) open.set(trace, SENDS)
    },
    pushed: (body: string, answer: string) => {
      const trace = parsed(body) ?? ''
      const left = (open.get(trace) ?? 0) - 1
      if (answer === 'success' || left <= 0) open.delete(trace)
      else open.set(trace, left)
    },
    /** Once none is under way. */
    settled: async () => {
      while (open.size > 0) await new Promise((resolve) => setTimeout(resolve, 2))
    },
  }
}
