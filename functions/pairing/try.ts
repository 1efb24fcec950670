import { Entity, CustomAttributeType } from 'electrodb'
import { connect, mainTable } from '../platform/table'
import { createRequire } from 'node:module'
import { scratchDatabase } from '../local/database'
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
type Attr = { type: 'any' }
function make(name: string, keys: string[], lists: Record<string, { pk: string[]; sk: string[] }>, table: any) {
  const used = new Set(['id', ...Object.values(lists).flatMap((l) => [...l.pk, ...l.sk])])
  const attributes: any = Object.fromEntries(keys.map((k) => [k, { type: used.has(k) ? 'string' : CustomAttributeType<unknown>('any') }]))
  const indexes: any = { primary: { pk: { field: 'pk', composite: ['id'] }, sk: { field: 'sk', composite: [] } } }
  for (const [n, c] of Object.entries(lists))
    indexes[n] = {
      index: n,
      condition: (a: any) => [...c.pk, ...c.sk].every((k) => a[k] !== undefined),
      pk: { field: n + 'pk', composite: c.pk },
      sk: { field: n + 'sk', composite: c.sk },
    }
  return new Entity(
    { model: { service: 'jnj', entity: name, version: '1' }, attributes, indexes },
    { client: table.client, table: table.name },
  )
}
async function main() {
  const db = await scratchDatabase()
  const e = make(
    'household',
    ['id', 'version', 'name', 'leadCadreId', 'nest', 'villageId', 'cardTag'],
    { list1: { pk: ['cardTag'], sk: ['id'] }, list2: { pk: ['leadCadreId'], sk: ['villageId', 'id'] } },
    db.table,
  )
  console.log(e.put({ id: 'ab', version: 1, name: '陈', nest: { a: [1] }, villageId: 'v', cardTag: 'xx' }).params())
  console.log(e.create({ id: 'ab', version: 1, name: '陈', cardTag: 'q', leadCadreId: 'c', villageId: 'v' }).params())
  console.log(
    e
      .put({ id: 'ab', version: 1, cardTag: 'x' })
      .where((a: any, o: any) => o.eq(a.version, 0))
      .params(),
  )
  console.log(e.get({ id: 'ab' }).params(), (e.query as any).list2({ leadCadreId: 'c' }).params())
  await e.create({ id: 'ab', version: 1, name: '陈', nest: { a: [1] }, cardTag: 'q', leadCadreId: 'c', villageId: 'v' }).go()
  const r = await db.table.client.send(
    new BatchGetCommand({
      RequestItems: { [db.table.name]: { Keys: [(e.get({ id: 'ab' }).params() as any).Key] } },
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  console.log(JSON.stringify(r.Responses), r.ConsumedCapacity)
  const q = await (e.query as any).list2({ leadCadreId: 'c' }).go({ limit: 1 })
  console.log(JSON.stringify(q))
  await e
    .put({ id: 'ab', version: 2, name: '陈', cardTag: 'q' })
    .go()
    .catch((e) => console.log(e.message))
  await e
    .put({ id: 'ab', version: 2, name: '陈', cardTag: 'q', villageId: 'v' })
    .go()
    .catch((e) => console.log(e.message))
  const q2 = await (e.query as any).list2({ leadCadreId: 'c' }).go({ limit: 1 })
  console.log(JSON.stringify(q2))
  await e
    .create({ id: 'ab', version: 2, name: '陈', cardTag: 'q', villageId: 'v' })
    .go()
    .catch((x: any) => console.log('refused', x.cause?.name))
  await db.close()
}
main()
