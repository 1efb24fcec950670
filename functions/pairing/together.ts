import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'

import type { Table } from '../platform/table'

type Key = { pk: string; sk: string }

/** An item that somebody wants to read, and how to read it. */
export type Ref<Item> = { key: Key; parse: (raw: unknown) => Item }

/** As many as DynamoDB hands out in one request. */
const MOST_A_REQUEST = 100
const FIRST_WAIT = 25

const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The raw items; asks again, ever more slowly, for what a busy table left out. */
async function fetchAll({ client, name }: Table, keys: Key[], strongly: boolean): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>()
  let wait = FIRST_WAIT
  for (let left = keys; left.length > 0;) {
    const asked = left.slice(0, MOST_A_REQUEST)
    const wanted = { Keys: asked, ...(strongly && { ConsistentRead: true }) }
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: { [name]: wanted } }))
    for (const raw of Responses?.[name] ?? []) found.set(nameOf({ pk: raw['pk'], sk: raw['sk'] }), raw)
    const again = (UnprocessedKeys?.[name]?.Keys ?? []).map(({ pk, sk }) => ({ pk, sk }))
    left = [...again, ...left.slice(MOST_A_REQUEST)]
    if (again.length > 0) await sleep(wait)
    wait = again.length > 0 ? wait * 2 : FIRST_WAIT
  }
  return found
}

/**
 * The items behind `refs`, of one kind or several, in one round trip for up to 100, eventually consistent unless
 * `strongly`; undefined where there is none or nothing was asked for. An item named twice is fetched once.
 */
export async function readTogether<Items extends unknown[]>(
  table: Table,
  refs: readonly [...{ [Place in keyof Items]: Ref<Items[Place]> | undefined }],
  strongly = false,
): Promise<{ [Place in keyof Items]: Items[Place] | undefined }> {
  const asked = new Map(refs.flatMap((ref) => (ref ? [[nameOf(ref.key), ref.key]] : [])))
  const found = await fetchAll(table, [...asked.values()], strongly)
  const read = refs.map((ref) => {
    const raw = ref && found.get(nameOf(ref.key))
    return raw === undefined ? undefined : ref?.parse(raw)
  })
  return read as { [Place in keyof Items]: Items[Place] | undefined }
}
