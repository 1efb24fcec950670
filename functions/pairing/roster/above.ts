import type { Row } from './sheets'

/** Each unit's superior, by their codes. */
export const parentsOf = (units: readonly Pick<Row<'units'>, 'code' | 'parent'>[]): ReadonlyMap<string, string | undefined> =>
  new Map(units.map(({ code, parent }) => [code, parent]))

/** The units above this one, the nearest first, each once, even where the sheet leads in a circle. */
export function aboveOf(code: string, parents: ReturnType<typeof parentsOf>): string[] {
  const above: string[] = []
  for (let parent = parents.get(code); parent !== undefined && !above.includes(parent); parent = parents.get(parent)) above.push(parent)
  return above
}

/** The counties whose villages name a unit as the city's inspection, by the unit's code. */
export function countiesWatched(villages: readonly Pick<Row<'villages'>, 'county' | 'cityInspection'>[]): (code: string) => string[] {
  const watched = new Map<string, Set<string>>()
  for (const { county, cityInspection } of villages)
    if (cityInspection !== undefined) watched.set(cityInspection, (watched.get(cityInspection) ?? new Set()).add(county))
  return (code) => [...(watched.get(code) ?? [])]
}
