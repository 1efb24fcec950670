import { useRef, useState } from 'react'

import { isProblem } from '../../../contract/problem'
import { type Sender, StepId, type TicketId } from '../../../contract/ticket'
import { ask } from '../../api/ask'
import { newId } from '../../api/id'
import { NO_ANSWER } from '../../api/says'

/** Who sent a confidential complaint, for one look: nothing of it is kept on the phone. */
export function useReveal(id: TicketId) {
  const [sender, show] = useState<Sender>()
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)
  // A retry is the same read, kept once in the register.
  const step = useRef<{ reason: string; id: StepId }>(undefined)

  async function reveal(reason: string) {
    setBusy(true)
    say(undefined)
    try {
      if (step.current?.reason !== reason) step.current = { reason, id: StepId.parse(await newId()) }
      const answer = await ask('POST /v1/letters/{id}/sender', { params: { id }, body: { step: step.current.id, reason } })
      if (isProblem(answer)) say(answer.says)
      else show(answer)
    } catch {
      say(NO_ANSWER)
    }
    setBusy(false)
  }

  return { sender, says, busy, reveal: (reason: string) => void reveal(reason) }
}
