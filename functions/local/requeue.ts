// npm run requeue: what is set aside after ten failures, and the way back onto the list. docs/deploy.md says when.
import { parseArgs } from 'node:util'

import { systemClock } from '../platform/clock'
import { asideOf } from '../platform/aside'
import type { RawItem } from '../platform/outbox'
import type { Table } from '../platform/table'
import { rosterPlace } from './place'

const text = (value: unknown) => (typeof value === 'string' ? value : '-')
/** An item by kind, id and number; never by what stands in it. */
const described = (item: RawItem) => [item['__edb_e__'], item['id'], item['number']].map(text).join('  ')

/** Lists what is set aside, and with `apply` puts those with these ids back, or all of it; how many were put back. */
export async function requeue(
  table: Table,
  { apply, ids }: { apply: boolean; ids: readonly string[] },
  say: (line: string) => void,
): Promise<number> {
  const aside = asideOf(table)
  const found = (await aside.list()).filter(({ id }) => ids.length === 0 || ids.includes(text(id)))
  if (found.length === 0) say('没有搁置的项目。')
  let count = 0
  for (const item of found) {
    const back = apply && (await aside.putBack(item, systemClock()))
    if (back) count++
    say(`${back ? '已放回' : '搁置中'}  ${described(item)}`)
  }
  if (found.length > 0 && !apply) say('加上 --apply 就放回去重新办理。')
  return count
}

async function main() {
  const { values, positionals } = parseArgs({ options: { apply: { type: 'boolean', default: false } }, allowPositionals: true })
  const place = await rosterPlace(process.env)
  await requeue(place.table, { apply: values.apply, ids: positionals }, (line) => console.log(line))
  await place.close()
}

if (require.main === module)
  main().catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
