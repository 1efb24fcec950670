import * as z from 'zod/mini'

import { UnitId } from '../../contract/pairing'
import { CampaignId, ratedQuestions, type RatedQuestion, type RatedUnit } from '../../contract/survey'
import { Face } from '../../contract/ticket'

const Money = z.enum(['no', 'yes'])
export type Money = z.infer<typeof Money>
const Watched = z.enum(['nobody', 'helped', 'watched'])
export type Watched = z.infer<typeof Watched>

/** What was said of a unit; what is missing was not answered. */
const Said = z.object({ service: z.optional(Face), conduct: z.optional(Face), results: z.optional(Face), money: z.optional(Money) })
export type Said = z.infer<typeof Said>

/** What has been filled in on this phone and was not put in yet. It leaves the phone sealed, or not at all. */
export const Filled = z.object({
  campaignId: CampaignId,
  /** The units in the order in which this phone asks for them: another one on each, so that none suffers from standing last. */
  order: z.array(UnitId),
  /** The page that was open: a unit's, then the last question's, then the summary. */
  page: z.number(),
  said: z.record(z.string(), Said),
  watched: z.optional(Watched),
})
export type Filled = z.infer<typeof Filled>

/** The units in an order drawn with `random`, one byte a unit or more (Fisher–Yates). */
export function shuffled(units: readonly RatedUnit[], random: Uint8Array): UnitId[] {
  const order = units.map(({ id }) => id)
  for (let last = order.length - 1; last > 0; last--) {
    const other = (random[last] ?? 0) % (last + 1)
    const [a, b] = [order[last]!, order[other]!]
    order[last] = b
    order[other] = a
  }
  return order
}

/** Nothing said yet. */
export const unfilled = (campaignId: CampaignId, order: UnitId[]): Filled => ({ campaignId, order, page: 0, said: {} })

/** What stands on the open page. */
export type Page = { of: 'unit'; unitId: UnitId; nth: number } | { of: 'watched' } | { of: 'summary' }

export function pageOf({ order, page }: Filled): Page {
  const unitId = order[page]
  if (unitId) return { of: 'unit', unitId, nth: page + 1 }
  return page === order.length ? { of: 'watched' } : { of: 'summary' }
}

/** Pages before the summary. */
export const pagesOf = ({ order }: Filled) => order.length + 1

export const saidOf = ({ said }: Filled, unitId: UnitId): Said => said[unitId] ?? {}

/** Whether anything was said of a unit: a unit skipped has no answer of any kind. */
export const isSaid = (said: Said) => ratedQuestions.some((question) => said[question] !== undefined) || said.money !== undefined

/** With this answer; the same one again takes it back. */
export function say(filled: Filled, unitId: UnitId, answer: Partial<Said>): Filled {
  const before = saidOf(filled, unitId)
  const same = (Object.keys(answer) as (keyof Said)[]).every((key) => before[key] === answer[key])
  const taken = Object.fromEntries(Object.keys(answer).map((key) => [key, undefined]))
  return { ...filled, said: { ...filled.said, [unitId]: { ...before, ...(same ? taken : answer) } } }
}

/** Without a word about this unit, and on the next page. */
export const skip = (filled: Filled, unitId: UnitId): Filled => ({ ...filled, said: { ...filled.said, [unitId]: {} }, page: filled.page + 1 })

/** The questions on five levels that this unit's page still waits for; none where it was skipped. */
export const unanswered = (said: Said): RatedQuestion[] => ratedQuestions.filter((question) => said[question] === undefined)
