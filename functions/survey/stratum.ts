import * as z from 'zod/mini'

import { UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import { CampaignId, Receipt, Stratum as Shown, surveyLimits } from '../../contract/survey'

/** A stratum of a campaign as it is stored. */
export const Stratum = z.object({
  ...Shown.shape,
  campaignId: CampaignId,
  version: z.number(),
  /** Set once its roll is frozen: nothing of it changes afterwards. */
  roll: z.optional(z.number()),
  rollDigest: z.optional(Receipt),
  sample: z.optional(z.number()),
})
export type Stratum = z.infer<typeof Stratum>

/** A unit that may be rated in a stratum, with what speaks for it. */
export const Candidate = z.object({
  id: UnitId,
  name: z.string(),
  does: z.string(),
  kind: z.enum(['liaison', 'service', 'township', 'department']),
  /** How many of the villages it is tied to; how many of the households that were looked at one of its cadres leads. */
  villages: z.number(),
  leads: z.number(),
})
export type Candidate = z.infer<typeof Candidate>

const kindsInOrder = ['liaison', 'service', 'township', 'department'] as const
const rankOf = ({ kind }: Candidate) => kindsInOrder.indexOf(kind)

/**
 * The list that is proposed for a stratum: liaison units, service departments, the township's office, then those with most cadres among
 * the households; departments that nobody there has anything to do with are left to the office's choice.
 */
export function proposal(candidates: readonly Candidate[]): Stratum['units'] {
  const known = candidates.filter(({ kind, villages, leads }) => kind !== 'department' || villages + leads > 0)
  return [...known]
    .sort((a, b) => rankOf(a) - rankOf(b) || b.villages - a.villages || b.leads - a.leads || (a.id < b.id ? -1 : 1))
    .slice(0, surveyLimits.unitsMost)
    .map(({ id, name, does }) => ({ id, name, does }))
}

/** The stratum with another list, each unit once; refused once its roll is frozen. */
export function listed(
  stratum: Stratum,
  unitIds: readonly UnitId[],
  candidates: readonly Candidate[],
): Stratum | Problem<'notInThisState' | 'unitUnknown'> {
  if (stratum.rollDigest) return { problem: 'notInThisState' }
  const found = [...new Set(unitIds)].map((id) => candidates.find((one) => one.id === id))
  const units = found.flatMap((one) => (one ? [{ id: one.id, name: one.name, does: one.does }] : []))
  return units.length === found.length && found.length === unitIds.length ? { ...stratum, units } : { problem: 'unitUnknown' }
}

/** The stratum with its roll frozen. */
export const sealed = (stratum: Stratum, { roll, rollDigest }: { roll: number; rollDigest: string }): Stratum =>
  stratum.roll === roll && stratum.rollDigest === rollDigest ? stratum : { ...stratum, roll, rollDigest }

/** A stratum before anything is decided of it. */
export const newStratum = (
  { id, county, township }: Pick<Stratum, 'id' | 'county' | 'township'>,
  campaignId: CampaignId,
  candidates: readonly Candidate[],
): Stratum => ({ id, county, township, campaignId, version: 1, units: proposal(candidates) })

/** The stratum as everybody in it is shown it. */
export const shownStratum = ({ id, county, township, units }: Stratum): Shown => ({ id, county, township, units })
