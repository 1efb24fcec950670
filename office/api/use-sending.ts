import { useRef, useState } from 'react'

import { isProblem, type Problem } from '../../contract/problem'
import { NO_ANSWER } from './ask'

/** Sends one thing at a time; what is refused, or gets no answer, is said. */
export function useSending() {
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)

  /** What `call` was answered with; nothing where it was refused, did not arrive, or another one is under way. */
  async function send<T extends object>(call: () => Promise<T>): Promise<Exclude<T, Problem> | undefined> {
    if (sending.current) return undefined
    sending.current = true
    setBusy(true)
    say(undefined)
    try {
      const answer = await call()
      if (!isProblem<T>(answer)) return answer as Exclude<T, Problem>
      say('says' in answer && typeof answer.says === 'string' ? answer.says : '')
    } catch {
      say(NO_ANSWER)
    } finally {
      sending.current = false
      setBusy(false)
    }
    return undefined
  }
  return { says, say, busy, send }
}
