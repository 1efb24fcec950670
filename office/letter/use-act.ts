import { App } from 'antd'
import { useRef, useState } from 'react'

import { isProblem } from '../../contract/problem'
import type { Action, TicketId } from '../../contract/ticket'
import { NO_ANSWER } from '../api/ask'
import { useDraft } from '../api/draft'
import { queries, refresh } from '../api/read'
import { ActDraft, freshAct, letterIn, missing, send } from './act-form'
import type { Act } from './acts'

/** One action's form: its draft, and the sending of it, once. `onGone`: the ticket is not this person's to read any more. */
export function useAct(action: Action, act: Act, id: TicketId, { onDone, onGone }: { onDone: () => void; onGone: () => void }) {
  const [draft, write, clear] = useDraft(`act:${id}:${action}`, ActDraft, freshAct)
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const { message } = App.useApp()

  async function submit() {
    if (sending.current) return
    const lacks = missing(act, draft)
    if (lacks) return say(lacks)
    sending.current = true
    setBusy(true)
    say(undefined)
    try {
      const answer = await send(action, id, draft)
      if (isProblem(answer)) say(answer.says)
      else {
        clear()
        const letter = letterIn(answer)
        refresh('letters')
        void message.success(`${act.name}:办好了`)
        if (letter) {
          queries.setQueryData(['letter', id], letter)
          onDone()
        } else onGone()
      }
    } catch {
      say(NO_ANSWER)
    }
    sending.current = false
    setBusy(false)
  }
  return { draft, write, says, busy, submit: () => void submit() }
}
