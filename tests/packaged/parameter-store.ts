import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

import * as z from 'zod/mini'

const GetParameter = z.strictObject({ Name: z.string(), WithDecryption: z.literal(true) })

export type Answer = { status: number; body: unknown }

/** SSM on one machine, as far as GetParameter goes. The first requests get the answers in `first`, if there are any. */
export async function parameterStore(values: Readonly<Record<string, string>>, first: Answer[] = []) {
  const asked: { headers: IncomingHttpHeaders; name: string }[] = []
  const server = createServer(async (request, response) => {
    const { Name: name } = GetParameter.parse(await json(request))
    asked.push({ headers: request.headers, name })
    const value = values[name]
    const known =
      value === undefined ? { status: 400, body: { __type: 'ParameterNotFound' } } : { status: 200, body: answerOf(name, value) }
    const { status, body } = first.shift() ?? known
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const answerOf = (name: string, value: string) => ({ Parameter: { Name: name, Type: 'SecureString', Value: value, Version: 1 } })
