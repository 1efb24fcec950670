import { cardTriesPerDay } from '../../contract/account'
import type { Home, LookupKind } from '../../contract/intake'
import type { HouseholdId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { Deps, Place } from './deps'
import { type By, sitsAtDesk } from './taker'

type Refusal = Problem<'notFound' | 'notAllowed' | 'cardUnknown' | 'cardRevoked' | 'tooManyTries'>

/** Where villagers live, as far as whoever asks may know it. Each look at a household that is not one's own is kept. */
export function homes({ roster, lookups, allowed, tag }: Deps) {
  async function keep(by: By, kind: LookupKind, found: number, now: Instant): Promise<void> {
    const { cadreId, name, unitName, unitId } = by
    await lookups.keep({ cadreId, by: name, unitName, at: now, kind, found }, (await roster.countyOf(unitId)) ?? '')
  }

  async function householdAt(id: HouseholdId, by: By, how: 'card' | 'household', now: Instant): Promise<Place | Refusal> {
    const place = await roster.householdAt(id)
    if (!by.householdIds.includes(id)) await keep(by, how, place ? 1 : 0, now)
    return place ?? { problem: 'notFound' }
  }

  async function byCard(code: string, by: By, now: Instant): Promise<Place | Refusal> {
    // Of a right card no try is counted: a helper writes for many in a day.
    const tries = tag('card-tries', by.accountId)
    if (!(await allowed.take(tries, cardTriesPerDay, now))) return { problem: 'tooManyTries' }
    const found = await roster.byCard(code)
    if ('problem' in found) return found
    await allowed.giveBack(tries, now)
    return householdAt(found.id, by, 'card', now)
  }

  return {
    keep,
    /** The home, by its card, as one of one's own, or, at a desk, as any of the roll. */
    at: async (home: Home, by: By, now: Instant): Promise<Place | Refusal> => {
      if (home.by === 'card') return byCard(home.cardCode, by, now)
      const own = home.by === 'household' && by.householdIds.includes(home.householdId)
      if (!own && !sitsAtDesk(by)) return { problem: 'notAllowed' }
      if (home.by === 'household') return householdAt(home.householdId, by, 'household', now)
      return (await roster.villageAt(home.villageId)) ?? { problem: 'notFound' }
    },
  }
}
export type Homes = ReturnType<typeof homes>
