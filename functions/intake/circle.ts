import type { Circle } from '../../contract/intake'
import type { Place } from './deps'
import { cadreTargets, concerns, looksAfter, type Taker } from './intake'

/** Whom the words of this home can be about, and what of that the taker must not take down. */
export function circle({ household, villageId, village, responsible, units, inspectionLine }: Place, taker: Taker): Circle {
  const { cadre } = responsible
  const sent = { householdId: household?.id, cadre }
  return {
    household,
    villageId,
    village,
    cadre: cadre && { name: cadre.name, unitName: cadre.unit.name, conflict: concerns(cadreTargets(sent), taker) },
    units: units.map(({ id, name, does }) => ({ id, name, does, conflict: concerns([id], taker) })),
    looksAfter: looksAfter(sent, taker),
    instead: inspectionLine,
  }
}
