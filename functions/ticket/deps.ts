import type { AccountId } from '../../contract/account'
import type { CadreId, HouseholdId, UnitChoice, UnitId } from '../../contract/pairing'
import type { Letter } from '../../contract/ticket'
import type { TicketId } from '../../contract/ticket'
import type { Tag } from '../platform/tag'
import type { TicketNumbers } from './numbers'
import type { TicketHeads } from './store'
import type { Responsible } from './submit'
import type { TicketWords } from './words'

type Contact = { id: UnitId; name: string; phone: string }

/** What tickets ask of the roster. */
type TicketRoster = {
  /** Who answers for the household, and how it is called. */
  responsibleFor: (id: HouseholdId) => Promise<(Responsible & { headName: string }) | undefined>
  unit: (id: UnitId) => Promise<Contact | undefined>
  cadrePhone: (id: CadreId) => Promise<{ name: string; phone: string } | undefined>
  /** The units to which inspection may hand something from its county. */
  desksOf: (inspection: UnitId) => Promise<UnitChoice[]>
}

export type Deps = {
  heads: TicketHeads
  words: TicketWords
  nextNumber: TicketNumbers
  tag: Tag
  roster: TicketRoster
  /** The number that the sender's account has proven, for calling back. */
  phoneOf: (accountId: AccountId) => Promise<string | undefined>
  noticesOf: (id: TicketId) => Promise<Letter['notices']>
}
