import { useDidShow } from '@tarojs/taro'

import { useHouseholds, useTieRequests } from '../../api/read'
import { signInAgain, useMe, useUnknown } from '../../api/session'
import { boxesOf, useOpenBoxes } from '../boxes'
import { byUrgency, isLate, wantsAnswer } from '../urgent'

const LETTERS = 5
const HOUSEHOLDS = 3

/** What this person has to do, over all their boxes: the most urgent first. */
export function useWorkbench(now: number) {
  const me = useMe()
  const unknown = useUnknown()
  const roles = me?.staff?.roles ?? []
  const pairs = roles.includes('cadre')
  const open = useOpenBoxes(boxesOf(roles))
  const requests = useTieRequests(pairs)
  const households = useHouseholds(pairs)
  const again = () => {
    if (unknown) return signInAgain()
    for (const [, { again: read }] of open) read()
    if (!pairs) return
    requests.again()
    households.again()
  }
  useDidShow(again)

  const read = open.filter(([, { data }]) => data)
  const loading = !unknown && (!me || open.some(([, one]) => one.loading) || (pairs && (requests.loading || households.loading)))
  const letters = byUrgency(read.flatMap(([, { data = [] }]) => data))
  const answers = letters.filter(wantsAnswer).length
  const late = letters.filter((letter) => isLate(letter, now)).length
  return {
    staff: me?.staff,
    pairs,
    again,
    asking: requests.data?.items.length ?? 0,
    /** Something has not been read yet; shown one by one, it would move under the finger. */
    loading,
    /** Why what stands here is old or missing. */
    says: unknown ?? open.map(([, one]) => one.says).find(Boolean),
    known: me !== undefined && !loading && (read.length > 0 || open.length === 0),
    letters: letters.slice(0, LETTERS),
    total: letters.length,
    /** Boxes are read a page at a time; there may be more than was counted. */
    more: open.some(([, one]) => one.more),
    answers,
    late,
    // Who was not visited for longest comes first.
    households: [...(households.data ?? [])].sort((a, b) => ((a.lastVisitAt ?? '') < (b.lastVisitAt ?? '') ? -1 : 1)).slice(0, HOUSEHOLDS),
  }
}
