import * as z from 'zod/mini'

import { account } from '../../contract/account'
import { intake } from '../../contract/intake'
import { media } from '../../contract/media'
import { notice } from '../../contract/notice'
import { pairing } from '../../contract/pairing'
import { Instant, routes as declared } from '../../contract/route'
import { ticket } from '../../contract/ticket'

/** What the first screen has to know of the survey, and everything else as it comes: the survey's own package looks at it. */
const SurveyAtHome = z.looseObject({
  paper: z.optional(z.looseObject({ campaignId: z.string(), drawsUntil: Instant, castsUntil: Instant })),
  mine: z.optional(z.looseObject({ drew: z.optional(z.string()) })),
})

/** `contract/survey` weighs too much for the main package. */
const surveyAtHome = declared({
  'GET /v1/survey': { summary: 'Whether there is something to fill in', roles: ['villager'], reply: SurveyAtHome, problems: [] },
})

/** What the phone asks for with a session, but for what a package of its own asks. */
export const routes = { ...account, ...pairing, ...ticket, ...media, ...intake, ...notice, ...surveyAtHome }
