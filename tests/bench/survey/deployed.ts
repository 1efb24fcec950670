import { readFileSync } from 'node:fs'
import path from 'node:path'

import { parse } from 'yaml'
import * as z from 'zod/mini'

const Throttle = z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() })
const Function = z.object({ memorySize: z.number(), timeout: z.number(), reservedConcurrency: z.optional(z.number()) })
const Extensions = z.object({
  extensions: z.object({
    HttpApiStage: z.object({
      Properties: z.object({ DefaultRouteSettings: Throttle, RouteSettings: z.record(z.string(), Throttle) }),
    }),
  }),
})
const Service = z.object({
  functions: z.object({ api: Function, draw: Function, cast: Function, export: Function }),
  resources: z.array(z.unknown()),
})

// CloudFormation's short forms, of which the text is enough here.
const customTags = ['!GetAtt', '!Sub', '!Ref', '!Not', '!Equals'].flatMap((tag) => [
  { tag, resolve: (text: string) => text },
  { tag, collection: 'seq' as const },
])

/** Memory, time, reserved concurrency and throttles as serverless.yml has them. */
export function deployed() {
  const file = path.resolve(__dirname, '..', '..', '..', 'serverless.yml')
  const { functions, resources } = Service.parse(parse(readFileSync(file, 'utf8'), { customTags, logLevel: 'error' }))
  const found = resources.flatMap((one) => Extensions.safeParse(one).data ?? [])
  const stage = found[0]?.extensions.HttpApiStage.Properties
  const [draw, cast] = [stage?.RouteSettings['POST /v1/ballot-draws'], stage?.RouteSettings['POST /v1/ballots']]
  if (!stage || !draw || !cast) throw new Error('serverless.yml throttles no draws or casts')
  return { functions, throttles: { api: stage.DefaultRouteSettings, draw, cast } }
}
