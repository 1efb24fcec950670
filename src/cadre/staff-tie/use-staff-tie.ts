import { useState } from 'react'

import type { PhoneProof } from '../../../contract/account'
import { isProblem } from '../../../contract/problem'
import { ask } from '../../api/ask'
import { NO_ANSWER } from '../../api/says'
import { adopt } from '../../api/session'
import { restart } from '../../ways'

/** A cadre is whoever proves the number that stands in the roster. */
export function useStaffTie() {
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function prove(proof: PhoneProof) {
    setBusy(true)
    say(undefined)
    try {
      const answer = await ask('POST /v1/staff-ties', { body: { proof } })
      if (isProblem(answer)) say(answer.says)
      else {
        adopt(answer)
        restart('cadre/home')
      }
    } catch {
      say(NO_ANSWER)
    }
    setBusy(false)
  }

  return { says, busy, prove: (proof: PhoneProof) => void prove(proof), refuse: () => say('没有手机号,认不出您是哪位干部。') }
}
