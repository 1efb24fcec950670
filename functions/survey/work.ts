import { isProblem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { CampaignId, type CampaignState, RectificationId, RollId } from '../../contract/survey'
import { later, minute } from '../../contract/time'
import type { RawItem } from '../platform/outbox'
import { struck } from './campaign'
import { CAMPAIGN_ENTITY } from './campaigns'
import type { SurveyDeps } from './deps'
import { freezing } from './freezing'
import { preparing } from './preparing'
import { due } from './rectification'
import { RECTIFICATION_ENTITY } from './rectifications'
import { invited } from './roll'
import { ENTRY_ENTITY } from './roll-entries'
import { sampling } from './sampling'
import type { Rule, Step } from './steps'
import { telling } from './telling'

/** How long one waking works on a campaign before it lets others have their turn. */
const A_TURN_MS = 20_000

type Wake = Readonly<Record<string, (item: RawItem, now: Instant) => Promise<void>>>

/** What the clock has to do for the survey: what is under way, the dates of campaigns, invitations, overdue answers. */
export function surveyWake(deps: SurveyDeps): Wake {
  const { campaigns, entries, rectifications, clock } = deps
  const steps: Partial<Record<CampaignState, Step>> = {
    draft: preparing(deps),
    freezing: freezing(deps),
    sampling: sampling(deps),
    published: telling(deps),
  }

  /** Takes one step of a campaign that is due; false where it is not. */
  async function step(id: CampaignId): Promise<boolean> {
    const now = clock()
    const campaign = await campaigns.get(id)
    if (!campaign?.wakeAt || campaign.wakeAt > now) return false
    const next: Rule = (campaign.work && (await steps[campaign.state]?.(campaign, now))) ?? ((stored) => struck(stored, now))
    // Whatever came between, an annulment for instance, stands; the step is taken again where it still has to be.
    const after = await campaigns.change(id, (stored) => (stored.version === campaign.version ? next(stored) : stored), now)
    if (isProblem(after)) throw new Error('a campaign could not be moved on', { cause: after.problem })
    return true
  }

  return {
    [CAMPAIGN_ENTITY]: async (item) => {
      const id = CampaignId.parse(item['id'])
      const until = later(clock(), A_TURN_MS)
      while ((await step(id)) && clock() < until);
    },
    [ENTRY_ENTITY]: async (item, now) => {
      const [campaignId, id] = [CampaignId.parse(item['campaignId']), RollId.parse(item['id'])]
      const campaign = await campaigns.get(campaignId, false)
      const until = campaign?.state === 'open' ? campaign.plan.drawsUntil : undefined
      const waits = campaign?.state === 'sampling'
      const after = await entries.change(
        campaignId,
        id,
        (entry) => (waits ? { ...entry, wakeAt: later(now, minute) } : invited(entry, until, now)),
        now,
      )
      if (isProblem(after)) throw new Error('a household could not be invited')
    },
    [RECTIFICATION_ENTITY]: async (item, now) => {
      const after = await rectifications.change(RectificationId.parse(item['id']), (stored) => due(stored, now), now)
      if (isProblem(after)) throw new Error('an overdue answer could not be told of')
    },
  }
}
