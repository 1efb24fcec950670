import { placeOf, type Check } from './check'
import type { PublicFolder } from './public-folder'

/** How many receipts each stratum has. */
export function receiptsByStratum({ receipts }: PublicFolder): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { stratumId } of receipts) counts.set(stratumId, (counts.get(stratumId) ?? 0) + 1)
  return counts
}

export const receiptsOnce: Check = {
  name: '每个回执只出现一次',
  *problems(data) {
    const seen = new Set<string>()
    const places = new Map(data.campaign.frozen.strata.map(({ id }, nth) => [String(id), nth]))
    let before = { place: 0, receipt: '' }
    for (const { receipt, stratumId } of data.receipts) {
      if (seen.has(receipt)) yield `回执 ${receipt} 出现了两次`
      seen.add(receipt)
      const place = places.get(stratumId)
      if (place === undefined) yield `回执 ${receipt} 的乡镇不在这次评议里`
      else if (place < before.place || (place === before.place && receipt < before.receipt)) yield `回执 ${receipt} 没有排在应在的位置`
      before = { place: place ?? before.place, receipt }
    }
  },
}

export const neverMoreThanDraws: Check = {
  name: '每个乡镇的选票不多于领票的户数',
  *problems(data) {
    const counts = receiptsByStratum(data)
    for (const { id, drew } of data.strata) {
      const ballots = counts.get(id) ?? 0
      if (ballots > drew) yield `${placeOf(data, id)}有 ${ballots} 张选票,领票的只有 ${drew} 户`
    }
  },
}

export const voidsAddUp: Check = {
  name: '作废的纸质票对得上',
  *problems(data) {
    const counts = receiptsByStratum(data)
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join()
    if (ids(data.voids) !== ids(data.campaign.frozen.strata)) return yield '作废票表里的乡镇和冻结时的不一样'
    for (const [nth, { id, sheets, voided }] of data.voids.entries()) {
      const out = (data.strata[nth]?.drew ?? 0) + sheets
      if (voided > sheets) yield `${placeOf(data, id)}作废 ${voided} 张,只印了 ${sheets} 张`
      if ((counts.get(id) ?? 0) + voided > out) yield `${placeOf(data, id)}投出和作废的票,比发出去的 ${out} 张还多`
    }
  },
}
