import { surveyLimits, type Totals } from '../../contract/survey'
import { watchedAt, type Tally } from './tally'

/** By county: who says that somebody helped or watched. A county with under ten ballots is left out; no sum over all gives it away. */
export function watchedByCounty(strata: readonly { county: string }[], tally: Tally): Totals['watched'] {
  const counties = [...new Set(strata.map(({ county }) => county))].sort()
  return counties
    .map((county) => {
      const sum = [0, 0, 0, 0]
      strata.forEach((stratum, nth) => {
        if (stratum.county === county) watchedAt(tally, nth).forEach((times, answer) => (sum[answer]! += times))
      })
      const [silent = 0, nobody = 0, helped = 0, watched = 0] = sum
      return { county, n: silent + nobody + helped + watched, nobody, helped, watched, silent }
    })
    .filter(({ n }) => n >= surveyLimits.publishLeast)
}
