import * as z from 'zod/mini'

import { HouseholdLine } from '../household'
import type { RosterStore } from '../store'
import { ids } from './merge'
import { pool } from './pool'
import type { Progress } from './read-in'
import type { Rows } from './sheets'

/** What is stored but in no sheet: how many, and the first by code and name. */
export type Absent = { count: number; listed: string[] }

const ABSENT_LISTED = 50
const QUERIES_AT_ONCE = 4

const Named = z.pipe(
  z.object({ id: z.string(), code: z.string(), name: z.string() }),
  z.transform(({ id, code, name }) => ({ id, label: `${code} ${name}` })),
)
const Headed = z.pipe(
  HouseholdLine,
  z.transform(({ id, code, headName }) => ({ id: String(id), label: `${code} ${headName}` })),
)
type Line = z.infer<typeof Named>

/** The lines of all these lists that no row stands for. */
async function unknownIn(all: Iterable<string>, list: (key: string) => Promise<Line[]>, known: ReadonlySet<string>, progress: Progress) {
  const unknown: Line[] = []
  const keys = new Set(all)
  let done = 0
  await pool(keys, QUERIES_AT_ONCE, async (key) => {
    for (const line of await list(key)) if (!known.has(line.id)) unknown.push(line)
    progress('查系统里有的', ++done, keys.size)
  })
  return unknown
}

const counted = (lines: Line[]): Absent => ({
  count: lines.length,
  listed: lines
    .map(({ label }) => label)
    .sort()
    .slice(0, ABSENT_LISTED),
})

const idSet = (rows: readonly { code: string }[], idOf: (code: string) => string) => new Set(rows.map(({ code }) => idOf(code)))

/**
 * What the sheets leave out of the counties, townships, units and villages that they are about; other places' rosters
 * are not missing from them. Read from the lists, which may lag a second behind.
 */
export async function absentFrom({ units, villages, cadres, households }: Rows, store: RosterStore, progress: Progress) {
  const [unitIds, villageIds] = [idSet(units, ids.unit), idSet(villages, ids.village)]
  const named = (lines: unknown[]) => lines.map((line) => Named.parse(line))
  const goneUnits = await unknownIn(
    units.map(({ county }) => county),
    async (county) => named(await store.units.all('list1', { county })),
    unitIds,
    progress,
  )
  const goneVillages = await unknownIn(
    villages.map(({ county, township }) => `${county} ${township}`),
    async (townshipOf) => named(await store.villages.all('list1', { townshipOf })),
    villageIds,
    progress,
  )
  const goneCadres = await unknownIn(
    [...unitIds, ...goneUnits.map(({ id }) => id)],
    async (unitId) => named(await store.cadres.all('list1', { unitId })),
    idSet(cadres, ids.cadre),
    progress,
  )
  const goneHouseholds = await unknownIn(
    [...villageIds, ...goneVillages.map(({ id }) => id)],
    async (villageId) => (await store.households.all('list3', { villageId })).map((line) => Headed.parse(line)),
    idSet(households, ids.household),
    progress,
  )
  return { units: counted(goneUnits), villages: counted(goneVillages), cadres: counted(goneCadres), households: counted(goneHouseholds) }
}
