import { surveyLimits } from '../../contract/survey'
import { workingDaysLater } from '../calendar/calendar'
import { atOnce } from './at-once'
import { told } from './campaign'
import type { SurveyDeps } from './deps'
import { asked } from './rectification'
import type { Step } from './steps'

const AT_ONCE = 16

/** Lays the published totals out by unit, and asks those units for an answer that have to give one. */
export const telling =
  ({ results, rectifications, calendar }: Pick<SurveyDeps, 'results' | 'rectifications' | 'calendar'>): Step =>
  async ({ id: campaignId, plan, by: officeId, totalsDigest }, now) => {
    if (!totalsDigest) throw new Error('results are published that were not counted')
    const totals = await results.totals(campaignId, totalsDigest)
    await atOnce(totals.units, AT_ONCE, (unit) => results.putUnit(campaignId, unit))
    await results.putSpoilt(
      campaignId,
      totals.spoilt.map(({ receipt }) => receipt),
    )
    const dueAt = workingDaysLater(now, surveyLimits.answerWorkingDays, await calendar(now))
    const items = asked(totals, { campaignId, campaignTitle: plan.title, officeId, dueAt }, now)
    await atOnce(items, AT_ONCE, (item) => rectifications.add(item, now))
    return (campaign) => told(campaign, items.length)
  }
