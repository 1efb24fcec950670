import * as z from 'zod/mini'

/**
 * Why a provider did not do it: for good, for now, or because the day's quota is used up; `unsure`: its answer was lost, and
 * it may have done it. `code` is the provider's own code or what happened instead of one.
 */
export type Failure = { failure: 'permanent' | 'transient' | 'quota' | 'unsure'; code: number | string }

/** WeChat's errcodes after which another try is in vain (developers.weixin.qq.com, "返回码" of each API). */
const permanent: readonly number[] = [
  40029, // the code is unknown or too old
  40163, // the code has been used
  40226, // WeChat has blocked this user
  40003, // no such openid
  40037, // no such template
  43101, // the user has not agreed, or no longer
  47003, // a field of the template is empty or has the wrong form
  61010, // the user was not here in the last two hours, and content checks want that
]
const QUOTA_USED_UP = 45009

const failureOf = (code: number): Failure => ({
  failure: code === QUOTA_USED_UP ? 'quota' : permanent.includes(code) ? 'permanent' : 'transient',
  code,
})

const Refusal = z.object({ errcode: z.number().check(z.refine((code) => code !== 0)) })

export type Request = { path: string; query?: Record<string, string>; body?: unknown }
export type Call = <T>(request: Request, reply: z.ZodMiniType<T>) => Promise<T | Failure>

/** Whether WeChat's answer is a failure. */
export const isFailure = <T>(answer: T): answer is Extract<T, Failure> =>
  typeof answer === 'object' && answer !== null && 'failure' in answer

/**
 * One call to WeChat's server API: the parsed reply, or the failure as a value. Never throws and never passes on an error
 * object: its message would hold the address, and the address holds the secret or the access token.
 */
export function caller(baseUrl: string, timeoutMs: number): Call {
  return async ({ path, query = {}, body }, reply) => {
    const signal = AbortSignal.timeout(timeoutMs)
    let text: string
    try {
      const response = await fetch(`${baseUrl}${path}?${new URLSearchParams(query)}`, {
        signal,
        ...(body !== undefined && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      })
      if (!response.ok) {
        await response.body?.cancel()
        return { failure: 'transient', code: 'badStatus' }
      }
      text = await response.text()
    } catch {
      return { failure: 'transient', code: signal.aborted ? 'timeout' : 'unreachable' }
    }
    return understand(text, reply)
  }
}

function understand<T>(text: string, reply: z.ZodMiniType<T>): T | Failure {
  const unreadable: Failure = { failure: 'transient', code: 'unreadable' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return unreadable
  }
  const refusal = Refusal.safeParse(json)
  if (refusal.success) return failureOf(refusal.data.errcode)
  const parsed = reply.safeParse(json)
  return parsed.success ? parsed.data : unreadable
}
