import * as z from 'zod/mini'

import { CadreId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import { hexId, Instant } from '../../contract/route'
import { CampaignId, type Pack as Shown, PackId, StratumId } from '../../contract/survey'

const Step = z.object({ id: hexId(), kind: z.enum(['entered', 'voided']), sheets: z.number(), with: z.string(), by: CadreId, at: Instant })

/** A pack of printed sheets: the blinded tokens that it was drawn with, and what became of its sheets. */
export const Pack = z.object({
  id: PackId,
  version: z.number(),
  campaignId: CampaignId,
  stratumId: StratumId,
  blinded: z.array(z.string()),
  by: CadreId,
  madeBy: z.string(),
  madeAt: Instant,
  steps: z.array(Step),
})
export type Pack = z.infer<typeof Pack>

/** Whether both are the same order for the same pack. */
export const isSamePack = (a: Pack, b: Pick<Pack, 'campaignId' | 'stratumId' | 'blinded'>) =>
  a.campaignId === b.campaignId && a.stratumId === b.stratumId && a.blinded.join() === b.blinded.join()

const sheetsOf = ({ steps }: Pack, kind: 'entered' | 'voided') =>
  steps.filter((step) => step.kind === kind).reduce((sum, { sheets }) => sum + sheets, 0)

/** The pack with one more line in its book; itself where the line is there, and never more sheets than there are. */
export function booked(pack: Pack, step: z.infer<typeof Step>): Pack | Problem<'changedReplay' | 'notInThisState'> {
  const known = pack.steps.find(({ id }) => id === step.id)
  if (known) {
    const isSame = known.kind === step.kind && known.sheets === step.sheets && known.with === step.with
    return isSame ? pack : { problem: 'changedReplay' }
  }
  const used = sheetsOf(pack, 'entered') + sheetsOf(pack, 'voided')
  return used + step.sheets > pack.blinded.length ? { problem: 'notInThisState' } : { ...pack, steps: [...pack.steps, step] }
}

/** The pack as the office sees it. */
export const shownPack = (pack: Pack): Shown => ({
  ...{ id: pack.id, stratumId: pack.stratumId, madeAt: pack.madeAt, madeBy: pack.madeBy },
  ...{ sheets: pack.blinded.length, entered: sheetsOf(pack, 'entered'), voided: sheetsOf(pack, 'voided') },
})
