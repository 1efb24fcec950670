import type { Hono } from 'hono'

import { accountRoutes, recogniser } from '../account'
import { boxOpenings, intakeRoutes, lookups } from '../intake'
import { noticeRoutes } from '../notice'
import { httpApp } from '../platform/http'
import { PUSH_PATH, wechatPush } from '../platform/wechat-push'
import { surveyRoutes } from '../survey'
import { ticketDesk, ticketRoutes } from '../ticket'
import type { Features } from './features'

/** Answers the contract's routes, and what WeChat pushes. */
export function answers({ settings, table, clock, log, ...features }: Features): Hono {
  const { account, pairing, workingDays, ticket, media, told, grants, tellings, allowed, tag, survey } = features
  const { templates, wechat } = settings
  const bound = [
    ...accountRoutes(account),
    ...pairing.routes,
    ...workingDays.routes,
    ...ticketRoutes(ticket),
    ...intakeRoutes({
      roster: { ...pairing.intake, byCard: pairing.accounts.byCard, personOf: pairing.personOf },
      ...{ tickets: ticketDesk(ticket), openings: boxOpenings(table), lookups: lookups(table), allowed, tag },
    }),
    ...surveyRoutes(survey),
    ...media.routes,
    ...noticeRoutes({ notices: told, ledger: grants, knower: tellings.knower, tag, templates }),
  ]
  const app = httpApp({ bound, recognise: recogniser(account), clock, log })
  app.route(PUSH_PATH, wechatPush({ token: wechat.pushToken, appId: wechat.appId, onMediaJudged: media.verdict, log }))
  return app
}
