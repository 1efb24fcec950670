import { AsyncLocalStorage } from 'node:async_hooks'
import { Readable } from 'node:stream'

import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'

import { connect, landed, type Table } from '../../functions/platform/table'
import { type Stack, stackHere } from './frames'
import type { Fate, Kind } from './kinds'
import type { Life } from './life'
import { siteOf } from './site'

const Body = z.looseObject({
  Key: z.optional(z.unknown()),
  Item: z.optional(z.looseObject({ pk: z.optional(z.unknown()), sk: z.optional(z.unknown()) })),
  RequestItems: z.optional(z.unknown()),
  IndexName: z.optional(z.string()),
  ConditionExpression: z.optional(z.string()),
})
type Body = z.infer<typeof Body>

const writing = /^(Put|Update|Delete|BatchWrite)/
const lost = (name: string, code?: string) => Object.assign(new Error('the answer is lost'), { name, code })

const throttle = () => ({
  response: {
    statusCode: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Readable.from([
      JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException', message: '' }),
    ]),
  },
})

/** Not what is asked for, but where it stands: two tickets' heads are one kind of item. */
function kindOf({ Key, Item, IndexName }: Body): string {
  if (IndexName) return IndexName
  const sk = JSON.stringify(Item?.sk ?? Key ?? '')
  return /\$([a-z]+)_\d/i.exec(sk)?.[1] ?? ''
}

const RawKey = z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) })

/** Changes nothing but the version of the item that `body` is about to write, as another writer's change would. */
async function overtake({ client, name }: Table, { Key, Item }: Body): Promise<void> {
  const { pk, sk } = RawKey.parse(Key ?? { pk: Item?.pk, sk: Item?.sk })
  const further = new UpdateCommand({
    TableName: name,
    Key: { pk: pk.S, sk: sk.S },
    UpdateExpression: 'ADD version :one',
    // What is not there yet has no version to be overtaken.
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':one': 1 },
  })
  await landed(client.send(further))
}

const asking = new AsyncLocalStorage<Stack>()

/** Notes for each request of this client from where it is asked: at the handler below, whoever has returned is in no stack. */
function noting(client: Table['client']): void {
  const send = client.send.bind(client) as (...args: unknown[]) => unknown
  Object.assign(client, { send: (...args: unknown[]) => asking.run(stackHere(), () => send(...args)) })
}

/**
 * The product's own way to the database, on whose way out requests meet their fate: at the SDK's HTTP handler, below its
 * retries. `aside` is a way around it. Nothing leaves a process that is dead.
 */
export async function faultyTable(aside: Table, endpoint: string, fate: Fate, life: Life): Promise<Table> {
  const client = connect(endpoint)
  noting(client)
  const { config } = client
  // How long the SDK waits between its attempts is not what is tried here.
  const strategy: unknown = await config.retryStrategy()
  const waits = z.object({ retryBackoffStrategy: z.custom<{ computeNextBackoffDelay: () => number }>() }).parse(strategy)
  waits.retryBackoffStrategy.computeNextBackoffDelay = () => 1

  const handler = config.requestHandler
  const handle = handler.handle.bind(handler)
  const fates = new Map<string, Kind>()
  const own = async (...[request, options]: Parameters<typeof handle>): ReturnType<typeof handle> => {
    if (life.over()) return life.limbo()
    const pass = () => handle(request, options)
    const first = request.headers['amz-sdk-request']?.includes('attempt=1;') ?? true
    const invocation = request.headers['amz-sdk-invocation-id'] ?? ''
    if (first) {
      const action = (request.headers['x-amz-target'] ?? '').replace('DynamoDB_20120810.', '')
      const body = () => Body.parse(JSON.parse(new TextDecoder().decode(request.body)))
      const kind = fate(() => {
        const versioned = /version/.test(body().ConditionExpression ?? '')
        return siteOf(asking.getStore(), `${action} ${kindOf(body())}`, { to: 'database', writes: writing.test(action), versioned })
      })
      if (kind) fates.set(invocation, kind)
      if (kind === 'overtaken') await overtake(aside, body())
    }
    switch (fates.get(invocation)) {
      case 'throttled':
        return throttle()
      case 'lostRequest':
        throw lost('TimeoutError')
      case 'lostForGood':
        if (first) await pass()
        throw lost('TimeoutError')
      case 'lostReply':
        if (!first) return pass()
        await pass()
        throw lost('Error', 'ECONNRESET')
      case 'crash':
        await pass()
        life.end()
        return life.limbo()
      default: {
        const answer = await pass()
        // What was under way when the process ended has landed, and nobody is there to hear so.
        return life.over() ? life.limbo() : answer
      }
    }
  }
  handler.handle = own
  return { client, name: aside.name }
}
