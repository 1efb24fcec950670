import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import type { Campaign } from './campaign'

/** What a campaign is to become once a step is done. */
export type Rule = (campaign: Campaign) => Campaign | Problem<'notInThisState'>

/** Does the next piece of what is under way. Doing it again, or twice at once, comes to the same. */
export type Step = (campaign: Campaign, now: Instant) => Promise<Rule>
