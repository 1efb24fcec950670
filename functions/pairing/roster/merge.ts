import { isDeepStrictEqual } from 'node:util'

import { CadreId, HouseholdId, UnitId, VillageId } from '../../../contract/pairing'
import type { Instant } from '../../../contract/route'
import { idOf } from '../../platform/tag'
import type { Cadre } from '../cadre'
import type { Household } from '../household'
import { takeLead } from '../pairing'
import type { Unit } from '../unit'
import type { Village } from '../village'
import { phonesOf } from './check'
import type { Row } from './sheets'

/** The ids of the roster follow from the office's codes: the same row is always the same item. */
export const ids = {
  unit: (code: string) => UnitId.parse(idOf('unit', code.toUpperCase())),
  village: (code: string) => VillageId.parse(idOf('village', code.toUpperCase())),
  cadre: (code: string) => CadreId.parse(idOf('cadre', code.toUpperCase())),
  household: (code: string) => HouseholdId.parse(idOf('household', code.toUpperCase())),
}

/** `stored` itself if `next` says the same, so that nothing is written. */
function unlessSame<Item extends object>(stored: Item | undefined, next: Item): Item {
  if (!stored) return next
  const [before, after] = [new Map(Object.entries(stored)), new Map(Object.entries(next))]
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].every((name) => isDeepStrictEqual(before.get(name), after.get(name))) ? stored : next
}

/** What a column says; nothing where the sheet has no such column, so that what is stored stays. */
const ofColumn = <R extends object, Facts>(row: R, column: keyof R, facts: Facts) => (column in row ? facts : undefined)

/** What other rows say of a unit: which stand above it, and which counties' villages name it as the city's inspection. */
type Named = { above: readonly UnitId[]; counties: readonly string[] }

/** The unit as its row has it. */
export function mergeUnit(row: Row<'units'>, { above, counties }: Named, stored?: Unit): Unit {
  const { code, name, kind, does, county, township, complaintPhone, officePhone } = row
  const parents = ofColumn(row, 'parent', { above: above.length > 0 ? [...above] : undefined })
  const facts = { code, name, kind, does, county, township, complaintPhone, officePhone, ...parents }
  // Each county hands in a roster of its own, and none takes away what another one said.
  const watched = [...new Set([...(stored?.counties ?? []), ...counties])].sort()
  const named = watched.length > 0 ? { counties: watched } : undefined
  return unlessSame(stored, { id: ids.unit(code), version: 1, ...stored, ...facts, ...named })
}

const unitOrNone = (code: string | undefined) => (code === undefined ? undefined : ids.unit(code))

/** The village as its row has it. */
export function mergeVillage(row: Row<'villages'>, stored?: Village): Village {
  const { code, name, county, township, groups, workGroup } = row
  const facts = {
    ...{ code, name, county, township, groups, workGroup },
    liaisonUnitIds: row.liaison.map(ids.unit),
    serviceUnitIds: row.services.map(ids.unit),
    officeUnitId: ids.unit(row.office),
    inspectionUnitId: ids.unit(row.inspection),
    ...ofColumn(row, 'leader', { leaderId: row.leader === undefined ? undefined : ids.cadre(row.leader) }),
    ...ofColumn(row, 'countyOffice', { countyUnitId: unitOrNone(row.countyOffice) }),
    ...ofColumn(row, 'cityInspection', { cityUnitId: unitOrNone(row.cityInspection) }),
  }
  return unlessSame(stored, { id: ids.village(code), version: 1, ...stored, ...facts })
}

/** The cadre as the row has it. Who has no other duty visits households. */
export function mergeCadre({ code, name, post, phone, serviceItems, commitment, active, ...row }: Row<'cadres'>, stored?: Cadre): Cadre {
  const duties: Cadre['duties'] = row.duties.length > 0 ? row.duties : ['cadre']
  const facts = { code, name, unitId: ids.unit(row.unit), post, phone, serviceItems, commitment, duties, active }
  return unlessSame(stored, { id: ids.cadre(code), version: 1, ...stored, ...facts })
}

type Person = Pick<Cadre, 'id' | 'unitId'>
/** Whom the spreadsheets pair with a household. */
export type Pairs = { lead?: Person & { since?: Instant }; helpers: readonly CadreId[] }
type Given = {
  pairs: Pairs
  /** The unit to which the roster now counts a cadre. */
  unitOf: (id: CadreId) => UnitId | undefined
  now: Instant
  newCardCode: () => string
}

/** Whether the household got another lead in the app than the spreadsheet has. */
export const leadConflict = (lead: Pairs['lead'], stored: Household | undefined) =>
  lead !== undefined && stored?.lead?.source === 'app' && stored.lead.cadreId !== lead.id

function paired(household: Household, { pairs: { lead: wanted }, unitOf, now }: Given): Household {
  const { lead } = household
  if (wanted && !leadConflict(wanted, household) && lead?.cadreId !== wanted.id)
    return takeLead(household, wanted, { source: 'roster', since: wanted.since ?? now }, now)
  if (!lead) return household
  const since = lead.source === 'roster' && wanted?.since ? wanted.since : lead.since
  return { ...household, lead: { ...lead, since, unitId: unitOf(lead.cadreId) ?? lead.unitId }, ...(wanted && { gap: undefined }) }
}

/**
 * The household as its row and its pairings have it. Its card, a lead that was changed in the app, the history and
 * whatever the spreadsheets do not mention stay as they are.
 */
export function mergeHousehold(row: Row<'households'>, given: Given, stored?: Household): Household {
  const { code, headName, group, category, members } = row
  const facts = { code, headName, villageId: ids.village(row.village), group, category, phones: phonesOf(row), members }
  const serial = row.serial ?? code
  const card = stored ? { ...stored.card, serial } : { code: given.newCardCode(), serial, version: 1 }
  const fresh = { id: ids.household(code), version: 1, helpers: [], history: [] }
  const merged = paired({ ...fresh, ...stored, ...facts, card }, given)
  const helpers = [...new Set([...merged.helpers, ...given.pairs.helpers])].filter((id) => id !== merged.lead?.cadreId)
  return unlessSame(stored, { ...merged, helpers })
}
