import { handle } from 'hono/aws-lambda'
import * as z from 'zod/mini'

import { systemClock } from '../platform/clock'
import { connect } from '../platform/table'
import { ballotBox } from '../survey/ballots'
import { castApp } from '../survey/cast'
import { surveyWindows } from './survey-windows'

const { BALLOTS_TABLE } = z.object({ BALLOTS_TABLE: z.string() }).parse(process.env)
const put = ballotBox({ client: connect(), name: BALLOTS_TABLE })

/** API Gateway's HTTP API, payload format 2.0. Where the ballot goes, and the token key: there is nothing else that it knows. */
export const handler = handle(castApp({ windowOf: surveyWindows(process.env), put, clock: systemClock }))
