import type { FoundHousehold, IntakeVillage } from '../../contract/intake'
import type { CadreId, HouseholdId, Line, UnitChoice, UnitId, VillageId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Allowances } from '../platform/allowance'
import type { Tag } from '../platform/tag'
import type { TicketDesk } from '../ticket'
import type { BoxOpenings } from './box-openings'
import type { Taker } from './intake'
import type { Lookups } from './lookups'

/** Who answers for a household or a village, as tickets take it. */
type Responsible = Parameters<TicketDesk['send']>[1]['responsible']

/** A home on the roll, or a village alone, with all that words from there can be about. */
export type Place = {
  household?: FoundHousehold
  villageId: VillageId
  village: string
  responsible: Responsible
  /** The units that it deals with. */
  units: readonly UnitChoice[]
  /** Inspection's telephone. */
  inspectionLine: Line
}

/** What the desk asks of the roster. */
type IntakeRoster = {
  /** At most `most` households that have this number on the roll. */
  byPhone: (phone: string, most: number) => Promise<FoundHousehold[]>
  /** At most `most` households of a village by their head's name or serial number. */
  search: (villageId: VillageId, typed: string, most: number) => Promise<FoundHousehold[]>
  byCard: (code: string) => Promise<{ id: HouseholdId } | Problem<'cardUnknown' | 'cardRevoked'>>
  countyOf: (unitId: UnitId) => Promise<string | undefined>
  /** The villages of the unit's county. */
  villagesOf: (unitId: UnitId) => Promise<IntakeVillage[]>
  householdAt: (id: HouseholdId) => Promise<Place | undefined>
  villageAt: (id: VillageId) => Promise<Place | undefined>
  /** An active person with all their units, and the households that they lead or help now. */
  personOf: (id: CadreId) => Promise<Taker | undefined>
  /** The active people of a unit. */
  colleaguesIn: (unitId: UnitId) => Promise<{ id: CadreId; name: string; post: string }[]>
}

export type Deps = {
  roster: IntakeRoster
  tickets: TicketDesk
  openings: BoxOpenings
  lookups: Lookups
  allowed: Allowances
  tag: Tag
}
