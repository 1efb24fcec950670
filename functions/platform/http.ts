import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod/mini'

import { isProblem, type Problem, type ProblemName, sentences } from '../../contract/problem'
import type { Instant, Role, Route } from '../../contract/route'
import type { Bound, Caller } from './bind'
import { bodyUpTo } from './body'
import type { Clock } from './clock'
import type { Log } from './log'

/** The one place where a refusal gets its HTTP number; those not named here are 409, a conflict with how things stand. */
const statuses: Partial<Record<ProblemName, ContentfulStatusCode>> = {
  badInput: 400,
  signInAgain: 401,
  wechatRefused: 401,
  notAllowed: 403,
  notFound: 404,
  cardUnknown: 404,
  tooLarge: 413,
  tooManyTries: 429,
  busy: 503,
  wechatAway: 503,
}

/** The largest body that any route takes: 1,000 characters escaped at six bytes each, and some room. */
export const BODY_MOST_BYTES = 16 * 1024

/** Finds out whom a request comes from; `undefined` where the session is not good. */
type Recognise = (token: string, route: Route, now: Instant) => Promise<Caller | undefined>

type Deps = { bound: readonly Bound[]; recognise: Recognise; clock: Clock; log: Log }

const honoPath = (key: string) => key.slice(key.indexOf(' ') + 1).replace(/\{(\w+)\}/g, ':$1')

/** How a refusal is answered: its HTTP number, and a body with its name, its sentence and the fields that are wrong. */
export function refusal(problem: Problem & { fields?: string[] }) {
  const { problem: name, field, fields = field ? [field] : undefined } = problem
  return { status: statuses[name] ?? 409, body: { problem: name, says: sentences[name], ...(fields && { fields }) } }
}

/** The values of `given` read by `fields`, nothing beside them allowed; or the names of those that are wrong. */
function read(schema: z.ZodMiniType | undefined, given: unknown): { value: unknown } | { fields: string[] } {
  if (!schema) return given === undefined || z.strictObject({}).safeParse(given).success ? { value: undefined } : { fields: ['body'] }
  const parsed = schema.safeParse(given)
  if (parsed.success) return { value: parsed.data }
  const names = parsed.error.issues.map(
    (issue) => issue.path.map(String).join('.') || (issue.code === 'unrecognized_keys' ? issue.keys[0] : 'body'),
  )
  return { fields: [...new Set(names.map((name) => String(name).slice(0, 60)))].slice(0, 10) }
}

const schemas = (fields: Route['params']) => (fields ? z.strictObject(fields) : undefined)

/** The body's JSON; undefined where it is none, or where its sender went away in the middle of it. */
async function jsonOf(request: { text: () => Promise<string> }): Promise<{ json: unknown } | undefined> {
  try {
    const text = await request.text()
    return { json: text === '' ? undefined : JSON.parse(text) }
  } catch {
    return undefined
  }
}

const bearer = (header: string | undefined) => /^Bearer (\S+)$/.exec(header ?? '')?.[1]
const mayCall = (roles: readonly Role[], caller: Caller) => roles.some((role) => role === 'visitor' || caller.roles.includes(role))

/**
 * The HTTP side of the contract: session, role, path, query and body are checked before a handler runs; its answer goes
 * out through the route's schema. Every refusal has a name and a sentence; nothing of an error's inside leaves.
 */
export function httpApp({ bound, recognise, clock, log }: Deps): Hono {
  const app = new Hono()
  const answered = (problem: Problem & { fields?: string[] }) => {
    const { status, body } = refusal(problem)
    return Response.json(body, { status })
  }
  app.use(
    bodyUpTo(
      BODY_MOST_BYTES,
      () => answered({ problem: 'tooLarge' }),
      () => answered({ problem: 'badInput', fields: ['body'] }),
    ),
  )
  app.notFound((c) => {
    const { status, body } = refusal({ problem: 'notFound' })
    return c.json(body, status)
  })
  app.onError((error, c) => {
    log.error('request.failed', error, { method: c.req.method })
    return c.json(refusal({ problem: 'busy' }).body, 500)
  })
  for (const { key, route, handle } of bound) {
    const [params, query] = [schemas(route.params), schemas(route.query)]
    const open = route.roles.includes('anyone')
    app.on(key.slice(0, key.indexOf(' ')), honoPath(key), async (c) => {
      const now = clock()
      const refuse = (problem: Problem & { fields?: string[] }) => {
        log.info('request.refused', { route: key, problem: problem.problem })
        const { status, body } = refusal(problem)
        return c.json(body, status)
      }
      const token = bearer(c.req.header('authorization'))
      const caller = token && !open ? await recognise(token, route, now) : undefined
      if (!open && !caller) return refuse({ problem: 'signInAgain' })
      if (caller && !mayCall(route.roles, caller)) return refuse({ problem: 'notAllowed' })
      const body = c.req.method === 'GET' ? { json: undefined } : await jsonOf(c.req)
      if (!body) return refuse({ problem: 'badInput', fields: ['body'] })
      const parts = [read(params, params && c.req.param()), read(query, query && c.req.query()), read(route.body, body.json)]
      const wrong = parts.flatMap((part) => ('fields' in part ? part.fields : []))
      if (wrong.length) return refuse({ problem: 'badInput', fields: wrong })
      const [inPath, inQuery, inBody] = parts.map((part) => ('value' in part ? part.value : undefined))
      const answer = await handle({ params: inPath, query: inQuery, body: inBody, caller, now } as never)
      if (isProblem(answer)) return refuse(answer)
      return c.json(route.reply.parse(answer) as object)
    })
  }
  return app
}
