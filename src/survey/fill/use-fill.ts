import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

import type { UnitId } from '../../../contract/pairing'
import type { BallotPaper } from '../../../contract/survey'
import { type Ballot, keepBallot, useBallot } from '../../api/ballot'
import { phone } from '../../api/phone'
import { type Filled, pagesOf, type Said, say, unsay, type Watched } from '../answers'
import { forgetFilled, openFilled, useFilled, write } from '../filled'
import { loadSealing } from '../load-sealing'
import { randomPool } from '../random'
import { useSurvey } from '../read'
import { vote } from '../voting'
import { whyNot } from '../why-not'
import { useVerdict, wrongWords } from './use-verdict'

export type Filling = {
  stands: 'filling'
  paper: BallotPaper
  filled: Filled
  /** A page was opened from the summary to be changed; the next step leads back there. */
  mending: boolean
  says?: string
  demo: boolean
  goTo: (page: number) => void
  mend: (page: number) => void
  next: () => void
  say: (unitId: UnitId, answer: Partial<Said>) => void
  skip: (unitId: UnitId) => void
  watched: (watched: Watched) => void
  send: () => void
}

type Fill =
  | { stands: 'loading' }
  | { stands: 'trouble'; says: string; again: () => void }
  | { stands: 'nothing'; says: string }
  | Filling
  | { stands: 'sending'; step: 'drawing' | 'casting'; says?: string; again: () => void }
  | { stands: 'done'; receipt: string }

const NOT_HERE = '网页上不办评议,请用微信小程序。也可以填纸质问卷,或者打电话评。'
const NOT_LOADED = '没有网络,连上网再来。'
const NO_ROOM = '手机存满了,没法封好您的票。请清理一下再投,您选的都还在。'
const NO_RANDOM = '这部手机封不了票。请更新微信再来,或者填纸质问卷、打电话评。'

/** The ballot after which nothing more is filled in. */
function sealedOf(ballot: Ballot | undefined, paper: BallotPaper | undefined) {
  return ballot && (!paper || paper.campaignId === ballot.campaignId) ? ballot : undefined
}

/** Seals what was filled in and brings it on its way; what stood in the way, in words. */
async function seal(paper: BallotPaper, filled: Filled): Promise<string | undefined> {
  const { RANDOM_BYTES, sealedBallot } = await loadSealing()
  const random = await randomPool(RANDOM_BYTES).catch(() => undefined)
  if (!random) return NO_RANDOM
  if (!keepBallot(await sealedBallot(paper, filled, random))) return NO_ROOM
  forgetFilled()
  await vote()
  return undefined
}

/** Seals once, however often it is tapped. */
function useSealing() {
  const [sealing, set] = useState(false)
  const [says, tell] = useState<string>()
  const taken = useRef(false)
  const begin = (paper: BallotPaper, filled: Filled) => {
    if (taken.current) return
    taken.current = true
    set(true)
    tell(undefined)
    seal(paper, filled)
      .then(tell, () => tell(NOT_LOADED))
      .finally(() => {
        taken.current = false
        set(false)
      })
  }
  return { sealing, says, begin }
}

/** From the first page to the receipt. Answers are kept at every tap and given up only once they are sealed. */
export function useFill(): Fill {
  const reading = useSurvey()
  const { ballot, says: waits } = useBallot()
  const paper = phone.votes ? reading.data?.paper : undefined
  const { filled, noRandom } = useFilled(paper)
  const { verdict, again } = useVerdict(paper)
  const { sealing, says, begin } = useSealing()
  const [mending, mend] = useState(false)
  useEffect(() => void (paper && openFilled(paper)), [paper])
  const at = filled?.page
  useEffect(() => void Promise.resolve(Taro.pageScrollTo({ scrollTop: 0, duration: 0 })).catch(() => undefined), [at])
  useDidShow(() => void vote())

  const sealed = sealedOf(ballot, paper)
  const resend = () => void vote()
  if (sealed?.stands === 'in') return { stands: 'done', receipt: sealed.receipt }
  if (sealed?.stands === 'refused') return { stands: 'nothing', says: sealed.says }
  if (sealed) return { stands: 'sending', step: sealed.stands, says: waits, again: resend }
  if (sealing) return { stands: 'sending', step: 'drawing', again: resend }
  if (!phone.votes) return { stands: 'nothing', says: NOT_HERE }
  if (!reading.data) return reading.says ? { stands: 'trouble', says: reading.says, again: reading.again } : { stands: 'loading' }
  if (!paper) return { stands: 'nothing', says: whyNot(reading.data.why)[1] }
  if (verdict === 'notLoaded') return { stands: 'trouble', says: NOT_LOADED, again }
  if (verdict && verdict !== 'good') return { stands: 'nothing', says: wrongWords[verdict] }
  if (noRandom) return { stands: 'nothing', says: NO_RANDOM }
  if (!verdict || !filled) return { stands: 'loading' }

  const goTo = (page: number) => write({ ...filled, page })
  const nextOf = (now: Filled) => {
    write({ ...now, page: mending ? pagesOf(now) : now.page + 1 })
    mend(false)
  }
  return {
    ...{ stands: 'filling', paper, filled, mending, says, demo: DEMO, goTo },
    mend: (page) => {
      mend(true)
      goTo(page)
    },
    next: () => nextOf(filled),
    say: (unitId, answer) => write(say(filled, unitId, answer)),
    skip: (unitId) => nextOf(unsay(filled, unitId)),
    watched: (watched) => write({ ...filled, watched: filled.watched === watched ? undefined : watched }),
    send: () => begin(paper, filled),
  }
}
