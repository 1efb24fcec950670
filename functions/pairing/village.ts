import * as z from 'zod/mini'

import { CadreId, UnitId, VillageId } from '../../contract/pairing'

/** A village, its groups, and the units that have to do with it. */
export const Village = z.object({
  id: VillageId,
  version: z.number(),
  code: z.string(),
  name: z.string(),
  county: z.string(),
  township: z.string(),
  groups: z.array(z.string()),
  /** The cadres' work group that serves it. */
  workGroup: z.optional(z.string()),
  liaisonUnitIds: z.array(UnitId),
  serviceUnitIds: z.array(UnitId),
  /** The township office, which answers where no cadre does. */
  officeUnitId: UnitId,
  inspectionUnitId: UnitId,
  /** Who is responsible for the village, and the county's office and the city's inspection above it: to whom a breach goes up. */
  leaderId: z.optional(CadreId),
  countyUnitId: z.optional(UnitId),
  cityUnitId: z.optional(UnitId),
})
export type Village = z.infer<typeof Village>

/** A village as a list shows it. */
export const VillageLine = z.pick(Village, { id: true, code: true, name: true })
export type VillageLine = z.infer<typeof VillageLine>
