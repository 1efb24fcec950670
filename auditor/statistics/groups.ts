import type { Interval, UnitResult } from '../../contract/survey'

type Scored = UnitResult & { score: Interval }
const isScored = (unit: UnitResult): unit is Scored => unit.score !== undefined
const byUpperEnd = (a: Scored, b: Scored) => b.score.high - a.score.high || (a.unitId < b.unitId ? -1 : 1)

/**
 * The units with their groups: from the highest upper end down, a unit opens the next group where its whole interval lies
 * below every interval of the group before. So two units whose intervals meet never stand in different groups, and any two
 * of different groups differ; units without a score stand in none.
 */
export function grouped(units: readonly UnitResult[]): UnitResult[] {
  const groups = new Map<string, number>()
  let group = 0
  let lowest = Infinity
  for (const { unitId, score } of units.filter(isScored).sort(byUpperEnd)) {
    if (group === 0 || score.high < lowest) {
      group++
      lowest = score.low
    } else lowest = Math.min(lowest, score.low)
    groups.set(unitId, group)
  }
  return units.map((unit) => ({ ...unit, ...(groups.has(unit.unitId) && { group: groups.get(unit.unitId) }) }))
}
