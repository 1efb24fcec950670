import { useRef, useState } from 'react'

import { isProblem } from '../../contract/problem'
import { ask, NO_ANSWER } from '../api/ask'
import { useDraft } from '../api/draft'
import { refresh } from '../api/read'
import { useCircle } from '../intake/use-circle'
import { useByPhone } from '../intake/use-found'
import { bodyOf, Call, changed, freshCall, missing } from './call'

/** A call that is being taken down: kept at every keystroke, sent once. */
export function useCall() {
  const [call, write, clear] = useDraft('call', Call, freshCall)
  const { whole, found } = useByPhone(call.phone, !call.place)
  const circle = useCircle(call.place)
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)

  const change = (next: Parameters<typeof changed>[1]) => {
    say(undefined)
    write(changed(call, next))
  }

  async function submit() {
    if (sending.current) return
    const lacks = missing(call, circle.data)
    if (lacks) return say(lacks)
    sending.current = true
    setBusy(true)
    say(undefined)
    try {
      const answer = await ask('POST /v1/intake/calls', { body: bodyOf(call, circle.data) })
      if (isProblem(answer)) say(answer.says)
      else {
        write({ ...call, taken: answer })
        refresh('letters')
      }
    } catch {
      say(NO_ANSWER)
    }
    sending.current = false
    setBusy(false)
  }

  return {
    call,
    change,
    /** Ticked once it was read out and agreed to. */
    agree: (readBack: boolean) => write({ ...call, readBack }),
    whole,
    found,
    circle: circle.data,
    circleSays: circle.says,
    says,
    busy,
    submit: () => void submit(),
    next: () => {
      say(undefined)
      clear()
    },
  }
}
