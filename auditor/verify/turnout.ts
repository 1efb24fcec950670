import { Totals } from '../../contract/survey'
import { rounded } from '../statistics/interval'
import { weightsOf } from '../statistics/weights'
import { placeOf, type Check } from './check'
import { receiptsByStratum } from './receipts'

const says = (row: unknown) => JSON.stringify(row)

export const turnoutAgrees: Check = {
  name: '总数里各乡镇的户数、票数和公开的一样',
  *problems(data) {
    const { totals, campaign, strata } = data
    if (totals.campaignId !== campaign.frozen.campaignId) yield '总数是另一次评议的'
    const counts = receiptsByStratum(data)
    const spoilt = new Map<string, number>()
    for (const receipt of data.receipts) if (receipt.spoilt) spoilt.set(receipt.stratumId, (spoilt.get(receipt.stratumId) ?? 0) + 1)
    if (totals.strata.length !== strata.length) return yield '总数里的乡镇和公开的不一样多'
    for (const [nth, stratum] of strata.entries()) {
      const { weight: _, ...counted } = totals.strata[nth]!
      const expected = { ...stratum, ballots: counts.get(stratum.id) ?? 0, spoilt: spoilt.get(stratum.id) ?? 0 }
      if (says(counted) !== says(expected)) yield `${placeOf(data, stratum.id)}:总数里是 ${says(counted)},公开的是 ${says(expected)}`
    }
  },
}

export const spoiltAgree: Check = {
  name: '不能计的选票和回执表一样',
  *problems({ totals, receipts }) {
    const spoilt = receipts.flatMap(({ receipt, spoilt: because }) => (because ? [{ receipt, because }] : []))
    spoilt.sort((a, b) => (a.receipt < b.receipt ? -1 : 1))
    if (says(Totals.shape.spoilt.parse(spoilt)) !== says(totals.spoilt)) yield '总数里不能计的选票,和回执表里的不一样'
  },
}

export const weightsAgree: Check = {
  name: '每张票的权重等于名册户数除以票数',
  *problems(data) {
    const weights = weightsOf(
      data.totals.strata.map(({ id, county, roll, ballots, spoilt }) => ({ id, county, roll, counted: ballots - spoilt })),
    )
    for (const { id, weight } of data.totals.strata) {
      const expected = rounded(weights.get(id) ?? 0)
      if (weight !== expected) yield `${placeOf(data, id)}的权重写的是 ${weight},应是 ${expected}`
    }
  },
}
