import type { AccountId } from '../../contract/account'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { OwnTicket, SubmitTicket, TicketId } from '../../contract/ticket'
import type { Caller } from '../platform/bind'
import { change } from '../platform/table'
import { isBarred } from './access'
import type { Deps } from './deps'
import type { Head } from './head'
import { mainsOf } from './merged'
import type { Move } from './moves'
import { persons } from './persons'
import { earlier, type From, send } from './send'
import { take } from './ticket'
import { ownTicket } from './view'

/** What somebody writes down for a sender who has no account; `uploader` has taken the photos that go with it. */
type WrittenDown = Omit<From, 'senderTag' | 'ownerTag'> & { uploader: AccountId }
type Refusal = Problem<'notFound' | 'notInThisState' | 'full' | 'changedReplay'>

/** Tickets as those deal with them who take them down for villagers and are asked how they stand. */
export function ticketDesk(deps: Deps) {
  const { heads, words, numbers, tag, calendar } = deps
  const { staffOf, ownerTag } = persons(deps)
  /** A sender without an account has sent this ticket and nothing else. */
  const senderTag = (id: TicketId) => tag('sender', `ticket-${id}`)

  return {
    /** What was accepted under this input's id already, if it was the same; `also` is what was said beside it. */
    earlier: (input: SubmitTicket, also: unknown) => earlier(input, { senderTag: senderTag(input.id), also }, deps),

    /** Takes the words of a sender without an account. A retry gets the same ticket. */
    send: (input: SubmitTicket, { uploader, ...from }: WrittenDown, now: Instant) =>
      send(input, { ...from, senderTag: senderTag(input.id), ownerTag: ownerTag(uploader) }, deps, now),

    /** The ticket with this number, whoever asks; undefined where none was accepted under it. */
    numbered: async (number: string): Promise<Head | undefined> => {
      const id = await numbers.idOf(number)
      return id && heads.get(id)
    },

    /** Whether this person may not know of the ticket; somebody who is not on the roster any more may not. */
    isHiddenFrom: async (head: Head, caller: Caller): Promise<boolean> => {
      const person = await staffOf(caller, [head])
      return !person || isBarred(head, person)
    },

    /** The ticket as its sender may hear of it, without photos and recordings. */
    heard: async (head: Head): Promise<OwnTicket | undefined> => {
      const [written, mains] = await Promise.all([words.get(head.id), mainsOf(head, heads)])
      return written && ownTicket(head, written, { shown: new Map(), handler: undefined, mains })
    },

    /** Does what the sender says at the desk, as the sender's own step. */
    word: async (
      id: TicketId,
      move: Pick<Move, 'id' | 'action' | 'text' | 'face' | 'takenBy'>,
      now: Instant,
    ): Promise<Head | Refusal | Problem<'changedMeanwhile'>> => {
      const days = await calendar(now)
      const rule = (head: Head) => take(head, { ...move, by: { side: 'sender' }, as: 'sender' }, now, days)
      return change<Head, Refusal>({ read: () => heads.get(id), write: (next, from) => heads.put(next, from, now) }, rule)
    },
  }
}
export type TicketDesk = ReturnType<typeof ticketDesk>
