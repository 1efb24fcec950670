import * as z from 'zod/mini'

import { AccountId, TieRequestId } from '../../contract/account'
import { CadreId, HouseholdId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { Owed, owe } from '../notice/owed'

/** Somebody whose telephone is not on the roll asks the household's cadre to say that they belong to it. */
export const StoredRequest = z.object({
  id: TieRequestId,
  version: z.number(),
  accountId: AccountId,
  householdId: HouseholdId,
  cadreId: CadreId,
  name: z.string(),
  at: Instant,
  state: z.enum(['waiting', 'confirmed', 'refused']),
  outbox: z.array(Owed),
})
export type StoredRequest = z.infer<typeof StoredRequest>

type Asked = Pick<StoredRequest, 'id' | 'accountId' | 'householdId' | 'cadreId' | 'name'>

/** A request that waits for its cadre, who is told. */
export const ask = (asked: Asked, now: Instant): StoredRequest => ({
  ...asked,
  version: 1,
  at: now,
  state: 'waiting',
  outbox: owe(asked.id, 'tieAsked', now, { to: 'cadre', cadreId: asked.cadreId }),
})

/** The request with the cadre's answer, which the one who asked is told; the same answer again changes nothing. */
export function answer(request: StoredRequest, confirm: boolean, now: Instant): StoredRequest | Problem<'alreadyAnswered'> {
  const state = confirm ? 'confirmed' : 'refused'
  if (request.state === state) return request
  if (request.state !== 'waiting') return { problem: 'alreadyAnswered' }
  return {
    ...request,
    state,
    outbox: [...request.outbox, ...owe(request.id + state, confirm ? 'tieConfirmed' : 'tieRefused', now, { to: 'sender' })],
  }
}
