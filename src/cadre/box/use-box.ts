import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'

import type { BoxOpening } from '../../../contract/intake'
import { isProblem } from '../../../contract/problem'
import { ask } from '../../api/ask'
import { useBoxOpenings } from '../../api/read'
import { NO_ANSWER } from '../../api/says'

/** The openings of the unit's boxes; those that wait for this person's word stand first. */
export function useBox() {
  const openings = useBoxOpenings()
  const [busy, setBusy] = useState(false)
  const [says, say] = useState<string>()
  useDidShow(openings.again)

  async function confirm({ id }: BoxOpening) {
    if (busy) return
    setBusy(true)
    say(undefined)
    try {
      const reply = await ask('POST /v1/intake/box-openings/{id}/confirm', { params: { id } })
      if (isProblem(reply)) say(reply.says)
    } catch {
      say(NO_ANSWER)
    }
    openings.again()
    setBusy(false)
  }

  const all = openings.data ?? []
  return {
    ...openings,
    busy,
    answerSays: says,
    waiting: all.filter(({ mine }) => mine),
    others: all.filter(({ mine }) => !mine),
    confirm: (opening: BoxOpening) => void confirm(opening),
  }
}
