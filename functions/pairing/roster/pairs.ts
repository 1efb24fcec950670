import type { CadreId, UnitId } from '../../../contract/pairing'
import { ids, type Pairs } from './merge'
import type { Rows } from './sheets'

type Written = { lead?: Pairs['lead']; helpers: CadreId[] }
const NOBODY: Pairs = { helpers: [] }

/** Whom the sheets pair with each household, and to which unit they count each cadre. */
export function pairsOf({ pairings, cadres }: Pick<Rows, 'pairings' | 'cadres'>) {
  const units = new Map<string, UnitId>(cadres.map(({ code, unit }) => [ids.cadre(code), ids.unit(unit)]))
  const unitOf = (id: CadreId) => units.get(id)
  const byHousehold = new Map<string, Written>()
  for (const { household, cadre, kind, since } of pairings) {
    const pairs = byHousehold.get(household) ?? { helpers: [] }
    const id = ids.cadre(cadre)
    const unitId = unitOf(id)
    if (kind === 'helper') pairs.helpers.push(id)
    else if (unitId) pairs.lead = { id, unitId, since }
    byHousehold.set(household, pairs)
  }
  // In whatever order the rows stand, the item is the same.
  for (const { helpers } of byHousehold.values()) helpers.sort()
  return { unitOf, pairsOf: (household: string): Pairs => byHousehold.get(household) ?? NOBODY }
}
