import type { Problem, ProblemName } from './problem'
import { ProblemReply, type everywhere } from './problem'
import type { Args, Method, Reply, Route, RouteKey } from './route'

/** How a request leaves: over Taro.request, fetch, or straight into a Lambda handler. Throws if no answer came. */
export type Transport = (request: { method: Method; url: string; body?: unknown }) => Promise<{ status: number; body: unknown }>

/** The refusals that calling route `R` may end with. */
export type ProblemsOf<R extends Route> = R['problems'][number] | (typeof everywhere)[number]
type Answer<R extends Route> = Reply<R> | (Problem<ProblemsOf<R> & ProblemName> & { says: string; fields?: string[] })

export type Client<Table extends Record<RouteKey, Route>> = <Key extends keyof Table & RouteKey>(
  key: Key,
  ...args: Args<Table[Key]> extends { params?: undefined; query?: undefined; body?: undefined } ? [] : [Args<Table[Key]>]
) => Promise<Answer<Table[Key]>>

type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/** The path and query of a call, each value encoded. */
function urlOf(key: RouteKey, { params = {}, query = {} }: Loose): string {
  const path = key.slice(key.indexOf(' ') + 1).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return search ? `${path}?${search}` : path
}

/**
 * A typed client of `table`: resolves to the parsed reply or the refusal; rejects only where no readable answer came
 * (no signal, a gateway's error page), so that the caller knows that nothing is known.
 */
export function client<const Table extends Record<RouteKey, Route>>(table: Table, transport: Transport): Client<Table> {
  return async (key, ...args) => {
    const call: Loose = args[0] ?? {}
    const method = key.slice(0, key.indexOf(' ')) as Method
    const { status, body } = await transport({ method, url: urlOf(key, call), body: call.body })
    const refusal = ProblemReply.safeParse(body)
    if (refusal.success) return refusal.data as never
    if (status >= 300) throw new Error(`no readable answer (${status})`)
    return table[key]!.reply.parse(body) as never
  }
}
