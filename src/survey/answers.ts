import * as z from 'zod/mini'

import { moneyCodes, type Sheet, watchedCodes } from '../../ballot/sheet'
import { UnitId } from '../../contract/pairing'
import { CampaignId, ratedQuestions, type RatedUnit, type Stratum } from '../../contract/survey'
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

/** Pages before the summary, which is the page of this number. */
export const pagesOf = ({ order }: Filled) => order.length + 1

export const saidOf = ({ said }: Filled, unitId: UnitId): Said => said[unitId] ?? {}

/** Whether anything was said of a unit: a unit skipped has no answer of any kind. */
export const isSaid = (said: Said) => ratedQuestions.some((question) => said[question] !== undefined) || said.money !== undefined

/** Whether anything has been filled in, or passed over. */
export const isBegun = ({ page, said }: Filled) => page > 0 || Object.values(said).some(isSaid)

/** With this answer; the same one again takes it back. */
export function say(filled: Filled, unitId: UnitId, answer: Partial<Said>): Filled {
  const before = saidOf(filled, unitId)
  const same = (Object.keys(answer) as (keyof Said)[]).every((key) => before[key] === answer[key])
  const taken = Object.fromEntries(Object.keys(answer).map((key) => [key, undefined]))
  return { ...filled, said: { ...filled.said, [unitId]: { ...before, ...(same ? taken : answer) } } }
}

/** Without a word about this unit. */
export const unsay = (filled: Filled, unitId: UnitId): Filled => ({ ...filled, said: { ...filled.said, [unitId]: {} } })

/** What goes into the seal: the units by their places on the stratum's list, whatever order this phone asked in. */
export function sheetOf(filled: Filled, { units }: Stratum): Sheet {
  const rating = (said: Said, unit: number) => ({
    ...{ unit, service: said.service ?? 0, conduct: said.conduct ?? 0, results: said.results ?? 0 },
    money: said.money ? moneyCodes[said.money] : 0,
  })
  return {
    watched: filled.watched ? watchedCodes[filled.watched] : 0,
    units: units.map(({ id }, place) => rating(saidOf(filled, id), place)),
  }
}

/** Whether these answers are for this paper: the same campaign, and the same units in whatever order. */
export const isFor = ({ campaignId, order }: Filled, paper: { campaignId: CampaignId; stratum: Stratum }) =>
  campaignId === paper.campaignId &&
  [...order].sort().join() ===
    paper.stratum.units
      .map(({ id }) => id)
      .sort()
      .join()
