import { handle } from 'hono/aws-lambda'

import { start } from './start'

const { app } = await start('api')

/** API Gateway's HTTP API, payload format 2.0. */
export const handler = handle(app)
