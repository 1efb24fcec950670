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
