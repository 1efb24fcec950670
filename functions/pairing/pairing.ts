import type { CadreId, HouseholdId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { Cadre } from './cadre'
import type { Household, Lead } from './household'

/** Whom a telephone number stands for on the roll. */
export type PhoneHolders = { householdIds: readonly HouseholdId[]; cadreIds: readonly CadreId[] }

/** A number on more households than this is a shop's or a neighbour's. */
export const MOST_HOUSEHOLDS_A_PHONE = 3

/** The household after `cadre` takes the lead. The former lead stays in the history, and a gap is closed. */
export function takeLead(
  household: Household,
  cadre: Pick<Cadre, 'id' | 'unitId'>,
  by: Pick<Lead, 'source' | 'since'>,
  now: Instant,
): Household {
  const { lead: former, gap: _, ...rest } = household
  const lead = { cadreId: cadre.id, unitId: cadre.unitId, ...by }
  const history = former && former.cadreId !== cadre.id ? [...household.history, { ...former, until: now }] : household.history
  return { ...rest, helpers: household.helpers.filter((id) => id !== cadre.id), lead, history }
}

/** Those who look after the household now: its lead and its helpers. */
export const carersOf = ({ lead, helpers }: Pick<Household, 'lead' | 'helpers'>): CadreId[] => [...(lead ? [lead.cadreId] : []), ...helpers]

/** The household once it was seen that nobody answers for it; the first time counts. */
export const seeGap = (household: Household, now: Instant): Household =>
  household.gap ? household : { ...household, gap: { seenAt: now } }

/** The household with another card; the card that it replaces never opens anything again. */
export function replaceCard(household: Household, revoked: string, code: string): Household {
  const { card } = household
  return card.code === revoked ? { ...household, card: { ...card, code, version: card.version + 1 } } : household
}

/** Whether a number with these holders proves that its owner belongs to the household. */
export function provesHousehold(
  id: HouseholdId,
  { householdIds, cadreIds }: PhoneHolders,
): true | Problem<'phoneNotOnRoll' | 'phoneProvesNothing'> {
  if (cadreIds.length > 0 || householdIds.length > MOST_HOUSEHOLDS_A_PHONE) return { problem: 'phoneProvesNothing' }
  return householdIds.includes(id) ? true : { problem: 'phoneNotOnRoll' }
}
