import { Hono } from 'hono'

import { ballotKey, receiptOf } from '../../ballot/receipt'
import { fromBase64url } from '../../ballot/bytes'
import { tokenInfo, tokenIsGood } from '../../ballot/token'
import type { Problem } from '../../contract/problem'
import { surveyCasts } from '../../contract/survey'
import { bodyUpTo } from '../platform/body'
import type { Clock } from '../platform/clock'
import { refusal } from '../platform/http'
import type { ballotBox } from './ballots'
import { isOpenFor, type WindowOf } from './window'

/** A token and a sealed ballot, with room for JSON around them. */
const CAST_MOST_BYTES = 2 * 1024

type Deps = { windowOf: WindowOf; put: ReturnType<typeof ballotBox>; clock: Clock }

const route = surveyCasts['POST /v1/ballots']

/**
 * Takes ballots in. It asks nobody who they are: of a request nothing but the body is read, and there is no log at all, of failures
 * either, which the gateway counts. A ballot with the same token and the same contents is the same ballot.
 */
export function castApp({ windowOf, put, clock }: Deps): Hono {
  const app = new Hono()
  const answer = (problem: Problem, status = refusal(problem).status) => Response.json(refusal(problem).body, { status })
  const badBody = () => answer({ problem: 'badInput', field: 'body' })
  const fitting = bodyUpTo(CAST_MOST_BYTES, () => answer({ problem: 'tooLarge' }), badBody)
  app.notFound(() => answer({ problem: 'notFound' }))
  app.onError(() => answer({ problem: 'busy' }, 500))
  app.post('/v1/ballots', fitting, async (c) => {
    const given = route.body.safeParse(await c.req.json().catch(() => undefined))
    if (!given.success) return badBody()
    const { campaignId, stratumId, token } = given.data
    const now = clock()
    const window = await windowOf(campaignId, now)
    if (!window || !isOpenFor('cast', window, now)) return answer({ problem: 'surveyClosed' })
    const [input, output, sealed] = [fromBase64url(token.input), fromBase64url(token.output), fromBase64url(given.data.sealed)]
    if (!tokenIsGood(fromBase64url(window.secretKey), tokenInfo(campaignId, stratumId), { input, output }))
      return answer({ problem: 'tokenWrong' })
    const isIn = await put({ h: ballotKey(campaignId, stratumId, input), campaignId, stratumId, sealed })
    return isIn ? c.json(route.reply.parse({ receipt: receiptOf(campaignId, stratumId, sealed) })) : answer({ problem: 'tokenUsed' })
  })
  return app
}
