import { weightsOf } from '../statistics/weights'
import type { PublicFolder } from './public-folder'

/** Ballots of a stratum that were counted, and what each weighs. */
type Counted = { county: string; counted: number; weight: number }
/** A rated unit as the frozen record and the counted ballots determine it. */
export type Listing = { unitId: string; name: string; strata: Counted[] }

/** The units on the strata's lists, sorted by id, with the ballots that were asked about each. */
export function listings({ campaign, totals }: PublicFolder): Listing[] {
  const rows = totals.strata.map(({ id, county, roll, ballots, spoilt }) => ({ id, county, roll, counted: ballots - spoilt }))
  const weights = weightsOf(rows)
  const units = new Map<string, Listing>()
  for (const [nth, { county, units: list }] of campaign.frozen.strata.entries())
    for (const { id, name } of list) {
      const unit: Listing = units.get(id) ?? { unitId: id, name, strata: [] }
      unit.strata.push({ county, counted: rows[nth]?.counted ?? 0, weight: weights.get(rows[nth]?.id ?? '') ?? 0 })
      units.set(id, unit)
    }
  return [...units.values()].sort((a, b) => (a.unitId < b.unitId ? -1 : 1))
}

export const askedOf = (strata: readonly Counted[]) => strata.reduce((sum, { counted }) => sum + counted, 0)
export const countiesOf = (strata: readonly Counted[]) => [...new Set(strata.map(({ county }) => county))].sort()
