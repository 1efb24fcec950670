import * as z from 'zod/mini'

import { nextDigest } from '../../ballot/digests'
import { Instant } from '../../contract/route'
import { CampaignId, Receipt, StratumId, surveyLimits } from '../../contract/survey'

/** The digests of a campaign make a chain: each is taken over the one before and the receipts that are new since. */
export const DigestRecord = z.object({
  campaignId: CampaignId,
  n: z.number(),
  at: Instant,
  digest: Receipt,
  /** How many receipts it took in of each stratum, sorted by id. */
  strata: z.array(z.object({ id: StratumId, receipts: z.number() })),
  /** Whether the casts had ended: nothing follows. */
  last: z.boolean(),
  /** Of the last one: how many paper sheets of each stratum had been voided. */
  voided: z.optional(z.array(z.object({ id: StratumId, sheets: z.number() }))),
})
export type DigestRecord = z.infer<typeof DigestRecord>

/** Receipts by stratum. */
export type Receipts = ReadonlyMap<StratumId, ReadonlySet<string>>
export type NewDigest = { record: DigestRecord; receipts: Map<StratumId, string[]> }

type Facts = { campaignId: CampaignId; before: DigestRecord | undefined; taken: Receipts; found: Receipts; last: boolean }

/**
 * The next digest over the receipts `found` that are not `taken` yet; undefined where there is nothing for it. A stratum is taken in
 * only with ten new ballots, so that nobody can watch one voter's receipt come; the last digest takes all the rest.
 */
export function followingDigest({ campaignId, before, taken, found, last }: Facts, now: Instant): NewDigest | undefined {
  const receipts = new Map<StratumId, string[]>()
  for (const [id, all] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fresh = [...all].filter((receipt) => !taken.get(id)?.has(receipt)).sort()
    if (fresh.length >= (last ? 1 : surveyLimits.publishLeast)) receipts.set(id, fresh)
  }
  if (receipts.size === 0 && !last) return undefined
  const digest = nextDigest(before?.digest, [...receipts.values()].flat().sort())
  const strata = [...receipts].map(([id, fresh]) => ({ id, receipts: fresh.length }))
  return { record: { campaignId, n: (before?.n ?? 0) + 1, at: now, digest, strata, last }, receipts }
}
