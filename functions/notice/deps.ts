import type { AccountId } from '../../contract/account'
import type { CadreId, HouseholdId, UnitId } from '../../contract/pairing'
import type { Side } from '../../contract/notice'
import type { Instant } from '../../contract/route'
import type { TicketId } from '../../contract/ticket'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import type { Outbox, RawItem } from '../platform/outbox'
import type { Sms } from '../platform/sms'
import type { Tag } from '../platform/tag'
import type { Wechat } from '../platform/wechat'
import type { Ledger } from './ledger'
import type { Notice } from './notice'
import type { Addressee } from './owed'
import type { Passes } from './passes'
import type { Person } from './person'
import type { Notices } from './store'

/** Ways to a person: WeChat accounts, the one to try first in front, and the number that takes a text message, looked up when one is due. */
export type Reach = { accounts: readonly { id: AccountId; openid: string }[]; phone: () => Promise<string | undefined> }

/** What of an item names the villager whom it concerns: the ticket whose sender item is to be read, the account itself, or a household. */
export type SentBy = { ticketId?: TicketId; accountId?: string; householdId?: HouseholdId }

/** What telling people needs of the rest of the product. Each is asked at the moment of telling. */
export type DispatchDeps = {
  outbox: Outbox
  notices: Notices
  passes: Passes
  ledger: Pick<Ledger, 'spend' | 'emptied'>
  /** The active staff of a unit with this duty. */
  staffOf: (unitId: UnitId, duty: 'desk' | 'inspection' | 'head' | 'office') => Promise<readonly CadreId[]>
  /** Whether this cadre may know of an item, as the roster has them now; undefined where they are no longer active. */
  knower: (cadreId: CadreId) => Promise<{ unitId: UnitId; mayLearn: (source: Readonly<Record<string, unknown>>) => boolean } | undefined>
  /** How this person is reached; neither where there is no way. */
  reachOf: (person: Person, sent: SentBy) => Promise<Reach>
  /** The tags of those who are told for a household: of each account that a telephone ties to it, or of the household itself. */
  householdTags: (id: HouseholdId) => Promise<readonly string[]>
  /** The head of the ticket with this id, as it is stored, while it is merged into `mainId`; undefined once it goes its own way. */
  stillMerged: (id: TicketId, mainId: TicketId) => Promise<unknown>
  /** What each kind of item does when its deadline falls due: one conditional write, which also moves `wakeAt` on. */
  wake: Readonly<Record<string, ((item: RawItem, now: Instant) => Promise<unknown>) | undefined>>
  /**
   * To whom it goes up that somebody told in this role, and of this unit, has left a notice of the ticket unread; they may read the
   * ticket from then on. Undefined where nobody above may know of it.
   */
  callIn: (ticketId: TicketId, unread: { role: Notice['role']; unitId: UnitId }, now: Instant) => Promise<Addressee | undefined>
  /** Notes that a villager wrote something at which WeChat has to look; once, however often it is said. */
  noteText: (written: { ticketId: string; step: string; at: Instant }) => Promise<void>
  wechat: Pick<Wechat, 'send'>
  /** Sends a text message; missing where the stage has no provider. */
  text?: Sms['text']
  templates: Readonly<Record<Side, string>>
  tag: Tag
  clock: Clock
  log: Log
}
