import { settled, stepped } from './campaign'
import { newStratum } from './stratum'
import { stratumIdOf } from './strata'
import type { Step } from './steps'
import type { SurveyDeps } from './deps'

/** Townships looked at in one step. */
const A_STEP = 4

/** Makes the strata of a draft, each with the units that are proposed for it; those that stand are left as they are. */
export const preparing =
  ({ roster, strata }: Pick<SurveyDeps, 'roster' | 'strata'>): Step =>
  async ({ id, counties, work }, now) => {
    const places = (await roster.townshipsOf(counties)).map((place) => ({ ...place, id: stratumIdOf(place) }))
    const inOrder = places.sort((a, b) => (a.id < b.id ? -1 : 1))
    const rest = inOrder.filter((place) => !work?.after || place.id > work.after)
    const some = rest.slice(0, A_STEP)
    for (const place of some) await strata.add(newStratum(place, id, await roster.rateableIn(place)))
    const last = some.at(-1)
    if (!last || some.length === rest.length) return settled
    return (campaign) => stepped(campaign, { of: places.length, so: places.length - rest.length + some.length, after: last.id }, now)
  }
