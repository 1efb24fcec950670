import { useState } from 'react'

import { fromBase64url } from '../../../ballot/bytes'
import { finalize, tokenInfo } from '../../../ballot/token'
import { isProblem, type ProblemName } from '../../../contract/problem'
import type { Campaign } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { useDraft } from '../../api/draft'
import { refresh } from '../../api/read'
import { useSending } from '../../api/use-sending'
import { begin, begunOf } from '../ballot/begun'
import { ballotOf, castBallot, sealed } from '../ballot/cast'
import { sheetOf } from '../ballot/cells'
import { Call, freshCall } from './call'

/** Refusals that may go by; after any other one there is nothing more to be sent. */
const passing: readonly ProblemName[] = ['busy', 'signInAgain']

type Ended = { receipt: string } | { says: string }

/** A call: kept at every answer until it is sealed, then drawn and cast. Nothing is drawn before the villager has agreed to the summary. */
export function useTelephone({ id: campaignId, plan }: Campaign) {
  const [call, write, clear] = useDraft(`survey:${campaignId}:call`, Call, freshCall)
  const [ended, end] = useState<Ended>()
  const { says, say, busy, send } = useSending()

  function over(how: Ended) {
    clear()
    end(how)
    refresh('survey-roll', campaignId)
    refresh('survey-progress', campaignId)
  }
  async function hand({ household: { rollId, stratumId }, begun, sealed: bytes }: Extract<Call, { stage: 'send' }>) {
    const body = { campaignId, rollId, blinded: begun.blinded }
    const drawn = await ask('POST /v1/telephone-draws', { body })
    if (isProblem(drawn)) return passing.includes(drawn.problem) ? drawn : void over({ says: drawn.says })
    const info = tokenInfo(campaignId, stratumId)
    const token = finalize(begunOf(begun), info, fromBase64url(drawn.evaluated), fromBase64url(drawn.proof))
    if (!token) return void over({ says: '服务器用的钥匙和公布的公钥对不上,没有投。请马上告诉督查组和监票人。' })
    const taken = await castBallot(ballotOf(token, bytes), campaignId, stratumId)
    if (isProblem(taken)) return passing.includes(taken.problem) ? taken : void over({ says: taken.says })
    return void over(taken)
  }
  const seal = () =>
    send(async () => {
      const { tokenKey, sealKey } = plan
      if (call.stage !== 'readBack' || !tokenKey || !sealKey) return {}
      const { household, cells } = call
      const bytes = await sealed(sheetOf(cells), campaignId, household.stratumId, sealKey)
      const next = { stage: 'send' as const, household, begun: begin(campaignId, household.stratumId, tokenKey), sealed: bytes }
      write(next)
      return (await hand(next)) ?? {}
    })
  const again = () => send(async () => (call.stage === 'send' && (await hand(call))) || {})

  return {
    call,
    write: (next: Call) => {
      say(undefined)
      write(next)
    },
    ended,
    says,
    busy,
    seal: () => void seal(),
    again: () => void again(),
    /** The villager has hung up, or the next call begins. */
    next: () => {
      clear()
      end(undefined)
      say(undefined)
    },
  }
}
