import type { Instant } from '../../../contract/route'
import type { Ballot } from '../../api/ballot'

/** What the first screen says of the survey: that a sealed ballot is not in the box yet, or that there is something to fill in. */
export type SurveyAtHome = { stands: 'waits' } | { stands: 'invited'; until: Instant }

type Seen = { paper?: { campaignId: string; drawsUntil: Instant }; mine?: { drew?: string } }

/** Nothing where the household has nothing to do: not drawn, in the box already, or drawn by somebody else of the household. */
export function surveyAtHome({ paper, mine }: Seen = {}, ballot?: Ballot): SurveyAtHome | undefined {
  if (ballot?.stands === 'drawing' || ballot?.stands === 'casting') return { stands: 'waits' }
  if (!paper || mine?.drew || ballot?.campaignId === paper.campaignId) return undefined
  return { stands: 'invited', until: paper.drawsUntil }
}
