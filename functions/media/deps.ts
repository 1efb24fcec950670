import type { AccountId } from '../../contract/account'
import type { MediaId } from '../../contract/media'
import { isProblem, type Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { StepId, TicketId } from '../../contract/ticket'
import type { Caller } from '../platform/bind'
import type { Blobs } from '../platform/blobs'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import type { Tag } from '../platform/tag'
import type { Wechat } from '../platform/wechat'
import type { MediaItems } from './store'
import type { TextChecks } from './text-store'

/** What media ask of the rest of the product. */
export type Deps = {
  items: MediaItems
  checks: TextChecks
  blobs: Blobs
  wechat: Pick<Wechat, 'judgeText' | 'askAboutMedia'>
  tag: Tag
  /** Takes one of `most` for today; false if none is left. */
  allow: (id: string, most: number, now: Instant) => Promise<boolean>
  openidOf: (account: AccountId) => Promise<string | undefined>
  /** What was written in this step of the ticket, and the openid of the villager who wrote it, where it was one. */
  textOf: (ticketId: TicketId, step: StepId) => Promise<{ text: string; openid?: string } | undefined>
  /** Marks the ticket for review because of this step or file; again changes nothing. */
  flag: (ticketId: TicketId, because: StepId | MediaId) => Promise<object | Problem>
  /** Whether this caller may know of the ticket now. */
  mayRead: (ticketId: TicketId, caller: Caller) => Promise<boolean>
  clock: Clock
  log: Log
}

/** Marks the ticket for review; rejects where that could not be stored, so that it is tried again. */
export async function mark({ flag }: Pick<Deps, 'flag'>, ticketId: TicketId, because: StepId | MediaId): Promise<void> {
  const answer = await flag(ticketId, because)
  if (isProblem(answer) && answer.problem !== 'notFound') throw new Error('a ticket could not be marked for review')
}
