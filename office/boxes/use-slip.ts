import { useRef, useState } from 'react'

import type { BoxOpening } from '../../contract/intake'
import { isProblem } from '../../contract/problem'
import { ask, NO_ANSWER } from '../api/ask'
import { useDraft } from '../api/draft'
import { refresh } from '../api/read'
import type { Place } from '../intake/home'
import { useCircle } from '../intake/use-circle'
import { bodyOf, freshSlip, missing, Slip } from './slip'

/** The slips of one opening, typed one after the other. */
export function useSlip({ id }: BoxOpening, boxPlace: Place | undefined) {
  const [slip, write, clear] = useDraft(`slip:${id}`, Slip, freshSlip)
  // A slip that names no household is the box's village's.
  const circle = useCircle(slip.place ?? boxPlace)
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)

  async function submit() {
    if (sending.current) return
    const lacks = missing(slip, circle.data)
    if (lacks) return say(lacks)
    sending.current = true
    setBusy(true)
    say(undefined)
    try {
      const answer = await ask('POST /v1/intake/slips', { body: bodyOf(slip, id, circle.data) })
      if (isProblem(answer)) say(answer.says)
      else {
        write({ ...slip, taken: answer })
        refresh('openings')
        refresh('letters')
      }
    } catch {
      say(NO_ANSWER)
    }
    sending.current = false
    setBusy(false)
  }
  const change = (next: Partial<Slip>) => {
    say(undefined)
    write({ ...slip, ...next })
  }
  return { slip, change, circle: circle.data, says, busy, submit: () => void submit(), next: clear }
}
