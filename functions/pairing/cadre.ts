import * as z from 'zod/mini'

import { StaffRole } from '../../contract/account'
import { CadreId, UnitId } from '../../contract/pairing'

/** A person of the roster. `duties` are the rights that the roster grants, as long as the person is `active`. */
export const Cadre = z.object({
  id: CadreId,
  version: z.number(),
  code: z.string(),
  name: z.string(),
  unitId: UnitId,
  post: z.string(),
  phone: z.string(),
  serviceItems: z.array(z.string()),
  commitment: z.string(),
  duties: z.array(StaffRole),
  active: z.boolean(),
})
export type Cadre = z.infer<typeof Cadre>

/** A person as a unit's list of people shows them. */
export const CadreLine = z.pick(Cadre, { id: true, code: true, name: true, unitId: true, duties: true, active: true })
export type CadreLine = z.infer<typeof CadreLine>
