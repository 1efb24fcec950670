import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server with the doors that the runner knocks at. It tells back what it was sent. */
export async function standIn() {
  const received: { method?: string; url?: string; authorization?: string; body: string }[] = []
  const doors: Record<string, object> = {
    '/sandbox/login': { code: 'login-1' },
    '/sandbox/phone-code': { code: 'phone-1' },
    '/sandbox/grant': {},
  }
  const server = http.createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = Buffer.concat(parts).toString()
    received.push({ method: request.method, url: request.url, authorization: request.headers.authorization, body })
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(doors[request.url ?? ''] ?? { got: body && JSON.parse(body) }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, received, close: () => server.close() }
}
