import * as z from 'zod/mini'

import { CadreId, UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { type CampaignId, Rectification as Shown, RectificationId, type Totals, type UnitResult } from '../../contract/survey'
import { owe, Owed } from '../notice/owed'
import { idOf } from '../platform/tag'

/** What the survey asks of a unit, as it is stored. It knows the unit's published figures, and nothing of any ballot. */
export const Rectification = z.object({
  ...Shown.shape,
  version: z.number(),
  /** The office that holds the survey. */
  officeId: UnitId,
  answeredBy: z.optional(CadreId),
  outbox: z.array(Owed),
  wakeAt: z.optional(Instant),
})
export type Rectification = z.infer<typeof Rectification>

type Reason = Shown['because'][number]

/** Why a unit has to answer: it stands in the lowest of several groups, or somebody was asked for money or goods. */
function reasonsFor(unit: UnitResult, lowest: number): Reason[] {
  const reasons: Reason[] = []
  if (lowest > 1 && unit.group === lowest) reasons.push('lowest')
  if (unit.money && unit.money.share.value > 0) reasons.push('money')
  return reasons
}

const rectificationIdOf = (campaignId: CampaignId, unitId: UnitId): RectificationId =>
  RectificationId.parse(idOf('rectification', `${campaignId}:${unitId}`))

type Held = { campaignId: CampaignId; campaignTitle: string; officeId: UnitId; dueAt: Instant }

/** What the published totals ask of the units, one item a unit; desk and head are told by when they have to answer. */
export function asked(
  { units }: Pick<Totals, 'units'>,
  { campaignId, campaignTitle, officeId, dueAt }: Held,
  now: Instant,
): Rectification[] {
  const lowest = Math.max(0, ...units.map(({ group = 0 }) => group))
  return units.flatMap((result) => {
    const because = reasonsFor(result, lowest)
    if (because.length === 0) return []
    const { unitId, name: unitName } = result
    const owed = owe('asked', 'surveyRectify', now, { to: 'desk', unitId }, { to: 'head', unitId })
    return {
      ...{ id: rectificationIdOf(campaignId, unitId), version: 1, campaignId, campaignTitle, unitId, unitName, because, result },
      ...{ officeId, dueAt, wakeAt: dueAt, outbox: owed.map((one) => ({ ...one, deadline: dueAt })) },
    }
  })
}

/** The item with the unit's answer. The first one counts, and the same again is the same. */
export function answered(
  item: Rectification,
  { text, by, unitId }: { text: string; by: CadreId; unitId: UnitId },
  now: Instant,
): Rectification | Problem<'alreadyAnswered' | 'notFound'> {
  if (item.unitId !== unitId) return { problem: 'notFound' }
  if (item.answer) return item.answer.text === text ? item : { problem: 'alreadyAnswered' }
  const { wakeAt: _, ...rest } = item
  return { ...rest, answer: { text, at: now }, answeredBy: by }
}

/** The item once its deadline has passed: where nothing was answered, the unit's head and the office are told, once. */
export function due(item: Rectification, now: Instant): Rectification {
  if (!item.wakeAt || item.wakeAt > now) return item
  const { wakeAt: _, ...rest } = item
  if (item.answer) return rest
  const owed = owe('overdue', 'surveyOverdue', now, { to: 'head', unitId: item.unitId }, { to: 'office', unitId: item.officeId })
  return { ...rest, outbox: [...item.outbox, ...owed.map((one) => ({ ...one, deadline: item.dueAt }))] }
}
