import * as z from 'zod/mini'

import { AccountId } from '../../../contract/account'

/** The second person, as what they have begun remembers them. */
export const Partner = z.object({ accountId: AccountId, name: z.string() })
export type Partner = z.infer<typeof Partner>
