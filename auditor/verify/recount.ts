import * as z from 'zod/mini'

import { Totals } from '../../contract/survey'
import type { SpoiltBecause } from '../../contract/survey'
import type { Opener } from '../opener'
import type { RecordEntry, RecordPart } from '../record/entry'
import { addSheet } from '../statistics/add-sheet'
import { newTally } from '../statistics/tally'
import { totalsOf } from '../statistics/totals'
import type { Check } from './check'
import type { PublicFolder } from './public-folder'

type Reopened = { receipt: string; because: SpoiltBecause | undefined; asRecorded: boolean }
type Found = { ballots: Map<string, Reopened & { stratumId: string }>; twice: string[]; strange: string[]; totals: Totals }

const sameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

/** Opens every ballot of the record once more, and counts what it finds; the sheets that the record holds are only compared. */
async function recount(
  data: PublicFolder,
  parts: AsyncIterable<RecordPart>,
  opener: Opener,
  opened: (count: number) => void,
): Promise<Found> {
  const { frozen } = data.campaign
  const tally = newTally(frozen.strata.length)
  const ballots: Found['ballots'] = new Map()
  const [twice, strange]: [string[], string[]] = [[], []]

  async function reopen(nth: number, { sealed, sheet: recorded, spoilt }: RecordEntry): Promise<Reopened | undefined> {
    const stratum = frozen.strata[nth]!
    const { receiptOf, sheetOf } = opener(stratum.id)
    const receipt = receiptOf(sealed)
    if (ballots.has(receipt)) return void twice.push(receipt)
    const sheet = await sheetOf(sealed)
    const because = sheet ? addSheet(tally, nth, stratum.units.length, sheet, 0) : 'unreadable'
    const asRecorded = because === spoilt && (sheet ? sameBytes(sheet, recorded) : recorded.every((byte) => byte === 0))
    return { receipt, because, asRecorded }
  }
  for await (const { stratumId, entries } of parts) {
    const nth = frozen.strata.findIndex(({ id }) => id === stratumId)
    if (nth < 0) strange.push(stratumId)
    else
      for (const entry of entries) {
        const one = await reopen(nth, entry)
        if (one) ballots.set(one.receipt, { ...one, stratumId })
      }
    opened(entries.length)
  }
  const own = new Map<string, number>()
  for (const { stratumId } of ballots.values()) own.set(stratumId, (own.get(stratumId) ?? 0) + 1)
  const turnout = frozen.strata.map(({ id }, nth) => ({ drew: data.strata[nth]?.drew ?? 0, ballots: own.get(id) ?? 0 }))
  const spoilt = [...ballots.values()].flatMap(({ receipt, because }) => (because ? [{ receipt, because }] : []))
  return { ballots, twice, strange, totals: Totals.parse(totalsOf(frozen, turnout, tally, spoilt, data.totals.countedAt)) }
}

/** The checks that need the auditors' record and key; the record is read and opened once for all of them. */
export function recordChecks(record: () => AsyncIterable<RecordPart>, opener: Opener, opened: (count: number) => void): Check[] {
  let found: Promise<Found> | undefined
  const once = (data: PublicFolder) => (found ??= recount(data, record(), opener, opened))
  return [
    {
      name: '加密记录里的选票和公开的回执一张对一张',
      async *problems(data) {
        const { ballots, twice, strange } = await once(data)
        for (const receipt of twice) yield `回执 ${receipt} 在记录里有两次`
        for (const id of strange) yield `记录里有不属于这次评议的乡镇 ${id}`
        const published = new Map(data.receipts.map(({ receipt, stratumId }) => [receipt, stratumId]))
        for (const [receipt, stratumId] of published)
          if (ballots.get(receipt)?.stratumId !== stratumId) yield `公开的回执 ${receipt} 在记录里没有`
        for (const receipt of ballots.keys()) if (!published.has(receipt)) yield `记录里的选票 ${receipt} 没有公开`
      },
    },
    {
      name: '每张选票重新打开,内容和记录一样',
      async *problems(data) {
        for (const { receipt, asRecorded } of (await once(data)).ballots.values())
          if (!asRecorded) yield `选票 ${receipt} 重新打开后和记录不一样`
      },
    },
    {
      name: '重新计票,总数一个字不差',
      async *problems(data) {
        const { totals } = await once(data)
        for (const key of z.keyof(Totals).options)
          if (JSON.stringify(totals[key]) !== JSON.stringify(data.totals[key])) yield `重新计出的 ${key} 和公布的不一样`
      },
    },
  ]
}
