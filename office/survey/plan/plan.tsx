import type { Campaign } from '../../../contract/survey'
import '../../intake/intake.css'
import { useMayRun } from '../use-campaign'
import { Annul } from './annul'
import { NextStep } from './next-step'
import { PlanFacts } from './plan-facts'
import { PlanForm } from './plan-form'
import './plan.css'
import { Strata } from './strata'

/** What a campaign asks, of how many, about whom and when; and, for the office, the step that comes next. */
export function Plan({ campaign }: { campaign: Campaign }) {
  const mayRun = useMayRun()
  const drafting = mayRun && campaign.state === 'draft'
  return (
    <div className="plan">
      <div className="plan-main">
        {drafting ? <PlanForm campaign={campaign} /> : <PlanFacts campaign={campaign} />}
        <Strata campaign={campaign} mayChoose={drafting} />
      </div>
      <div className="plan-next">
        <NextStep campaign={campaign} mayRun={mayRun} />
      </div>
      {mayRun && campaign.state !== 'annulled' && (
        <div className="plan-end">
          <Annul campaign={campaign} />
        </div>
      )}
    </div>
  )
}
