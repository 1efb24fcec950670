import http from 'node:http'

export type Reply = { status: number; headers: http.IncomingHttpHeaders; text: string }
export type Sent = { method: string; url: string; headers?: Record<string, string>; body?: string; timeout?: number }

/** One HTTP exchange on a connection of its own, so that nothing stays open after a test. Rejects if no answer comes. */
export function send({ method, url, headers, body, timeout = 60_000 }: Sent, cancel?: AbortSignal): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent: false, timeout, signal: cancel }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() }),
      )
      response.on('error', reject)
    })
    request.on('timeout', () => request.destroy(new Error('timeout')))
    request.on('error', reject)
    request.end(body)
  })
}

/** Asks a door of the WeChat sandbox; throws where it does not open. */
export async function sandbox(server: string, door: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' }
  const { status, text } = await send({ method: 'POST', url: `${server}/sandbox/${door}`, headers, body: JSON.stringify(body) })
  if (status !== 200) throw new Error(`the sandbox's door ${door} answers ${status}: ${text}`)
  return JSON.parse(text)
}
