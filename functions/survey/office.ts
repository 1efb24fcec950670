import type { CadreId, UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { Campaign as Shown, CampaignId } from '../../contract/survey'
import type { Caller } from '../platform/bind'
import type { Campaign } from './campaign'
import type { SurveyDeps } from './deps'
import { viewing } from './view'

/** Somebody of an office that holds surveys. */
export type Officer = { cadreId: CadreId; unitId: UnitId; unitName: string; name: string }

type Refused = Problem<'notAllowed'>
const refused: Refused = { problem: 'notAllowed' }

/** Who may do what for the survey: the office of a county or a city holds its own campaigns, and no other unit does. */
export function offices({ roster, campaigns, strata, results }: Pick<SurveyDeps, 'roster' | 'campaigns' | 'strata' | 'results'>) {
  const view = viewing({ strata, results })

  const officer = async ({ staff, roles }: Caller): Promise<Officer | undefined> =>
    staff && roles.includes('office') && (await roster.mayRun(staff.unitId)) ? staff : undefined

  return {
    view,
    officer,
    /** Whether the county is this unit's affair: there its people may see who is to be visited. */
    covers: async (unitId: UnitId, county: string | undefined) =>
      county !== undefined && (await roster.countiesOf(unitId)).includes(county),
    /**
     * The campaign after `rule`, as it is shown, if the caller's office holds it and has seen this version of it; whoever sends the
     * same thing twice learns by `changedMeanwhile` to look.
     */
    change: async <Refusal extends Problem>(
      { id, version, caller, now }: { id: CampaignId; version: number; caller: Caller; now: Instant },
      rule: (campaign: Campaign) => Campaign | Refusal,
    ): Promise<Shown | Refusal | Problem<'notAllowed' | 'notFound' | 'changedMeanwhile'>> => {
      const by = await officer(caller)
      if (!by) return refused
      const held = (campaign: Campaign): Campaign | Refusal | Problem<'notAllowed' | 'changedMeanwhile'> => {
        if (campaign.by !== by.unitId) return refused
        return campaign.version === version ? rule(campaign) : { problem: 'changedMeanwhile' }
      }
      const after = await campaigns.change(id, held, now)
      return 'problem' in after ? after : view(after)
    },
  }
}
export type Offices = ReturnType<typeof offices>
