import { isProblem, type ProblemName } from '../../contract/problem'
import { ballotWaits, type Drawing, keepBallot, useBallot } from '../api/ballot'
import { castBallot, NO_SIGNAL, pauseAfter } from '../api/cast'
import { phone } from '../api/phone'
import { accountId, token } from '../api/session'
import { askSurvey } from './ask'
import { loadSealing } from './load-sealing'

/** After these the same household never draws; all else may pass, and is asked again. */
const forGood: readonly ProblemName[] = ['alreadyDrawn', 'notSampled', 'badInput', 'tooLarge']

const ends = (problem: ProblemName, until: string) =>
  forGood.includes(problem) || (problem === 'surveyClosed' && Date.now() > Date.parse(until))

const NOT_PROVEN = '领到的选票验不过,没有用。过一会儿再试;还不行,请打督查组的电话。'

/** Draws the token; false where it has to be asked for again. Until the answer is there the blinding is kept, and asks for the same. */
async function draw(ballot: Drawing, account: string): Promise<boolean> {
  // The session comes first: it shows whose phone this is now.
  await token()
  if (accountId() !== account) return false
  const { campaignId, begun } = ballot
  const answer = await askSurvey('POST /v1/ballot-draws', { body: { campaignId, blinded: begun.blinded } })
  if (isProblem(answer)) {
    if (ends(answer.problem, ballot.drawsUntil)) return keepBallot({ stands: 'refused', campaignId, says: answer.says }, account)
    ballotWaits(answer.says)
    return false
  }
  const drawn = (await loadSealing()).drawnBallot(ballot, answer)
  if (!drawn) ballotWaits(NOT_PROVEN)
  return drawn !== undefined && keepBallot(drawn, account)
}

let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

async function once() {
  const { account, ballot } = useBallot.getState()
  if (ballot?.stands === 'drawing') {
    clearTimeout(timer)
    const done = await draw(ballot, account).catch(() => (ballotWaits(NO_SIGNAL), false))
    if (!done) {
      timer = setTimeout(() => void vote(), pauseAfter(failures++))
      return
    }
    failures = 0
  }
  await castBallot()
}

let voting: Promise<void> | undefined

/** Brings a sealed ballot on its way: draws, then casts, from wherever it stands. Callers at the same time share one try. */
export function vote(): Promise<void> {
  voting ??= once().finally(() => {
    voting = undefined
  })
  return voting
}

// Drawing needs what only this package has; casting goes on by itself once the token is there.
phone.onOnline(() => void vote())
