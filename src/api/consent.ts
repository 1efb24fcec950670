import * as z from 'zod/mini'

import { grantsEnough, GrantsLeft, type Side } from '../../contract/notice'

/** What this phone knows of consent: what is left by the server's count, and on which day the person last refused. */
export const Known = z.object({
  left: z.optional(GrantsLeft),
  refusedOn: z.optional(z.partialRecord(z.enum(['villager', 'staff']), z.string())),
})
export type Known = z.infer<typeof Known>

/** Whether to ask for one more message now: only where few are left, and not again on a day on which the person said no. */
export function mayAsk({ left, refusedOn }: Known, side: Side, today: string): boolean {
  if (refusedOn?.[side] === today) return false
  return left === undefined || left[side] < grantsEnough[side]
}
