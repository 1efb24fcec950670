import { readFile } from 'node:fs/promises'

import { handle } from 'hono/aws-lambda'

import { answers } from './answers'
import { start } from './start'

const app = answers(await start('api'))

// Written beside the bundle when it is made (config/lambda.ts): what makes it would be a thirtieth of the bundle.
const description = new URL('openapi.json', import.meta.url)
app.get('/openapi.json', async (c) => c.body(await readFile(description, 'utf8'), 200, { 'content-type': 'application/json' }))

/** API Gateway's HTTP API, payload format 2.0. */
export const handler = handle(app)
