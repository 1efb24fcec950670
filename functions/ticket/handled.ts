import type { UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { StepId, TicketId } from '../../contract/ticket'
import type { Calendar } from '../calendar/calendar'
import type { Caller } from '../platform/bind'
import { change } from '../platform/table'
import { capacity, type Staff } from './access'
import type { Deps } from './deps'
import type { Actor, Head } from './head'
import type { Hand, Move } from './moves'
import { actorOf, handOf, type Persons, type Seen } from './persons'
import { shownOf } from './shown'
import { hand, handledIt, mayMerge, take, takeIn } from './ticket'
import { letter } from './view'

const hidden = { problem: 'notFound' } as const

/** What a person does, before it is known in which capacity. */
type Doing = Omit<Move, 'by' | 'as'>
type Refusal = Problem<'notInThisState' | 'full' | 'changedReplay'>
type Who = { by: Actor; as: Hand; person: Staff }
/** Decides what becomes of a ticket for somebody who handles it. */
type Rule<R extends Problem> = (head: Head, who: Who, calendar: Calendar) => Head | R

/** What staff do with the tickets that they may know of; all else is hidden from them. */
export function handledTickets(deps: Deps, { staffOf, seen, ownerTag }: Persons) {
  const { heads, words, numbers, reads, media, roster, calendar } = deps

  const changed = <R extends Problem>(id: TicketId, rule: (head: Head) => Head | R, now: Instant) =>
    change<Head, R>({ read: () => heads.get(id), write: (next, from) => heads.put(next, from, now) }, rule)

  async function shown({ head, as }: Seen) {
    const watching = as === 'inspection'
    const [written, sender, attached, notices, senderReads] = await Promise.all([
      words.get(head.id),
      head.confidential ? undefined : words.sender(head.id),
      shownOf(deps, head),
      watching ? deps.noticesOf(head.id) : undefined,
      watching && head.confidential ? reads.of(head.id) : undefined,
    ])
    return written ? letter(head, written, as, { shown: attached, sender, notices, senderReads }) : hidden
  }

  async function get(id: TicketId, caller: Caller) {
    const found = await seen(id, caller)
    return found ? shown(found) : hidden
  }

  /** Changes the ticket by `rule` in the capacity that the caller has at the moment of the write. */
  async function act<R extends Problem>(
    id: TicketId,
    caller: Caller,
    rule: Rule<R>,
    now: Instant,
  ): Promise<Seen | R | Problem<'notAllowed' | 'notFound' | 'changedMeanwhile'>> {
    const [person, days] = await Promise.all([staffOf(caller, 'all'), calendar(now)])
    if (!person) return hidden
    const guarded = (head: Head): Head | R | Problem<'notAllowed' | 'notFound'> => {
      const as = capacity(head, person)
      const own = as && handOf(as)
      if (!as) return hidden
      return own ? rule(head, { by: actorOf(person, caller, as), as: own, person }, days) : { problem: 'notAllowed' }
    }
    const head = await changed<R | Problem<'notAllowed' | 'notFound'>>(id, guarded, now)
    if ('problem' in head) return head
    // Whoever has given it away sees the last of it here.
    return { head, person, as: capacity(head, person) ?? 'offered' }
  }

  async function acted<R extends Problem>(id: TicketId, caller: Caller, rule: Rule<R>, now: Instant) {
    const after = await act(id, caller, rule, now)
    return 'problem' in after ? after : shown(after)
  }

  const taken =
    (doing: Doing, now: Instant): Rule<Refusal> =>
    (head, who, days) =>
      take(head, { ...doing, ...who }, now, days)

  return {
    get,

    /** Does one step of the state machine. */
    take: async (id: TicketId, caller: Caller, doing: Doing, now: Instant) => {
      const after = await act(id, caller, taken(doing, now), now)
      if ('problem' in after) return after
      if (doing.media?.length) await media.bind(doing.media, id, ownerTag(caller.accountId))
      return shown(after)
    },

    /** Leaves it with the unit that offers it. Whoever has may not read it any more, so that a retry finds its own step instead. */
    refuseOffer: async (id: TicketId, caller: Caller, { id: step, text }: { id: StepId; text: string }, now: Instant) => {
      const after = await act(id, caller, taken({ action: 'refuseOffer', id: step, text }, now), now)
      if (!('problem' in after)) return {}
      if (after.problem !== 'notFound') return after
      const isOwn = ({ id: done, by, text: said }: Head['timeline'][number]) =>
        done === step && said === text && by.side === 'staff' && by.cadreId === caller.staff?.cadreId
      return (await heads.get(id))?.timeline.some(isOwn) ? {} : after
    },

    /** Assigns or offers it to another unit. */
    hand: async (id: TicketId, caller: Caller, doing: Doing & { action: 'assign' | 'offer' }, unitId: UnitId, now: Instant) => {
      const desk = await roster.unit(unitId)
      if (!desk) return { problem: 'unitUnknown' } as const
      return acted<Refusal | Problem<'unitInConflict'>>(
        id,
        caller,
        (head, who, days) => hand(head, desk, { ...doing, ...who }, now, days),
        now,
      )
    },

    callBack: (id: TicketId, caller: Caller, doing: { id: StepId; text: string }, now: Instant) =>
      acted<Refusal | Problem<'callerHandledIt'>>(
        id,
        caller,
        (head, who, days) =>
          handledIt(head, who) ? { problem: 'callerHandledIt' } : take(head, { action: 'callBack', ...doing, ...who }, now, days),
        now,
      ),

    /** Closes it as a duplicate of the ticket with this number. */
    merge: async (id: TicketId, caller: Caller, { id: step, into }: { id: StepId; into: string }, now: Instant) => {
      const [found, main] = await Promise.all([seen(id, caller), numbers.idOf(into).then((mainId) => seen(mainId, caller))])
      if (!found) return hidden
      if (!main) return { problem: 'numberUnknown' } as const
      const { head: duplicate, person, as } = found
      const own = handOf(as)
      if (!own) return { problem: 'notAllowed' } as const
      const allowed = duplicate.timeline.some((entry) => entry.id === step) || mayMerge(duplicate, main.head)
      if (typeof allowed === 'object') return allowed
      const by = actorOf(person, caller, as)
      const move: Move = { id: step, action: 'merge', by, as: own, into: { id: main.head.id, number: main.head.number } }
      const days = await calendar(now)
      const tried = take(duplicate, move, now, days)
      if ('problem' in tried) return tried
      // The one that goes on first: the sender of the duplicate then hears of the matter without a gap.
      const onward = await changed<Problem<'notSameMatter' | 'unitInConflict'>>(
        main.head.id,
        (head) => {
          const still = head.timeline.some((entry) => entry.id === step) || mayMerge(duplicate, head)
          return still === true ? takeIn(head, duplicate, move, now) : still
        },
        now,
      )
      if ('problem' in onward) return onward
      return acted<Refusal>(id, caller, (head, who, days) => take(head, { ...move, ...who }, now, days), now)
    },

    /** Who sent a confidential complaint. The read is kept before the sender is read. */
    reveal: async (id: TicketId, caller: Caller, { step, reason }: { step: StepId; reason: string }, now: Instant) => {
      const found = await seen(id, caller)
      if (!found || (found.as !== 'inspection' && found.as !== 'desk')) return hidden
      const { head, person } = found
      // Where the sender is shown with the ticket, there is nothing to watch over.
      if (!head.confidential) return (await words.sender(head.id)) ?? hidden
      const by = `${caller.staff?.unitName} ${caller.staff?.name}`
      const read = { ticketId: head.id, number: head.number, at: now, by, reason, step, cadreId: person.cadreId }
      const kept = await reads.keep(read, head.inspectionId)
      if (kept.reason !== reason || kept.cadreId !== person.cadreId) return { problem: 'changedReplay' } as const
      return (await words.sender(head.id)) ?? hidden
    },

    /** The units that it may be assigned or offered to: none that it is about, nor one below that. */
    desks: async (id: TicketId, caller: Caller) => {
      const found = await seen(id, caller)
      if (!found || (found.as !== 'inspection' && found.as !== 'desk')) return hidden
      const { head, person } = found
      const all = await roster.desksOf(found.as === 'inspection' ? head.inspectionId : person.unitId)
      return {
        items: all.filter(
          ({ id: unitId, unitIds }) => unitId !== head.deskId && ![unitId, ...unitIds].some((one) => head.barred.includes(one)),
        ),
      }
    },
  }
}
