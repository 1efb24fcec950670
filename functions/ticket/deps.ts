import type { AccountId } from '../../contract/account'
import type { Attached, MediaRef } from '../../contract/media'
import type { CadreId, HouseholdId, UnitChoice, UnitId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import type { Letter, TicketId } from '../../contract/ticket'
import type { Calendar } from '../calendar/calendar'
import type { Tag } from '../platform/tag'
import type { TicketNumbers } from './numbers'
import type { SenderReads } from './sender-reads'
import type { TicketHeads } from './store'
import type { Responsible } from './submit'
import type { TicketWords } from './words'

type Contact = { id: UnitId; name: string; phone: string; unitIds: readonly UnitId[] }

/** What tickets ask of the roster. */
type TicketRoster = {
  /** Who answers for the household, and how it is called. */
  responsibleFor: (id: HouseholdId) => Promise<(Responsible & { headName: string }) | undefined>
  /** The unit with those above it. */
  unit: (id: UnitId) => Promise<Contact | undefined>
  cadrePhone: (id: CadreId) => Promise<{ name: string; phone: string } | undefined>
  /** The units of this unit's county that handle tickets, each with those above it. */
  desksOf: (unit: UnitId) => Promise<(UnitChoice & { unitIds: readonly UnitId[] })[]>
  /** An active person with all their units and the households that they lead or help now. */
  personOf: (id: CadreId) => Promise<{ unitIds: readonly UnitId[]; householdIds: readonly HouseholdId[] } | undefined>
}

/** What tickets ask of photos and recordings. */
type TicketMedia = {
  /** Makes these belong to the ticket; what is somebody else's stays so. Safe to repeat. */
  bind: (refs: readonly MediaRef[], ticketId: TicketId, ownerTag: string) => Promise<void>
  /** Those of them that belong to one of these tickets. */
  view: (refs: readonly MediaRef[], of: readonly TicketId[]) => Promise<Attached[]>
}

export type Deps = {
  heads: TicketHeads
  words: TicketWords
  numbers: TicketNumbers
  reads: SenderReads
  media: TicketMedia
  calendar: (now: Instant) => Promise<Calendar>
  tag: Tag
  roster: TicketRoster
  /** The number that the sender's account has proven, for calling back. */
  phoneOf: (accountId: AccountId) => Promise<string | undefined>
  noticesOf: (id: TicketId) => Promise<Letter['notices']>
}
