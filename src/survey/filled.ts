import { create } from 'zustand'

import type { BallotPaper } from '../../contract/survey'
import { accountId } from '../api/session'
import { forget, keep, kept } from '../api/storage'
import { Filled, isFor, shuffled, unfilled } from './answers'
import { randomPool } from './random'

const storedUnder = (account: string) => `answers:${account}`

type State = { account: string; filled?: Filled; /** This phone has no source of random bytes. */ noRandom?: boolean }

const useStore = create<State>(() => ({ account: '' }))

/** What is filled in for this paper; nothing until it is opened. */
export function useFilled(paper: BallotPaper | undefined) {
  const { account, filled, noRandom } = useStore()
  return { filled: filled && paper && account === accountId() && isFor(filled, paper) ? filled : undefined, noRandom }
}

/** What this account has begun to fill in, whatever for. */
export const begunBy = (account: string) => kept(storedUnder(account), Filled)

/** Opens what was filled in before a kill, or an empty one with the units in an order of this phone's own. */
export async function openFilled(paper: BallotPaper) {
  const account = accountId()
  const before = begunBy(account)
  if (before && isFor(before, paper)) return useStore.setState({ account, filled: before, noRandom: false })
  const { campaignId, stratum } = paper
  try {
    const random = await randomPool(2 * Math.max(1, stratum.units.length))
    const order = shuffled(stratum.units, random(stratum.units.length))
    useStore.setState({ account, filled: unfilled(campaignId, order), noRandom: false })
  } catch {
    useStore.setState({ account, filled: undefined, noRandom: true })
  }
}

/** Keeps the answers at once, so that nothing is lost when the program is killed. */
export function write(filled: Filled) {
  const account = accountId()
  keep(storedUnder(account), filled)
  useStore.setState({ account, filled })
}

/** The answers are sealed, and nothing of them stays readable. */
export function forgetFilled() {
  forget(storedUnder(accountId()))
  useStore.setState({ filled: undefined })
}
