import * as z from 'zod/mini'

import type { NoticeId, Occasion } from '../../contract/notice'
import { CadreId, HouseholdId, type UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { Kind, TicketId, Urgency } from '../../contract/ticket'
import type { Notice } from './notice'
import { Owed } from './owed'
import { filedUnder, type Person } from './person'
import { unreadFrom } from './unread'

/** What `dispatch` reads of an item that has an outbox: a ticket's head, a request to be tied. */
export const Source = z.object({
  pk: z.string(),
  sk: z.string(),
  id: z.string(),
  version: z.number(),
  outbox: z.array(Owed),
  number: z.optional(z.string()),
  kind: z.optional(Kind),
  urgency: z.optional(Urgency),
  dueAt: z.optional(Instant),
  extendedTo: z.optional(Instant),
  round: z.optional(z.object({ dueAt: Instant })),
  rectification: z.optional(z.object({ dueAt: Instant })),
  respondBy: z.optional(Instant),
  barred: z.optional(z.array(z.string())),
  householdTag: z.optional(z.string()),
  /** The paired cadre, who follows it. */
  cadreId: z.optional(CadreId),
  /** Who sent it: by tag, or by an account whose tag is to be made. */
  senderTag: z.optional(z.string()),
  accountId: z.optional(z.string()),
  /** The household that it is about, where that is told. */
  householdId: z.optional(HouseholdId),
})
export type Source = z.infer<typeof Source>

/** What is read of a ticket that was merged into the one that owes its sender a notice. */
export const Merged = z.object({ id: TicketId, number: z.string(), kind: Kind, senderTag: z.string() })
export type Merged = z.infer<typeof Merged>

/** After these nobody has to do anything by a certain time. */
const withoutDeadline: readonly Occasion[] = [
  ...(['resolved', 'confirmed', 'withdrawn', 'declined', 'merged', 'silentClosed', 'calledBack'] as const),
  ...(['tieAsked', 'tieConfirmed', 'tieRefused'] as const),
]

function deadlineFor(source: Source, { to, occasion, deadline }: Owed): Instant | undefined {
  if (deadline) return deadline
  if (withoutDeadline.includes(occasion)) return undefined
  const { dueAt, extendedTo, round, respondBy, rectification } = source
  const isSender = to.to === 'sender' || to.to === 'mergedSender'
  // The ticket's own time is over; what is owed now is to be made good, or called back about, by then.
  if (rectification) return isSender ? undefined : rectification.dueAt
  const whole = round?.dueAt ?? extendedTo ?? dueAt
  return isSender ? whole : (respondBy ?? whole)
}

const ticketOf = ({ id, number, kind }: Pick<Source, 'id' | 'number' | 'kind'>) =>
  number ? { ticketId: TicketId.parse(id), number, kind } : {}

/** Whom a notice is made for, and what is known of them: the unit in whose name they are told, the merged ticket that is theirs. */
export type Told = { person: Person; unitId?: UnitId; merged?: Merged }

/** The notice that `owed` is to this person. It takes number, kind and deadline from the item, never words. */
export function noticeTo({ person, unitId, merged }: Told, id: NoticeId, owed: Owed, source: Source): Notice {
  const { barred, householdTag, cadreId: follows } = source
  const staff = 'cadreId' in person && { cadreId: person.cadreId, unitId, barred, householdTag, follows }
  return {
    id,
    version: 1,
    addressee: filedUnder(person),
    role: owed.to.to,
    ...staff,
    sourceId: source.id,
    source: { pk: source.pk, sk: source.sk },
    step: owed.step,
    occasion: owed.occasion,
    ...ticketOf(merged ?? source),
    urgency: owed.urgency ?? source.urgency,
    deadline: deadlineFor(source, owed),
    at: owed.at,
    state: 'pending',
    wechat: { state: 'none', tries: 0 },
    sms: { state: 'none', tries: 0, unsure: 0 },
    unreadAt: source.number ? unreadFrom(owed) : undefined,
  }
}
