import { PutCommand } from '@aws-sdk/lib-dynamodb'

import { SubmitTicket } from '../../contract/ticket'
import { playStream } from '../../functions/local/stream'
import { randomId } from '../../functions/platform/tag'
import { minlePersons } from '../fixtures/minle/persons'
import type { Town } from '../town'
import { good, openProduct } from './product'

const CLIENTS = 8
const EACH = 25
const text = '村口到学校的路灯坏了三盏,晚上孩子放学看不见路,请帮忙修一修。'

/** Has all clients work at once, and says how many pieces of work that made a second. */
async function rate(work: (client: number, nth: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  const client = async (one: number) => {
    for (let nth = 0; nth < EACH; nth++) await work(one, nth)
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, one) => client(one)))
  return (CLIENTS * EACH * 1000) / (performance.now() - began)
}

/** Something that is waited for by name, and told by name. */
function bell() {
  const waiting = new Map<string, () => void>()
  return {
    heard: (name: string) => new Promise<void>((resolve) => waiting.set(name, resolve)),
    ring: (name: string) => waiting.get(name)?.(),
  }
}

/**
 * Eight phones send requests as fast as they can; each waits until its own stands in the cadre's inbox. Beside it the rate
 * at which the same database takes bare items of a kilobyte, from as many clients, so that the machine's speed drops out.
 */
export async function endToEnd(town: Town): Promise<{ tickets: number; puts: number; ratio: number }> {
  const { table } = town.database
  const product = openProduct(town)
  const phone = await product.as(minlePersons[0]!.id)
  const cadre = await product.as(minlePersons.find(({ note }) => note.includes('农技站站长'))!.id)
  const arrivals = bell()
  table.client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const item: unknown = 'Item' in args.input ? args.input.Item : undefined
      if (typeof item === 'object' && item !== null && 'role' in item && item.role === 'cadre' && 'sourceId' in item)
        arrivals.ring(String(item.sourceId))
      return result
    },
    { step: 'initialize', name: 'arrivals' },
  )
  playStream(table, (key) => void product.dispatch(key))

  const put = (client: number, nth: number) =>
    table.client.send(new PutCommand({ TableName: table.name, Item: { pk: `bare#${client}`, sk: String(nth), text: text.repeat(11) } }))
  const submit = async () => {
    const id = randomId()
    const arrived = arrivals.heard(id)
    good(await phone('POST /v1/tickets', { body: SubmitTicket.parse({ id, kind: 'help', about: { who: 'unknown' }, text }) }))
    await arrived
  }
  await submit()
  const tickets = await rate(submit)
  const puts = await rate(put)
  const { items } = good(await cadre('GET /v1/inbox', { query: {} }))
  if (items.length === 0) throw new Error('nothing arrived in the inbox')
  return { tickets, puts, ratio: puts / tickets }
}
