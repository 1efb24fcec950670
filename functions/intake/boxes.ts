import type { OpenBox, BoxOpeningId, TypeSlip } from '../../contract/intake'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { type BoxOpening, confirmed, isSameOpening, lineOf, opened, shown, typed, type TypedRefusal, untyped } from './box-opening'
import type { Deps } from './deps'
import type { Homes } from './homes'
import { takingDown } from './take-down'
import type { By } from './taker'

const hidden = { problem: 'notFound' } as const

/** Suggestion boxes: opened by two, and typed slip by slip. */
export function boxes(deps: Deps, { at }: Homes) {
  const { roster, openings } = deps
  const { earlier, send } = takingDown(deps)
  /** The unit whose box it is, and the inspection that takes from it what the unit must not read. */
  const types = ({ unitId, inspectionId }: BoxOpening, by: By) =>
    by.unitId === unitId || (by.unitId === inspectionId && by.roles.includes('inspection'))

  return {
    open: async (input: OpenBox, by: By, now: Instant) => {
      const [colleagues, place] = await Promise.all([roster.colleaguesIn(by.unitId), roster.villageAt(input.villageId)])
      if (!place) return hidden
      const { unitId, unitName, cadreId, name } = by
      const beside = colleagues.find(({ id }) => id === input.partnerId)
      const box = { unitId, unitName, village: place.village, inspectionId: place.responsible.inspection.id }
      const fresh = opened(input, { id: cadreId, name }, beside && { ...beside, unitId }, box, now)
      if ('problem' in fresh) return fresh
      const stored = (await openings.add(fresh)) ? fresh : await openings.get(input.id)
      return stored && isSameOpening(stored, fresh) ? shown(lineOf(stored), cadreId) : ({ problem: 'changedReplay' } as const)
    },

    confirm: async (id: BoxOpeningId, by: By, now: Instant) => {
      const after = await openings.change(id, (opening) => confirmed(opening, by.cadreId, now))
      return 'problem' in after ? after : shown(lineOf(after), by.cadreId)
    },

    page: async (by: By, after: string | undefined) => {
      const of = by.roles.includes('inspection') ? 'inspection' : 'unit'
      const { items, next } = await openings.page(of, by.unitId, after)
      return { items: items.map((line) => shown(line, by.cadreId)), next }
    },

    type: async ({ openingId, ticket, home, ...said }: TypeSlip, by: By, now: Instant) => {
      const words = { ticket, home, ...said }
      const again = await earlier(words)
      if (again) return again
      const opening = await openings.get(openingId)
      if (!opening || !types(opening, by)) return hidden
      const place = await at(home ?? { by: 'village', villageId: opening.villageId }, by, now)
      if ('problem' in place) return place
      // The place among the slips first: of two who type the last one at once, one is refused before anything is stored.
      const counted = await openings.change<TypedRefusal>(openingId, (one) => typed(one, ticket))
      if ('problem' in counted) return counted
      const answer = await send(words, place, by, 'box', now)
      if ('problem' in answer) await openings.change<Problem<never>>(openingId, (one) => untyped(one, ticket.id))
      return answer
    },
  }
}
