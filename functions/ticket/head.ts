import * as z from 'zod/mini'

import { CadreId, UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { Face, Kind, State, StepId, steps, TicketId, TicketNumber } from '../../contract/ticket'
import { Owed } from '../notice/owed'

/** Who did a step: the side they were on, and the words by which both sides may call them. */
export const Actor = z.discriminatedUnion('side', [
  z.object({ side: z.literal('sender') }),
  z.object({ side: z.literal('staff'), cadreId: CadreId, name: z.string() }),
])
export type Actor = z.infer<typeof Actor>

export const Entry = z.object({
  id: StepId,
  at: Instant,
  step: z.enum(steps),
  by: Actor,
  text: z.optional(z.string()),
  face: z.optional(Face),
})
export type Entry = z.infer<typeof Entry>

/**
 * A ticket's head: its state, its whole timeline and the notices that it owes, in one item. It names its sender only by
 * `senderTag`, and holds no word of a complaint.
 */
export const Head = z.object({
  id: TicketId,
  number: TicketNumber,
  version: z.number(),
  kind: Kind,
  state: State,
  confidential: z.boolean(),
  title: z.optional(z.string()),
  place: z.optional(z.string()),
  aboutName: z.optional(z.string()),
  /** The cadres and units who may not learn of it. */
  barred: z.array(z.string()),
  /** The paired cadre, if the ticket is theirs to follow. */
  cadreId: z.optional(CadreId),
  /** The unit whose desk handles it. */
  deskId: z.optional(UnitId),
  deskName: z.optional(z.string()),
  /** For complaints: the inspection unit that watches it. */
  inspectionId: z.optional(UnitId),
  senderTag: z.string(),
  submittedAt: Instant,
  dueAt: Instant,
  respondBy: z.optional(Instant),
  timeline: z.array(Entry),
  outbox: z.array(Owed),
})
export type Head = z.infer<typeof Head>
