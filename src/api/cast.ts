import * as z from 'zod/mini'

import { ProblemReply, type ProblemName } from '../../contract/problem'
import { ballotWaits, type Casting, keepBallot, useBallot } from './ballot'
import { phone } from './phone'
import { transport } from './transport'

const Acknowledged = z.object({ receipt: z.string() })

/** After these the same ballot is never taken. */
const forGood: readonly ProblemName[] = ['tokenWrong', 'tokenUsed', 'badInput', 'tooLarge']

export const NO_SIGNAL = '没有网络。有了网再投。'
const NOT_TAKEN = '票箱没有确认收到,过一会儿再投一次。'

/** A refusal ends it where nothing will change any more: closed by the clock as well as by what the server says. */
const ends = (problem: ProblemName, until: string) =>
  forGood.includes(problem) || (problem === 'surveyClosed' && Date.now() > Date.parse(until))

async function cast(ballot: Casting, account: string): Promise<boolean> {
  const { campaignId, stratumId, token, sealed, receipt, castsUntil } = ballot
  // No session: whoever takes the ballot in must not learn whose it is.
  const { body } = await transport({ method: 'POST', url: '/v1/ballots', body: { campaignId, stratumId, token, sealed } })
  // The receipt was reckoned on the phone: only whoever holds this very ballot can answer with it.
  if (Acknowledged.safeParse(body).data?.receipt === receipt) return keepBallot({ stands: 'in', campaignId, receipt }, account)
  const refusal = ProblemReply.safeParse(body).data
  if (refusal && ends(refusal.problem, castsUntil)) return keepBallot({ stands: 'refused', campaignId, says: refusal.says }, account)
  ballotWaits(refusal?.says ?? NOT_TAKEN)
  return false
}

const FIRST_MS = 15_000
const MOST_MS = 10 * 60_000

/** How long to wait after so many failures: each time longer, and not the same for all who failed together. */
export const pauseAfter = (failures: number, random = Math.random()) => Math.min(FIRST_MS * 2 ** failures, MOST_MS) * (0.5 + random)

let casting: Promise<void> | undefined
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

async function once() {
  const { account, ballot } = useBallot.getState()
  if (ballot?.stands !== 'casting') return
  clearTimeout(timer)
  const done = await cast(ballot, account).catch(() => (ballotWaits(NO_SIGNAL), false))
  if (done) failures = 0
  else timer = setTimeout(() => void castBallot(), pauseAfter(failures++))
}

/** Casts what is to be cast, again and again until it is in or refused for good. Callers at the same time share one try. */
export function castBallot(): Promise<void> {
  casting ??= once().finally(() => {
    casting = undefined
  })
  return casting
}

const SPREAD_MS = 3_000

/** Casts by itself when the network is back and when the program is shown, a moment later on each phone. */
export const keepCasting = () => phone.onOnline(() => void setTimeout(() => void castBallot(), Math.random() * SPREAD_MS))
