import * as z from 'zod/mini'

import { Occasion } from '../../contract/notice'
import { CadreId, HouseholdId, UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { TicketId, Urgency } from '../../contract/ticket'

/** Whom a notice is for, before it is known which persons that is. */
export const Addressee = z.discriminatedUnion('to', [
  z.object({ to: z.literal('cadre'), cadreId: CadreId }),
  /** The leader responsible for the village, as a rung of an escalation. */
  z.object({ to: z.literal('leader'), cadreId: CadreId }),
  z.object({ to: z.literal('desk'), unitId: UnitId }),
  z.object({ to: z.literal('inspection'), unitId: UnitId }),
  /** Whoever heads this unit. */
  z.object({ to: z.literal('head'), unitId: UnitId }),
  /** The office people of this unit. */
  z.object({ to: z.literal('office'), unitId: UnitId }),
  /** Whoever sent the item that owes this. */
  z.object({ to: z.literal('sender') }),
  /** Whoever sent another ticket, which was merged into the item that owes this. */
  z.object({ to: z.literal('mergedSender'), ticketId: TicketId }),
  /** Whoever belongs to this household. */
  z.object({ to: z.literal('household'), householdId: HouseholdId }),
])
export type Addressee = z.infer<typeof Addressee>

/** A notice that an item owes; it stands in the item's `outbox` until it has been fanned out. */
export const Owed = z.object({
  /** The step that owes it: with the person it names the notice, so that fanning out twice makes one. */
  step: z.string(),
  to: Addressee,
  occasion: Occasion,
  at: Instant,
  /** How urgent it is; without it the item's own `urgency` counts. */
  urgency: z.optional(Urgency),
  /** Until when its reader has to act, where that is not what the item's own deadlines say. */
  deadline: z.optional(Instant),
})
export type Owed = z.infer<typeof Owed>

/** One debt to each of these addressees. */
export const owe = (step: string, occasion: Occasion, at: Instant, ...to: Addressee[]): Owed[] =>
  to.map((addressee) => ({ step, to: addressee, occasion, at }))
