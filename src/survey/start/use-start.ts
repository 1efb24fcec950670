import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'

import { isProblem } from '../../../contract/problem'
import { type CampaignState, CampaignId, type MySurvey } from '../../../contract/survey'
import { type Ballot, useBallot } from '../../api/ballot'
import { phone } from '../../api/phone'
import { NO_ANSWER } from '../../api/says'
import { useMe } from '../../api/session'
import { go } from '../../ways'
import { isBegun } from '../answers'
import { askReceipts } from '../ask'
import { canSeal } from '../can-seal'
import { begunBy } from '../filled'
import { useSurvey } from '../read'
import { prefixOf } from '../receipt'

type Found = 'counted' | 'spoilt' | 'no'
type Finding = { found?: Found; find: () => void; finding: boolean; findSays?: string }

export type Start =
  | { stands: 'loading' }
  | { stands: 'trouble'; says: string; again: () => void }
  /** Nothing is filled in here: in a browser, on a phone that cannot seal, in a release that is for no campaign. */
  | { stands: 'notHere'; because: 'browser' | 'oldPhone' | 'oldRelease' }
  | ({ stands: 'done'; receipt: string; mine?: MySurvey['mine'] } & Finding)
  | {
      stands: 'ready'
      survey: MySurvey
      standing: 'new' | 'begun' | 'sealed'
      begin?: () => void
      /** Why a ballot of this phone was refused. */
      refused?: string
      old?: string
      demo: boolean
    }

const published: readonly CampaignState[] = ['closed', 'counted', 'published', 'rectifying', 'archived']
const NOT_YET = '名单在评议结束以后公布,到时候再来找。'

/** Looks for a receipt among those published that begin alike, so that nobody learns which is meant. */
function useFinding(ballot: Ballot | undefined, state: CampaignState | undefined): Finding {
  const [found, set] = useState<Found>()
  const [finding, look] = useState(false)
  const [findSays, say] = useState<string>()
  async function find() {
    if (ballot?.stands !== 'in' || finding) return
    look(true)
    say(undefined)
    try {
      const params = { campaignId: CampaignId.parse(ballot.campaignId), prefix: prefixOf(ballot.receipt) }
      const answer = await askReceipts('GET /v1/survey-receipts/{campaignId}/{prefix}', { params })
      if (isProblem(answer)) say(answer.says)
      else {
        const own = answer.items.find(({ receipt }) => receipt === ballot.receipt)
        // What this phone knows of the campaign may be old: only where the receipt is not to be found does it say why.
        if (!own && state && !published.includes(state)) say(NOT_YET)
        else set(own ? (own.spoilt ? 'spoilt' : 'counted') : 'no')
      }
    } catch {
      say(NO_ANSWER)
    }
    look(false)
  }
  return { found, finding, findSays, find: () => void find() }
}

/** How far this household and this phone are with the survey. */
export function useStart(): Start {
  const reading = useSurvey()
  const account = useMe()?.accountId ?? ''
  const ballot = useBallot((state) => state.ballot)
  const survey = reading.data
  const finding = useFinding(ballot, survey?.campaign?.state)
  const [begun, look] = useState(() => begunBy(account))
  useDidShow(() => {
    reading.again()
    look(begunBy(account))
  })

  if (!phone.votes) return { stands: 'notHere', because: 'browser' }
  const campaignId = survey?.paper?.campaignId ?? survey?.campaign?.id ?? ballot?.campaignId
  const own = ballot?.campaignId === campaignId ? ballot : undefined
  if (own?.stands === 'in') return { stands: 'done', receipt: own.receipt, mine: survey?.mine, ...finding }
  if (!survey) return reading.says ? { stands: 'trouble', says: reading.says, again: reading.again } : { stands: 'loading' }
  if (survey.paper && !canSeal()) return { stands: 'notHere', because: 'oldPhone' }
  if (survey.paper && !SURVEY_KEYS && !DEMO) return { stands: 'notHere', because: 'oldRelease' }
  const sealed = own?.stands === 'drawing' || own?.stands === 'casting'
  // Whoever drew and has nothing sealed here drew elsewhere.
  const may = sealed || (survey.paper && !survey.mine?.drew && own?.stands !== 'refused')
  return {
    stands: 'ready',
    survey,
    standing: sealed ? 'sealed' : begun && begun.campaignId === campaignId && isBegun(begun) ? 'begun' : 'new',
    begin: may ? () => go('survey/fill') : undefined,
    refused: own?.stands === 'refused' ? own.says : undefined,
    old: reading.says,
    demo: DEMO,
  }
}
