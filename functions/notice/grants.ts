import * as z from 'zod/mini'

import { AccountId } from '../../contract/account'
import { GRANTS_MOST, type GrantsLeft, GrantId, type ReportGrants, sides, type Side } from '../../contract/notice'

/** Reports whose ids are remembered: a phone repeats the one that it is unsure of, not one of last year. */
const REMEMBERED = 20

/** How many messages an account may still be sent by each template, as its phones and WeChat's answers say. */
export const Grants = z.object({
  accountId: AccountId,
  version: z.number(),
  villager: z.number(),
  staff: z.number(),
  /** The reports counted last. */
  reports: z.array(GrantId),
})
export type Grants = z.infer<typeof Grants>

export const noGrants = (accountId: AccountId): Grants => ({ accountId, version: 0, villager: 0, staff: 0, reports: [] })

export const leftOf = ({ villager, staff }: Grants): GrantsLeft => ({ villager, staff })

/** The ledger after a report: one more for each template that was agreed to; itself if the report was counted before. */
export function reported(grants: Grants, { id, verdicts }: z.infer<typeof ReportGrants>): Grants {
  if (grants.reports.includes(id)) return grants
  const counted = Object.fromEntries(
    sides.map((side) => [side, Math.min(grants[side] + (verdicts[side] === 'accept' ? 1 : 0), GRANTS_MOST)]),
  ) as Record<Side, number>
  return { ...grants, ...counted, reports: [...grants.reports, id].slice(-REMEMBERED) }
}
