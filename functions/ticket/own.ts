import type { AccountId } from '../../contract/account'
import type { HouseholdId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { OwnTicket, SubmitTicket, TicketId } from '../../contract/ticket'
import { change } from '../platform/table'
import type { Deps } from './deps'
import type { Head } from './head'
import { mainsOf } from './merged'
import type { Move } from './moves'
import type { Persons } from './persons'
import { send } from './send'
import { shownOf } from './shown'
import { take } from './ticket'
import { ownTicket } from './view'

const hidden = { problem: 'notFound' } as const
type Refusal = Problem<'notFound' | 'notInThisState' | 'full' | 'changedReplay'>

/** What senders do with their tickets. */
export function ownTickets(deps: Deps, { senderTag, ownerTag }: Persons) {
  const { heads, words, media, roster, calendar } = deps

  async function handlerOf(head: Head): Promise<OwnTicket['handler']> {
    if (head.cadreId && head.kind !== 'complaint') return roster.cadrePhone(head.cadreId)
    return roster.unit(head.deskId ?? head.inspectionId)
  }

  async function shown(head: Head | undefined, accountId: AccountId): Promise<OwnTicket | Problem<'notFound'>> {
    if (head?.senderTag !== senderTag(accountId)) return hidden
    const mains = await mainsOf(head, heads)
    const [written, handler, seen] = await Promise.all([words.get(head.id), handlerOf(head), shownOf(deps, head, ...mains)])
    return written ? ownTicket(head, written, { shown: seen, handler, mains }) : hidden
  }

  return {
    /** The ticket with this id, if this account sent it. */
    get: async (id: TicketId, accountId: AccountId) => shown(await heads.get(id), accountId),

    /** Takes what the mini-program sends for its household. */
    submit: async (input: SubmitTicket, accountId: AccountId, householdId: HouseholdId, now: Instant) => {
      const [responsible, phone] = await Promise.all([roster.responsibleFor(householdId), deps.phoneOf(accountId)])
      if (!responsible) return hidden
      const sender = { accountId, householdId, name: responsible.headName, phone, place: responsible.place }
      const tags = { senderTag: senderTag(accountId), ownerTag: ownerTag(accountId) }
      return send(input, { channel: 'app', ...tags, sender, responsible }, deps, now)
    },

    /** Does a sender's step. */
    take: async (id: TicketId, accountId: AccountId, move: Omit<Move, 'by' | 'as'>, now: Instant) => {
      const mine = senderTag(accountId)
      const days = await calendar(now)
      const rule = (head: Head) =>
        head.senderTag === mine ? take(head, { ...move, by: { side: 'sender' }, as: 'sender' }, now, days) : hidden
      const head = await change<Head, Refusal>({ read: () => heads.get(id), write: (next, from) => heads.put(next, from, now) }, rule)
      if ('problem' in head) return head
      // After the step: only a sender's own step makes photos part of the ticket, and repeating it does so again.
      if (move.media?.length) await media.bind(move.media, id, ownerTag(accountId))
      return shown(head, accountId)
    },
  }
}
