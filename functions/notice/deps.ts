import type { CadreId, UnitId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import type { TicketId } from '../../contract/ticket'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import type { Outbox, RawItem } from '../platform/outbox'
import type { Tag } from '../platform/tag'
import type { Wechat } from '../platform/wechat'
import type { Person } from './person'
import type { Notices } from './store'

/** What telling people needs of the rest of the product. Each is asked at the moment of telling. */
export type DispatchDeps = {
  outbox: Outbox
  notices: Notices
  /** The active staff of a unit with this duty. */
  staffOf: (unitId: UnitId, duty: 'desk' | 'inspection' | 'head' | 'office') => Promise<readonly CadreId[]>
  /** Whether this cadre is active and may know of the item. */
  mayLearn: (source: RawItem, cadreId: CadreId) => Promise<boolean>
  /** The openids under which this person uses the mini-program, the one to try first in front; none if there is no account. */
  openidsOf: (person: Person, source: RawItem) => Promise<readonly string[]>
  /** The head of the ticket with this id, as it is stored. */
  ticketAt: (id: TicketId) => Promise<unknown>
  /** What each kind of item does when its deadline falls due: one conditional write, which also moves `wakeAt` on. */
  wake: Readonly<Record<string, ((item: RawItem, now: Instant) => Promise<unknown>) | undefined>>
  wechat: Pick<Wechat, 'send'>
  templates: { villager: string; staff: string }
  tag: Tag
  clock: Clock
  log: Log
}
