import * as z from 'zod/mini'

import { Occasion } from '../../contract/notice'
import { CadreId, UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'

/** Whom a notice is for, before it is known which persons that is. */
export const Addressee = z.discriminatedUnion('to', [
  z.object({ to: z.literal('cadre'), cadreId: CadreId }),
  z.object({ to: z.literal('desk'), unitId: UnitId }),
  z.object({ to: z.literal('inspection'), unitId: UnitId }),
  /** Whoever sent the item that owes this. */
  z.object({ to: z.literal('sender') }),
])
export type Addressee = z.infer<typeof Addressee>

/** A notice that an item owes; it stands in the item's `outbox` until it has been fanned out. */
export const Owed = z.object({
  /** The step that owes it: with the person it names the notice, so that fanning out twice makes one. */
  step: z.string(),
  to: Addressee,
  occasion: Occasion,
  at: Instant,
})
export type Owed = z.infer<typeof Owed>

/** One debt to each of these addressees. */
export const owe = (step: string, occasion: Occasion, at: Instant, ...to: Addressee[]): Owed[] =>
  to.map((addressee) => ({ step, to: addressee, occasion, at }))
