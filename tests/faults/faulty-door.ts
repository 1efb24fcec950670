import http, { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { ASKED, type Asked } from './asked'
import type { Fate, Kind } from './kinds'
import type { Life } from './life'
import { siteOf } from './site'

/** Who is calling, and what is to befall the call. */
type Caller = { fate: Fate; life: Life }

type Door = {
  /** The process that is running. */
  caller: () => Caller
  /** Who asks by this header; undefined for whoever is not the product. */
  by: (id: string | undefined) => Asked | undefined
  /** How often the product tries what is lost before it gives up. */
  tries?: number
  /** Sees what was answered. */
  heard?: (path: string, body: string) => void
}

async function whole(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array))
  return Buffer.concat(parts)
}

/** These last: what is lost so is lost at each try. */
const lasting: readonly Kind[] = ['slow', 'serverError']
const nameless = (path: string) => path.replace(/\/[0-9a-f]{32}$/, '')

/**
 * Stands at the socket in front of what lies outside, at `target`: passes calls on, with their headers as they are, or lets them
 * meet their fate.
 */
export async function faultyDoor(target: string, { caller, by, tries = 1, heard }: Door) {
  const { hostname, port: behind } = new URL(target)
  /** Kinds of faults that go on, by the call that is tried again. */
  const going = new Map<string, { kind: Kind; left: number }>()

  const pass = (request: IncomingMessage, body: Buffer) =>
    new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const { [ASKED]: _, ...headers } = request.headers
      const onward = http.request({ hostname, port: behind, path: request.url, method: request.method, headers })
      onward.on('error', reject)
      onward.on('response', (answer) => {
        whole(answer).then((text) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: text }), reject)
      })
      onward.end(body)
    })

  function kindFor(asked: Asked, request: IncomingMessage, fate: Fate): Kind | undefined {
    const { method = 'GET', url = '' } = request
    const path = url.split('?')[0] ?? ''
    const call = `${method} ${path}`
    const before = going.get(call)
    if (before && before.left > 0) {
      before.left--
      return before.kind
    }
    going.delete(call)
    const kind = fate(() => siteOf(asked.stack, `${method} ${nameless(path)}`, { to: 'outside', writes: true, versioned: false }))
    if (kind && lasting.includes(kind) && tries > 1) going.set(call, { kind, left: tries - 1 })
    return kind
  }

  let shut = (_: string) => false

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await whole(request)
    if (shut(request.url ?? '')) return void request.socket.destroy()
    const { fate, life } = caller()
    const asked = by(request.headers[ASKED]?.toString())
    if (asked && life.over()) return
    const done = async () => {
      const answer = await pass(request, body)
      heard?.((request.url ?? '').split('?')[0] ?? '', answer.body.toString())
      return answer
    }
    switch (asked && kindFor(asked, request, fate)) {
      case 'reset':
        return void request.socket.destroy()
      case 'slow':
        return asked?.giveUp()
      case 'serverError':
        return void response.writeHead(502).end('<html>502 Bad Gateway</html>')
      case 'answerLost':
        await done()
        return void request.socket.destroy()
      case 'crash':
        await done()
        return life.end()
      default: {
        const answer = await done()
        response.writeHead(answer.status, answer.headers).end(answer.body)
      }
    }
  }

  const server = createServer((request, response) => void handle(request, response).catch(() => request.socket.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Whatever is called under these paths is away from now on. */
    shut: (which: (path: string) => boolean) => void (shut = which),
    open: () => void (shut = () => false),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type FaultyDoor = Awaited<ReturnType<typeof faultyDoor>>
