import * as z from 'zod/mini'

import type { NoticeId, Occasion } from '../../contract/notice'
import { Instant } from '../../contract/route'
import { Kind, TicketId } from '../../contract/ticket'
import type { Notice } from './notice'
import { Owed } from './owed'
import { filedUnder, type Person } from './person'

/** What `dispatch` reads of an item that has an outbox: a ticket's head, a request to be tied. */
export const Source = z.object({
  pk: z.string(),
  sk: z.string(),
  id: z.string(),
  version: z.number(),
  outbox: z.array(Owed),
  number: z.optional(z.string()),
  kind: z.optional(Kind),
  dueAt: z.optional(Instant),
  respondBy: z.optional(Instant),
  barred: z.optional(z.array(z.string())),
  /** Who sent it: by tag, or by an account whose tag is to be made. */
  senderTag: z.optional(z.string()),
  accountId: z.optional(z.string()),
})
export type Source = z.infer<typeof Source>

/** What is read of a ticket that was merged into the one that owes its sender a notice. */
export const Merged = z.object({ id: TicketId, number: z.string(), kind: Kind, senderTag: z.string() })

/** After these nobody has to do anything by a certain time. */
const withoutDeadline: readonly Occasion[] = [
  ...(['resolved', 'confirmed', 'withdrawn', 'declined', 'merged', 'silentClosed', 'rectified', 'calledBack'] as const),
  ...(['tieAsked', 'tieConfirmed', 'tieRefused'] as const),
]

function deadlineFor({ dueAt, respondBy }: Source, { to, occasion }: Owed): Instant | undefined {
  if (withoutDeadline.includes(occasion)) return undefined
  return to.to === 'sender' ? dueAt : (respondBy ?? dueAt)
}

/** The notice that `owed` is to this person. It takes number, kind and deadline from the item, never words. */
export function noticeTo(person: Person, id: NoticeId, owed: Owed, source: Source): Notice {
  const staff = 'cadreId' in person
  const ticket = source.number ? { ticketId: TicketId.parse(source.id), number: source.number, kind: source.kind } : {}
  return {
    id,
    version: 1,
    addressee: filedUnder(person),
    role: owed.to.to,
    ...(staff && { cadreId: person.cadreId, barred: source.barred }),
    sourceId: source.id,
    source: { pk: source.pk, sk: source.sk },
    occasion: owed.occasion,
    ...ticket,
    deadline: deadlineFor(source, owed),
    at: owed.at,
    state: 'pending',
    tries: 0,
    owedAt: owed.at,
  }
}
