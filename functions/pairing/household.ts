import * as z from 'zod/mini'

import { CadreId, Category, HouseholdId, UnitId, VillageId } from '../../contract/pairing'
import { Instant } from '../../contract/route'

/** Who said that this cadre leads: a lead that was changed in the app is not the spreadsheet's to change back. */
const Source = z.enum(['roster', 'app'])

/** The one cadre who answers for a household. `unitId` stands beside it so that a card is read in two round trips. */
export const Lead = z.object({ cadreId: CadreId, unitId: UnitId, since: Instant, source: Source })
export type Lead = z.infer<typeof Lead>

/** The household's service card: `code` proves that one holds it, `serial` is only what is printed. */
const Card = z.object({ code: z.string(), serial: z.string(), version: z.number() })

/** A household on the roll, with everything that must hold together about its pairing. */
export const Household = z.object({
  id: HouseholdId,
  version: z.number(),
  /** The office's own number for it, by which a row of the spreadsheet finds it. */
  code: z.string(),
  headName: z.string(),
  villageId: VillageId,
  group: z.string(),
  category: Category,
  phones: z.array(z.string()),
  members: z.optional(z.number()),
  card: Card,
  lead: z.optional(Lead),
  helpers: z.array(CadreId),
  history: z.array(z.object({ ...Lead.shape, until: Instant })),
  visits: z.optional(z.object({ year: z.number(), count: z.number() })),
  lastVisitAt: z.optional(Instant),
  /** Since when it is known that nobody answers for this household. */
  gap: z.optional(z.object({ seenAt: Instant })),
})
export type Household = z.infer<typeof Household>

/** A household as its lead's list shows it; of its card the printed serial alone, by which the desk looks for it. */
export const HouseholdLine = z.object({
  ...z.pick(Household, {
    id: true,
    code: true,
    headName: true,
    villageId: true,
    group: true,
    category: true,
    phones: true,
    lastVisitAt: true,
  }).shape,
  card: z.optional(z.pick(Card, { serial: true })),
})
export type HouseholdLine = z.infer<typeof HouseholdLine>
