import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Fate, Kind } from './kinds'
import type { Life } from './life'

/** Who is calling, and what is to befall the call. */
type Caller = { fate: Fate; life: Life }

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/**
 * Stands in front of the sandbox's WeChat and text messages at their socket: passes calls on, or lets them meet their
 * fate. `caller` is the process that is running; `close` makes WeChat go away, `open` bring it back.
 */
export async function faultyDoor(target: string, caller: () => Caller) {
  const pass = async (request: IncomingMessage, body: Buffer) => {
    const { method = 'GET', url = '' } = request
    const answer = await fetch(`${target}${url}`, {
      method,
      ...(body.length && { body: new Uint8Array(body), headers: { 'content-type': 'application/json' } }),
    })
    return { status: answer.status, text: await answer.text() }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const { fate, life } = caller()
    if (life.over()) return
    const path = (request.url ?? '').split('?')[0]
    const kind: Kind | undefined = fate(() => ({ name: `call ${path}`, to: 'outside', writes: true, versioned: false }))
    switch (kind) {
      case 'reset':
        return void request.socket.destroy()
      case 'slow':
        return
      case 'serverError':
        return void response.writeHead(502).end('<html>502 Bad Gateway</html>')
      case 'answerLost':
        await pass(request, body)
        return void request.socket.destroy()
      case 'crash':
        await pass(request, body)
        return life.end()
      default: {
        const { status, text } = await pass(request, body)
        response.writeHead(status, { 'content-type': 'application/json' }).end(text)
      }
    }
  }

  let port = 0
  const server = () => createServer((request, response) => void handle(request, response).catch(() => request.socket.destroy()))
  let listening = server()
  const open = async () => {
    listening = server()
    await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve))
    port = (listening.address() as AddressInfo).port
  }
  const close = async () => {
    listening.closeAllConnections()
    await new Promise((resolve) => listening.close(resolve))
  }
  await open()
  return { url: `http://127.0.0.1:${port}`, open, close }
}
export type Door = Awaited<ReturnType<typeof faultyDoor>>
