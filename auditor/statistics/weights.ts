import { surveyLimits } from '../../contract/survey'

type Counted = { id: string; county: string; roll: number; counted: number }
type Pool = { id: string; strata: Counted[]; counted: number }

const { publishLeast } = surveyLimits
const byBallots = (a: Pool, b: Pool) => a.counted - b.counted || (a.id < b.id ? -1 : 1)
const join = (a: Pool, b: Pool): Pool => ({ id: a.id, strata: [...a.strata, ...b.strata], counted: a.counted + b.counted })

/** From the fewest ballots on, each that has under ten is joined by the next; what is left under ten joins the last. */
function joined(pools: Pool[]): Pool[] {
  const full: Pool[] = []
  let open: Pool | undefined
  for (const pool of [...pools].sort(byBallots)) {
    const together: Pool = open ? join(open, pool) : pool
    open = together.counted < publishLeast ? together : undefined
    if (!open) full.push(together)
  }
  if (!open) return full
  const last = full.pop()
  return [...full, last ? join(last, open) : open]
}

/**
 * Households that one counted ballot of a stratum stands for: roll ÷ counted ballots. Strata with under ten are taken
 * together within the county first, then across counties, so that no single ballot can carry a result.
 */
export function weightsOf(strata: readonly Counted[]): Map<string, number> {
  const counties = [...new Set(strata.map(({ county }) => county))]
  const alone = (county: string) =>
    strata
      .filter((stratum) => stratum.county === county)
      .map((stratum) => ({ id: stratum.id, strata: [stratum], counted: stratum.counted }))
  const pools = joined(counties.flatMap((county) => joined(alone(county))))
  return new Map(
    pools.flatMap(({ strata: together, counted }) => {
      const roll = together.reduce((sum, stratum) => sum + stratum.roll, 0)
      return together.map((stratum): [string, number] => [stratum.id, counted > 0 ? roll / counted : 0])
    }),
  )
}
