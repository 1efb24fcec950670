import * as z from 'zod/mini'

import { MediaRef } from '../../contract/media'
import { CadreId, UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { Category, Channel, Face, Kind, Rectification, State, StepId, steps, TicketId, TicketNumber, Urgency } from '../../contract/ticket'
import { Addressee, Owed } from '../notice/owed'

/** Who did a step: the side they were on, and the words by which both sides may call them. */
export const Actor = z.discriminatedUnion('side', [
  z.object({ side: z.literal('sender') }),
  z.object({ side: z.literal('staff'), cadreId: CadreId, name: z.string() }),
  z.object({ side: z.literal('clock') }),
])
export type Actor = z.infer<typeof Actor>

export const Entry = z.object({
  id: StepId,
  at: Instant,
  step: z.enum(steps),
  by: Actor,
  text: z.optional(z.string()),
  to: z.optional(z.string()),
  face: z.optional(Face),
  media: z.optional(z.array(MediaRef)),
})
export type Entry = z.infer<typeof Entry>

/** The rungs above the unit to which a breach is escalated, lowest first; those in conflict are left out. */
export const Rungs = z.object({ leaderId: z.optional(CadreId), officeId: z.optional(UnitId), cityId: z.optional(UnitId) })
export type Rungs = z.infer<typeof Rungs>
const rungs = ['head', 'leader', 'office', 'city'] as const
export type Rung = (typeof rungs)[number]

const Unit = z.object({ id: UnitId, name: z.string() })
export type Unit = z.infer<typeof Unit>

/**
 * A ticket's head: its state, its whole timeline and the notices that it owes, in one item. It names its sender only by
 * `senderTag`, and holds no word of a complaint.
 */
export const Head = z.object({
  id: TicketId,
  number: TicketNumber,
  version: z.number(),
  kind: Kind,
  category: Category,
  urgency: Urgency,
  channel: Channel,
  state: State,
  confidential: z.boolean(),
  title: z.optional(z.string()),
  place: z.optional(z.string()),
  aboutName: z.optional(z.string()),
  /** The cadres and units who may not learn of it. */
  barred: z.array(z.string()),
  /** For complaints: the tag of the sender's household, whose cadre of the day may not learn of it either. */
  householdTag: z.optional(z.string()),
  /** The paired cadre, if the ticket is theirs to follow. */
  cadreId: z.optional(CadreId),
  /** The unit whose desk handles it. */
  deskId: z.optional(UnitId),
  deskName: z.optional(z.string()),
  /** The inspection unit that decides what only inspection may. */
  inspectionId: UnitId,
  /** Whether it stands in inspection's list: complaints do, others once something is to be decided or was escalated so far. */
  watched: z.boolean(),
  rungs: Rungs,
  /** The rungs that it has been escalated to. */
  raised: z.array(z.enum(rungs)),
  /** The rungs that the present clock has passed over: nobody stood on them who may know of it. */
  passed: z.optional(z.array(z.enum(rungs))),
  /** Those who were called in before it was late, and may read it from then on. */
  called: z.optional(z.array(Addressee)),
  senderTag: z.string(),
  submittedAt: Instant,
  dueAt: Instant,
  respondBy: z.optional(Instant),
  /** A reopened ticket's own clock; `n` counts the reopenings. */
  round: z.optional(z.object({ n: z.number(), from: Instant, dueAt: Instant })),
  extendedTo: z.optional(Instant),
  /** What the desk asks of inspection: until when, and what the villager is told meanwhile. Kept when it was decided. */
  extension: z.optional(
    z.object({ until: Instant, text: z.string(), state: z.enum(['asked', 'granted', 'refused']), grantedAt: z.optional(Instant) }),
  ),
  waitingUntil: z.optional(Instant),
  /** The unit that is asked to take it over; `called`: its head as well, because its desk did not look. */
  offer: z.optional(z.object({ ...Unit.shape, from: z.string(), text: z.string(), called: z.optional(z.boolean()) })),
  appealed: z.optional(z.boolean()),
  mergedInto: z.optional(z.object({ id: TicketId, number: TicketNumber })),
  merged: z.array(z.object({ id: TicketId, number: TicketNumber, at: Instant })),
  resolvedAt: z.optional(Instant),
  rectification: z.optional(Rectification),
  /** WeChat's content check has marked it. */
  flagged: z.optional(z.boolean()),
  timeline: z.array(Entry),
  outbox: z.array(Owed),
  /** The next instant at which the clock has something to do. */
  wakeAt: z.optional(Instant),
})
export type Head = z.infer<typeof Head>
