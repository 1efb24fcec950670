import { nextDigest } from '../../ballot/digests'
import { surveyLimits } from '../../contract/survey'
import type { Check } from './check'
import type { PublicFolder } from './public-folder'

/** The receipts that each digest took in, by its number. */
function receiptsByDigest({ receipts }: PublicFolder): Map<number, { stratumId: string; receipt: string }[]> {
  const taken = new Map<number, { stratumId: string; receipt: string }[]>()
  for (const receipt of receipts) {
    const list = taken.get(receipt.digest)
    if (list) list.push(receipt)
    else taken.set(receipt.digest, [receipt])
  }
  return taken
}

export const chainHolds: Check = {
  name: '摘要一个接一个,每个回执都在里面',
  *problems(data) {
    const taken = receiptsByDigest(data)
    let before: string | undefined
    for (const [nth, { n, digest }] of data.digests.entries()) {
      if (n !== nth + 1) yield `第 ${nth + 1} 个摘要的编号是 ${n}`
      const receipts = (taken.get(n) ?? []).map(({ receipt }) => receipt).sort()
      if (nextDigest(before, receipts) !== digest) yield `第 ${n} 个摘要和回执对不上:有回执被换掉、去掉或者加进来`
      taken.delete(n)
      before = digest
    }
    for (const [n, receipts] of taken) yield `有 ${receipts.length} 个回执写着第 ${n} 个摘要,没有这个摘要`
  },
}

export const digestsHide: Check = {
  name: '每个摘要从一个乡镇收进 10 个以上的回执,最后一个收尾',
  *problems(data) {
    const taken = receiptsByDigest(data)
    const last = data.digests.length
    if (last === 0 && data.receipts.length > 0) yield '没有摘要'
    for (const [nth, { n, at, strata }] of data.digests.entries()) {
      const own = new Map<string, number>()
      for (const { stratumId } of taken.get(n) ?? []) own.set(stratumId, (own.get(stratumId) ?? 0) + 1)
      const said = new Map(strata.map(({ id, receipts }) => [String(id), receipts]))
      const differs = said.size !== strata.length || said.size !== own.size || [...own].some(([id, count]) => said.get(id) !== count)
      if (differs) yield `第 ${n} 个摘要写的各乡镇回执数,和回执表不一样`
      if (nth + 1 < last && [...own.values()].some((count) => count < surveyLimits.publishLeast))
        yield `第 ${n} 个摘要从一个乡镇收进的不到 ${surveyLimits.publishLeast} 个`
      if (nth > 0 && at <= data.digests[nth - 1]!.at) yield `第 ${n} 个摘要比前一个还早`
      if (nth + 1 === last && at < data.campaign.frozen.castsUntil) yield '最后一个摘要在投票截止之前'
    }
  },
}
