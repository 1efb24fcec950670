import { useEffect, useState } from 'react'

import type { BallotPaper } from '../../../contract/survey'
import { loadSealing } from '../load-sealing'

type Wrong = 'otherList' | 'otherKeys' | 'noRelease'
type Verdict = 'good' | 'notLoaded' | Wrong

/** What a person reads who is given another paper than everybody else. */
export const wrongWords: Readonly<Record<Wrong, string>> = {
  otherList: '这张选票上的单位和公布的不一样,没有打开。请打督查组的电话。',
  otherKeys: '这次评议的钥匙和小程序里的不一样,没有打开。请更新小程序;还不行,请打督查组的电话。',
  noRelease: '这个版本的小程序还办不了这次评议。请更新小程序再来。',
}

/** Whether this paper is everybody's; nothing until that is known, and no question is asked before. */
export function useVerdict(paper: BallotPaper | undefined): { verdict?: Verdict; again: () => void } {
  const [found, set] = useState<{ of: BallotPaper; is: Verdict }>()
  const [tries, tryAgain] = useState(0)
  useEffect(() => {
    if (!paper) return
    loadSealing()
      .then(({ wrongWith }) => set({ of: paper, is: wrongWith(paper, SURVEY_KEYS, DEMO) ?? 'good' }))
      .catch(() => set({ of: paper, is: 'notLoaded' }))
  }, [paper, tries])
  return { verdict: found && found.of === paper ? found.is : undefined, again: () => tryAgain(tries + 1) }
}
