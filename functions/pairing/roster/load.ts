import type { Clock } from '../../platform/clock'
import { systemClock } from '../../platform/clock'
import type { Table } from '../../platform/table'
import type { Tag } from '../../platform/tag'
import { newCardCode } from '../card'
import type { Household } from '../household'
import type { Amendment, Holder } from '../phone-roll'
import { rosterStore } from '../store'
import { aboveOf, countiesWatched, parentsOf } from './above'
import { type Absent, absentFrom } from './absent'
import { crossCheck, type Remarks, remarks } from './check'
import { type Fault, faultList } from './faults'
import { ids, leadConflict, mergeCadre, mergeHousehold, mergeUnit, mergeVillage, type Pairs } from './merge'
import { pairsOf } from './pairs'
import { type Progress, readIn } from './read-in'
import { settle, type Tally } from './settle'
import { careSeen, listNewWards } from './settle-wards'
import type { Row, Rows, SheetName } from './sheets'

type Deps = { table: Table; tag: Tag; clock?: Clock; progress?: Progress; newCardCode?: () => string }
type ItemSheet = Exclude<SheetName, 'pairings'>

/** What an import found, or did. */
export type RosterReport = {
  rows: Record<SheetName, number>
  /** Columns and files that nothing is read from. */
  ignored: string[]
  faults: readonly Fault[]
  faultCount: number
  /** Missing where anything is wrong: nothing was compared or written then. */
  plan?: {
    applied: boolean
    tallies: Record<ItemSheet, Tally & { absent: Absent }>
    /** Leads that were changed in the app and stay; by the household's code. */
    conflicts: Absent
    /** Pairings that stand in the app but in no sheet, and stay; by the household's code. */
    absentPairings: Absent
    remarks: Remarks
  }
}

const LISTED = 50
const seen = (): Absent & { add: (label: string) => void } => ({
  count: 0,
  listed: [],
  add(label) {
    this.count += 1
    if (this.listed.length < LISTED) this.listed.push(label)
  },
})

/** What changes in somebody's numbers. */
const amendments = (holder: Holder, before: readonly string[], after: readonly string[]): Amendment[] => [
  ...after.filter((phone) => !before.includes(phone)).map((phone) => ({ phone, holder, has: true })),
  ...before.filter((phone) => !after.includes(phone)).map((phone) => ({ phone, holder, has: false })),
]

const unpaired = ({ lead, helpers }: Household, pairs: Pairs) =>
  (lead?.source === 'roster' && !pairs.lead) || helpers.some((id) => !pairs.helpers.includes(id) && id !== pairs.lead?.id)

async function settleAll(rows: Rows, apply: boolean, { table, tag, clock = systemClock, ...deps }: Deps & { progress: Progress }) {
  const store = rosterStore(table, tag)
  const { unitOf, pairsOf: pairsFor } = pairsOf(rows)
  const [conflicts, absentPairings, how] = [seen(), seen(), { apply, progress: deps.progress }]
  const given = { unitOf, now: clock(), newCardCode: deps.newCardCode ?? newCardCode }
  const [parents, counties, care] = [parentsOf(rows.units), countiesWatched(rows.villages), careSeen()]
  const absent = await absentFrom(rows, store, deps.progress)
  const tallies = {
    units: await settle(
      rows.units,
      {
        title: '单位',
        shelf: store.units,
        idOf: ({ code }) => ids.unit(code),
        merge: (row: Row<'units'>, stored) =>
          mergeUnit(row, { above: aboveOf(row.code, parents).map(ids.unit), counties: counties(row.code) }, stored),
      },
      how,
    ),
    villages: await settle(
      rows.villages,
      { title: '村组', shelf: store.villages, idOf: ({ code }) => ids.village(code), merge: mergeVillage },
      how,
    ),
    cadres: await settle(
      rows.cadres,
      {
        title: '干部',
        shelf: store.cadres,
        idOf: ({ code }) => ids.cadre(code),
        merge: mergeCadre,
        before: (changes) =>
          store.phones.amend(
            changes.flatMap(({ stored, next }) =>
              amendments({ holder: 'cadre', holderId: next.id }, stored ? [stored.phone] : [], [next.phone]),
            ),
          ),
      },
      how,
    ),
    households: await settle(
      rows.households,
      {
        title: '农户',
        shelf: store.households,
        idOf: ({ code }) => ids.household(code),
        merge: (row: Row<'households'>, stored) => mergeHousehold(row, { ...given, pairs: pairsFor(row.code) }, stored),
        before: async (changes) => {
          await listNewWards(changes, store)
          await store.phones.amend(
            changes.flatMap(({ stored, next }) =>
              amendments({ holder: 'household', holderId: next.id }, stored?.phones ?? [], next.phones),
            ),
          )
        },
        see: ({ code }, stored, next) => {
          care.see(stored, next)
          if (leadConflict(pairsFor(code).lead, stored)) conflicts.add(code)
          if (stored && unpaired(stored, pairsFor(code))) absentPairings.add(code)
        },
      },
      how,
    ),
  }
  if (apply) await care.settle(new Set(rows.cadres.map(({ code }) => ids.cadre(code))), store, deps.progress)
  const withAbsent = <Name extends ItemSheet>(name: Name) => ({ ...tallies[name], absent: absent[name] })
  return {
    applied: apply,
    tallies: {
      units: withAbsent('units'),
      villages: withAbsent('villages'),
      cadres: withAbsent('cadres'),
      households: withAbsent('households'),
    },
    conflicts: { count: conflicts.count, listed: conflicts.listed.sort() },
    absentPairings: { count: absentPairings.count, listed: absentPairings.listed.sort() },
    remarks: remarks(rows),
  }
}

/**
 * Reads the roster's spreadsheets in `folder`, checks all of it, compares it with what is stored, and with `apply`
 * writes the difference. Where anything is wrong, nothing is compared or written. Running it again after it was cut
 * short finishes it; running it twice changes nothing.
 */
export async function loadRoster(folder: string, deps: Deps, { apply }: { apply: boolean }): Promise<RosterReport> {
  const faults = faultList()
  const progress = deps.progress ?? (() => {})
  const read = await readIn(folder, faults, progress)
  const { rows, ignored } = read
  crossCheck(read, faults)
  const [listed, faultCount] = [faults.listed(), faults.count()]
  const count = {
    units: rows.units.length,
    villages: rows.villages.length,
    cadres: rows.cadres.length,
    households: rows.households.length,
    pairings: rows.pairings.length,
  }
  const plan = faultCount === 0 ? await settleAll(rows, apply, { ...deps, progress }) : undefined
  return { rows: count, ignored, faults: listed, faultCount, plan }
}
