import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** A call as it went over the wire: to where, and all that was said. */
export type Call = { path: string; sent: string }

async function whole(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array))
  return Buffer.concat(parts)
}

/** A way to `url` that keeps all that is sent by it. */
export async function wireTap(url: string) {
  const { hostname, port, pathname: base } = new URL(url)
  const calls: Call[] = []
  const server = http.createServer((request, response) => {
    void (async () => {
      const body = await whole(request)
      const { pathname, search } = new URL(request.url ?? '', 'http://tap')
      calls.push({ path: pathname, sent: `${search} ${JSON.stringify(request.headers)} ${body.toString()}` })
      // With the headers as they are: a signature is over the host as well.
      const onward = http.request({ hostname, port, path: `${base}${request.url}`, method: request.method, headers: request.headers })
      onward.on('error', () => response.destroy())
      onward.on('response', (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      onward.end(body)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
export type Tap = Awaited<ReturnType<typeof wireTap>>
