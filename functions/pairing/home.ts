import type { Home, Line, ServiceCard } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import { shanghai } from '../../contract/time'
import type { Cadre } from './cadre'
import type { Household } from './household'
import type { Unit } from './unit'
import type { Village } from './village'

/** A household and everyone who answers for it. `lead` is missing where no active cadre does. */
export type Surroundings = {
  household: Household
  village: Village
  lead?: { cadre: Cadre; unit: Unit }
  office: Unit
  inspection: Unit
}

const visitsIn = (year: number, { visits }: Household) => (visits?.year === year ? visits.count : 0)

/** The number under which a unit is called about its work. */
export const officeLine = ({ name, officePhone, complaintPhone }: Unit): Line => ({ name, phone: officePhone ?? complaintPhone })

/** The number under which one complains to a unit. */
export const complaintLine = (name: string, { complaintPhone }: Unit): Line => ({ name: `${name} 投诉电话`, phone: complaintPhone })

function serviceCard({ cadre, unit }: { cadre: Cadre; unit: Unit }, household: Household, now: Instant): ServiceCard {
  const { name, post, phone, serviceItems, commitment } = cadre
  const visitsThisYear = visitsIn(shanghai(now).getUTCFullYear(), household)
  return { cadreName: name, unitName: unit.name, post, phone, serviceItems, commitment, visitsThisYear, lastVisitAt: household.lastVisitAt }
}

/** What the household sees first: its card, and whom to call. */
export function home({ household, village, lead, office, inspection }: Surroundings, now: Instant): Home {
  return {
    serial: household.card.serial,
    township: village.township,
    village: village.name,
    group: household.group,
    card: lead && serviceCard(lead, household, now),
    office: officeLine(office),
    // Whoever does not trust the cadre's own unit has inspection's number beside it.
    complaintLines: [...(lead ? [complaintLine(lead.unit.name, lead.unit)] : []), complaintLine('督查组', inspection)],
  }
}
