import * as z from 'zod/mini'

import { CadreId, HouseholdId, VillageId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { CampaignId, DrawnBy, RollId, StratumId } from '../../contract/survey'
import { Owed } from '../notice/owed'

/** How a household drew its ballot, once and for all. */
const Drawn = z.object({
  by: DrawnBy,
  at: Instant,
  /** The blinded token of a phone or of an interviewer: the same one again is the same draw. */
  blinded: z.optional(z.string()),
  /** The number of the slip that was signed for a paper sheet; it has nothing to do with the sheet's token. */
  slip: z.optional(z.string()),
  /** Who marked it, where that was not the household itself. */
  who: z.optional(CadreId),
})
export type Mark = z.infer<typeof Drawn>

/** A household of the sample: that it was drawn, and whether it has drawn its ballot. */
export const RollEntry = z.object({
  /** Its roll id, under the name by which every item that owes something is known. */
  id: RollId,
  campaignId: CampaignId,
  version: z.number(),
  householdId: HouseholdId,
  villageId: VillageId,
  stratumId: StratumId,
  drawn: z.optional(Drawn),
  outbox: z.array(Owed),
  /** When it is invited. */
  wakeAt: z.optional(Instant),
})
export type RollEntry = z.infer<typeof RollEntry>

type Sampled = Pick<RollEntry, 'id' | 'campaignId' | 'householdId' | 'villageId' | 'stratumId'>

/** A household that the sample has just taken in; it is invited when the survey opens. */
export const sampled = (household: Sampled, opensAt: Instant): RollEntry => ({ ...household, version: 1, outbox: [], wakeAt: opensAt })

/** Whether both marks are of one and the same draw; when it was said is no part of it. */
const isSame = (a: Mark, b: Mark) => a.by === b.by && a.blinded === b.blinded && a.slip === b.slip

/** The entry with this mark; itself where it bears the same one. However a household drew, every other way is closed from then on. */
export function marked(entry: RollEntry, mark: Mark): RollEntry | Problem<'alreadyDrawn'> {
  if (!entry.drawn) return { ...entry, version: entry.version + 1, drawn: mark }
  return isSame(entry.drawn, mark) ? entry : { problem: 'alreadyDrawn' }
}

/** The entry once its household is being invited, until when it may draw; without an invitation where it has drawn or the survey is not held. */
export function invited(entry: RollEntry, until: Instant | undefined, now: Instant): RollEntry {
  const { wakeAt: _, ...awake } = entry
  if (entry.drawn || !until || now >= until) return awake
  const owed: Owed = {
    ...{ step: 'invited', occasion: 'surveyInvited', at: now, deadline: until },
    to: { to: 'household', householdId: entry.householdId },
  }
  return { ...awake, outbox: [owed] }
}
