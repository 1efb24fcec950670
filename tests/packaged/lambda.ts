import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import * as z from 'zod/mini'

const Message = z.union([z.object({ ready: z.literal(true) }), z.object({ result: z.unknown() }), z.object({ error: z.string() })])

/** A packaged function in a Node process of its own, with these variables and no other. */
export async function startLambda(module: string, env: Readonly<Record<string, string>>) {
  const given = { ...env, PATH: process.env['PATH'] }
  const child = fork(path.join(__dirname, 'invoke.mjs'), [module], { env: given, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => output.push(String(part)))
  const ended = once(child, 'exit')
  const died = ended.then(() => Promise.reject(new Error(`the function ended:\n${output.join('')}`)))
  // Nobody waits for an answer when the function is told to end.
  died.catch(() => {})
  const next = async () => Message.parse((await Promise.race([once(child, 'message'), died]))[0])
  await next()
  return {
    /** The handler's answer to this event. Rejects if it throws. */
    invoke: async (event: unknown): Promise<unknown> => {
      const answer = next()
      child.send({ event })
      const message = await answer
      if ('error' in message) throw new Error(message.error)
      return 'result' in message ? message.result : undefined
    },
    /** Everything that it has logged. */
    output: () => output.join(''),
    close: async () => {
      child.kill()
      await ended
    },
  }
}
export type Lambda = Awaited<ReturnType<typeof startLambda>>

const Answer = z.looseObject({ statusCode: z.number(), headers: z.record(z.string(), z.string()), body: z.string() })

type Http = { method?: string; body?: string; token?: string }

/** The event that an HTTP API of API Gateway makes of a request (payload format 2.0). */
function httpEvent(url: string, { method = 'GET', body, token }: Http) {
  const { pathname, search } = new URL(url, 'https://api.example')
  const time = new Date()
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: { host: 'api.example', 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'request',
      routeKey: '$default',
      stage: '$default',
      time: time.toUTCString(),
      timeEpoch: time.getTime(),
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
  }
}

/** Asks the packaged api as API Gateway would: the status and the JSON that it answers. */
export async function ask({ invoke }: Lambda, url: string, request: Http = {}): Promise<{ status: number; json: unknown }> {
  const { statusCode, body } = Answer.parse(await invoke(httpEvent(url, request)))
  return { status: statusCode, json: JSON.parse(body) }
}
