import * as z from 'zod/mini'

import { AccountId, TieBy, TieRequestId } from '../../contract/account'
import { CadreId, HouseholdId, VillageId } from '../../contract/pairing'
import { Instant } from '../../contract/route'

const Tie = z.object({ householdId: HouseholdId, villageId: VillageId, by: TieBy, at: Instant })
export type Tie = z.infer<typeof Tie>

/** A WeChat account as it is known here. Roles are not in it: they follow from the roster. */
export const Account = z.object({
  id: AccountId,
  version: z.number(),
  openid: z.string(),
  tie: z.optional(Tie),
  /** The number that was proven, for the cadre to call back. */
  phone: z.optional(z.string()),
  cadreId: z.optional(CadreId),
  /** A request to be tied that a cadre has not answered yet. */
  asked: z.optional(z.object({ id: TieRequestId, at: Instant })),
})
export type Account = z.infer<typeof Account>

/** An account seen for the first time. */
export const newAccount = (id: AccountId, openid: string): Account => ({ id, version: 1, openid })

/** The account tied to a household. A tie proven by telephone is never weakened by a later confirmation for the same household. */
export function tieTo(account: Account, tie: Tie, phone?: string): Account {
  const proven = account.tie?.householdId === tie.householdId && account.tie.by === 'phone'
  if (proven && tie.by === 'confirmed') return { ...account, asked: undefined }
  return { ...account, tie, asked: undefined, ...(phone && { phone }) }
}

/** The account recognised as the cadre whose number it proved. */
export const recogniseStaff = (account: Account, cadreId: CadreId): Account =>
  account.cadreId === cadreId ? account : { ...account, cadreId }

/** The account that waits for an answer to this request; the one it asked last is the one that counts. */
export const askFor = (account: Account, id: TieRequestId, at: Instant): Account =>
  account.asked?.id === id ? account : { ...account, asked: { id, at } }

/** Nothing is asked any more; for a request that the cadre refused. */
export const askedNoMore = (account: Account): Account => (account.asked ? { ...account, asked: undefined } : account)
