import type { Database } from '../../../functions/local/database'
import type { Send } from '../../attack/phone'
import { meter, type Spent } from '../meter'
import { openPolling, type Way } from './polling'

export type Operation = { name: 'show' | 'draw' | 'cast'; again: boolean; spent: Spent; bytes: number }

type Opened = Pick<Database, 'table' | 'endpoint'>

/** What a ballot costs the databases of a survey with as many strata: what is shown of it, the draw and the cast, the first time and once more. */
export async function measureUnits(main: Opened, ballots: Opened, strata: number) {
  const tables = { main: main.table, ballots: ballots.table }
  const { phone } = await openPolling(tables, 2 * strata, 2)
  const meters = [meter(main.table, main.endpoint), meter(ballots.table, ballots.endpoint)] as const
  const operations: Operation[] = []
  const done = new Set<string>()
  async function spentBy<T>(work: () => Promise<T>): Promise<Spent & { result: T }> {
    const { result: inBox, ...main_ } = await meters[0].spent(() => meters[1].spent(work))
    const both = (key: 'read' | 'write' | 'index' | 'rounds') => main_[key] + inBox[key]
    const units = { read: both('read'), write: both('write'), index: both('index'), rounds: both('rounds') }
    return { ...units, requests: [...main_.requests, ...inBox.requests], result: inBox.result }
  }
  const measured: Way =
    (name, send): Send =>
    async (url, headers, body) => {
      const { result, ...spent } = await spentBy(() => send(url, headers, body))
      const key = `${name} ${JSON.stringify(body)}`
      operations.push({ name, again: done.has(key), spent, bytes: Buffer.byteLength(JSON.stringify(result.body)) })
      done.add(key)
      return result
    }
  for (const [nth, trouble] of (['retry', 'duplicate'] as const).entries()) {
    const own = phone(nth, { way: measured, looks: true, trouble })
    if (!(await own.draw()) || !(await own.cast())) throw new Error('a ballot was not taken')
  }
  for (const one of meters) one.close()
  return operations
}
