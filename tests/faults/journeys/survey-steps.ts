import { publicSealKey } from '../../../ballot/seal'
import { toBase64url } from '../../../ballot/bytes'
import type { ProblemName } from '../../../contract/problem'
import { Campaign, CampaignId, type RollId } from '../../../contract/survey'
import { day, hour, later } from '../../../contract/time'
import { ids } from '../../../functions/pairing/roster/merge'
import { rollIds } from '../../../functions/survey/roll-id'
import { stratumIdOf } from '../../../functions/survey/strata'
import { villageRolls } from '../../../functions/survey/village-rolls'
import { bytesFrom, planFrom, tokenSecret } from '../../survey/held'
import { START } from '../lane'
import type { Call, Deed, Made, Route, Step } from '../steps'

const stratumId = stratumIdOf({ county: '北流市', township: '民乐镇' })
export const sealKey = toBase64url(publicSealKey(bytesFrom('seal key')(32)))
export const asked = [ids.unit('NY01'), ids.unit('GD01')]

export const campaignOf = ({ id }: Made) => CampaignId.parse(id('campaign'))
export const at = (made: Made) => ({ campaignId: campaignOf(made), stratumId })
export const rollIdOf = (made: Made, household: string): RollId => rollIds(made.lane.tag)(campaignOf(made), ids.household(household))
export const under = (tail = '') => ({ path: (made: Made) => `/v1/surveys/${campaignOf(made)}${tail}` })
export const seen = ({ answer }: Made) => Campaign.parse(answer('GET /v1/surveys/{id}'))

export const look: Call = { who: 'office', route: 'GET /v1/surveys/{id}', ...under() }
/** Decides something upon what was just looked at. Whoever finds that it has changed looks again, and may see that it is done. */
export const decide = (
  route: Route,
  tail: string,
  body: (made: Made) => object,
  steps = 1,
  done: ProblemName[] = ['notInThisState'],
): Call => ({
  ...{ who: 'office', route, ...under(tail), done, back: { on: ['changedMeanwhile', 'surveyIncomplete'], steps } },
  body: (made) => ({ version: seen(made).version, ...body(made) }),
})

const planned = (sample: number): Call =>
  decide(
    'PUT /v1/surveys/{id}',
    '',
    (made) => ({ plan: planFrom(later(START, 2 * day), { ...seen(made).plan, sample, floor: 1 }, sealKey) }),
    1,
    [],
  )

/** Both keys are given out, and a household has moved while the roll was being read: it stands in two villages. */
const given: Deed = {
  deed: 'a village has been read',
  does: async ({ table }, made) => {
    const { windows } = made.lane.town
    const campaignId = campaignOf(made)
    const { opensAt, drawsUntil, castsUntil } = planFrom(later(START, 2 * day), seen(made).plan, sealKey)
    if (!windows.some((window) => window.campaignId === campaignId))
      windows.push({ campaignId, secretKey: tokenSecret, opensAt, drawsUntil, castsUntil })
    const villageId = ids.village('ML05')
    const rows = ['ML05-0037', 'ML01-0217'].map((code) => ({ villageId, householdId: ids.household(code), rollId: rollIdOf(made, code) }))
    await villageRolls(table).add({ campaignId, stratumId, villageId }, rows)
  },
}

/** From a draft until so many households are drawn: it opens within the day. A roll is cut short wherever it is read, sealed and drawn from. */
export const untilDrawn = (sample: number): readonly Step[] => [
  { who: 'office', route: 'POST /v1/surveys', body: ({ id }) => ({ id: id('campaign'), title: '二〇二六年评议' }) },
  { passes: 6 * hour },
  look,
  planned(sample),
  look,
  decide('PUT /v1/surveys/{id}/strata/{stratumId}', `/strata/${stratumId}`, () => ({ unitIds: asked }), 1, []),
  given,
  look,
  decide('POST /v1/surveys/{id}/freeze', '/freeze', () => ({})),
  { passes: 56 * hour },
  look,
  decide('POST /v1/surveys/{id}/value', '/value', () => ({ value: '双色球 03 08 11' })),
  { passes: hour },
]
