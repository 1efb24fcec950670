import type { AccountId, TieBy } from '../../contract/account'
import type { ProblemsOf } from '../../contract/client'
import type { CadreId, HouseholdId, UnitId, VillageId } from '../../contract/pairing'
import type { Problem, ProblemName } from '../../contract/problem'
import type { Input, Instant, Reply, Role, Route, RouteKey } from '../../contract/route'
import type * as z from 'zod/mini'

/** Whom a request comes from: the session's account and what the roster grants it at this moment. */
export type Caller = {
  accountId: AccountId
  roles: readonly Role[]
  household?: { id: HouseholdId; villageId: VillageId; tie: z.infer<typeof TieBy> }
  /** The sign-in by which a desktop calls; missing for a phone. */
  desktop?: string
  /** `unitIds` are all units that they belong to: the own one first, those above it, and those of further postings. */
  staff?: { cadreId: CadreId; unitId: UnitId; unitIds: readonly UnitId[]; unitName: string; name: string }
}

type Who<R extends Route> = 'anyone' extends R['roles'][number] ? { caller?: Caller } : { caller: Caller }
export type Handler<R extends Route> = (
  request: Input<R> & Who<R> & { now: Instant },
) => Promise<Reply<R> | Problem<ProblemsOf<R> & ProblemName>>

/** A route of the contract with the function that answers it. */
export type Bound = { key: RouteKey; route: Route; handle: (request: never) => Promise<unknown> }

/** Binds every route of a feature's table to its handler; one that is missing or does not belong there does not compile. */
export function bind<const Table extends Record<RouteKey, Route>>(
  table: Table,
  handlers: { [Key in keyof Table & RouteKey]: Handler<Table[Key]> },
): Bound[] {
  return (Object.keys(table) as (keyof Table & RouteKey)[]).map((key) => ({ key, route: table[key]!, handle: handlers[key] }))
}
