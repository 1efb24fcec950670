import { handle } from 'hono/aws-lambda'
import * as z from 'zod/mini'

import { systemClock } from '../platform/clock'
import { Secrets } from '../platform/env'
import { structuredLog } from '../platform/log'
import { secretsFrom } from '../platform/secrets'
import { connect } from '../platform/table'
import { drawApp } from './draw-app'
import { surveyWindows } from './survey-windows'

const { TABLE, SECRETS_PARAMETER } = z.object({ TABLE: z.string(), SECRETS_PARAMETER: z.string() }).parse(process.env)
/** Of the secrets these two alone; what else stands there is not kept. */
const Keys = z.pick(Secrets, { sessionKey: true, tagKey: true })
const keys = Keys.parse(JSON.parse(await secretsFrom(process.env)(SECRETS_PARAMETER)))

/** API Gateway's HTTP API, payload format 2.0. */
export const handler = handle(
  drawApp({
    ...{ table: { client: connect(), name: TABLE }, keys, windowOf: surveyWindows(process.env) },
    ...{ clock: systemClock, log: structuredLog('draw') },
  }),
)
