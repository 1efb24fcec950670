import type { Frozen } from '../../ballot/files'
import type { Instant } from '../../contract/route'
import type { Totals, UnitResult } from '../../contract/survey'
import { grouped } from './groups'
import { rounded } from './interval'
import { sliceOf, type Slice } from './slice'
import { cellsAt, type Tally } from './tally'
import { publishable, unitResult } from './unit'
import { watchedByCounty } from './watched'
import { weightsOf } from './weights'

/** What a count knows of each stratum besides the answers, in the order of the frozen record. */
export type Turnout = { drew: number; ballots: number }

type Listed = { county: string; slice: Slice }
type Unit = { unitId: UnitResult['unitId']; name: string; listed: Listed[] }

function unitsOf(strata: Frozen['strata'], tally: Tally, weightOf: (id: string) => number): Unit[] {
  const units = new Map<string, Unit>()
  strata.forEach((stratum, nth) =>
    stratum.units.forEach(({ id, name }, place) => {
      const unit = units.get(id) ?? { unitId: id, name, listed: [] }
      unit.listed.push({ county: stratum.county, slice: sliceOf(weightOf(stratum.id), cellsAt(tally, nth, place)) })
      units.set(id, unit)
    }),
  )
  return [...units.values()].sort((a, b) => (a.unitId < b.unitId ? -1 : 1))
}

const slicesOf = (listed: readonly Listed[]) => listed.map(({ slice }) => slice)

function asWhole({ listed, ...unit }: Unit, weights: Frozen['weights']): UnitResult[] {
  const may = publishable([slicesOf(listed)])
  return may ? [unitResult(unit, slicesOf(listed), may, weights)] : []
}

function byCounty({ listed, ...unit }: Unit, weights: Frozen['weights']): UnitResult[] {
  const counties = [...new Set(listed.map(({ county }) => county))].sort()
  const parts = counties.map((county) => slicesOf(listed.filter((one) => one.county === county)))
  const may = publishable(parts)
  return may ? parts.map((slices, nth) => unitResult({ ...unit, county: counties[nth] }, slices, may, weights)) : []
}

/** The totals of a campaign: everything that is published of its answers. `turnout` is in the order of the frozen record's strata. */
export function totalsOf(frozen: Frozen, turnout: readonly Turnout[], tally: Tally, spoilt: Totals['spoilt'], countedAt: Instant): Totals {
  const { strata, weights } = frozen
  const counted = strata.map(({ id, county, roll }, nth) => ({ id, county, roll, counted: tally.ballots[nth]! }))
  const weightOf = weightsOf(counted)
  const units = unitsOf(strata, tally, (id) => weightOf.get(id) ?? 0)
  return {
    campaignId: frozen.campaignId,
    countedAt,
    strata: strata.map(({ id, county, township, roll, sample }, nth) => {
      const { drew, ballots } = turnout[nth]!
      const weight = rounded(weightOf.get(id) ?? 0)
      return { id, county, township, roll, sample, drew, ballots, spoilt: ballots - tally.ballots[nth]!, weight }
    }),
    units: grouped(units.flatMap((unit) => asWhole(unit, weights))),
    unitsByCounty: units.flatMap((unit) => byCounty(unit, weights)),
    watched: watchedByCounty(strata, tally),
    spoilt: [...spoilt].sort((a, b) => (a.receipt < b.receipt ? -1 : 1)),
  }
}
