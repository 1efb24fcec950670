import { setTimeout } from 'node:timers/promises'

import * as z from 'zod/mini'

import { requestSigner } from './sigv4'

// The SDK's own SSM client would add 80 KB to each bundle for one call; these two parts are in the bundle anyway.

const Environment = z.object({
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.optional(z.string()),
  /** Where SSM listens; serverless.yml sets it, so that no code knows how China's addresses end. */
  AWS_ENDPOINT_URL_SSM: z.url(),
})
type Environment = z.infer<typeof Environment>

const Answer = z.object({ Parameter: z.object({ Value: z.string() }) })

const Refusal = z.object({ __type: z.string() })

const TIMEOUT_MS = 3000
const PAUSES_MS = [100, 500]

async function signed(name: string, env: Environment) {
  const { protocol, host, hostname, port } = new URL(env.AWS_ENDPOINT_URL_SSM)
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = env
  return requestSigner('ssm', env.AWS_REGION, { accessKeyId, secretAccessKey, sessionToken }).sign({
    method: 'POST',
    protocol,
    hostname,
    port: port ? Number(port) : undefined,
    path: '/',
    query: {},
    headers: { host, 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AmazonSSM.GetParameter' },
    body: JSON.stringify({ Name: name, WithDecryption: true }),
  })
}

async function once(name: string, env: Environment): Promise<string> {
  const { method, headers, body } = await signed(name, env)
  const response = await fetch(env.AWS_ENDPOINT_URL_SSM, { method, headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) })
  const json: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new Error(`no secrets: SSM answered ${response.status} ${Refusal.safeParse(json).data?.__type ?? ''}`)
  return Answer.parse(json).Parameter.Value
}

/**
 * Reads SecureString parameters of AWS Systems Manager (docs.aws.amazon.com/systems-manager, API GetParameter) with the
 * credentials that Lambda sets in `env`. Rejects with SSM's refusal if three tries were in vain.
 */
export function secretsFrom(env: Readonly<Record<string, string | undefined>>): (name: string) => Promise<string> {
  return async (name) => {
    const given = Environment.parse(env)
    for (const pause of PAUSES_MS) {
      try {
        return await once(name, given)
      } catch {
        // Many functions that start at once are throttled by SSM, and its refusal then is a 400 like any other.
        await setTimeout(pause)
      }
    }
    return once(name, given)
  }
}
