import { useRef, useState } from 'react'
import * as z from 'zod/mini'

import { BoxOpeningId } from '../../contract/intake'
import { CadreId, VillageId } from '../../contract/pairing'
import { isProblem } from '../../contract/problem'
import { ask, NO_ANSWER } from '../api/ask'
import { useDraft } from '../api/draft'
import { newId } from '../api/id'
import { refresh } from '../api/read'

const Opening = z.object({
  id: BoxOpeningId,
  boxName: z.string(),
  villageId: z.optional(VillageId),
  slips: z.optional(z.number()),
  partnerId: z.optional(CadreId),
})

const fresh = (): z.infer<typeof Opening> => ({ id: BoxOpeningId.parse(newId()), boxName: '' })

/** The log of an opening, as it is being filled in. */
export function useOpening(onDone: () => void) {
  const [opening, write, clear] = useDraft('opening', Opening, fresh)
  const [says, say] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)

  async function submit() {
    const { id, boxName, villageId, slips, partnerId } = opening
    if (sending.current) return
    if (!boxName.trim()) return say('请写是哪个意见箱。')
    if (!villageId) return say('请选意见箱挂在哪个村。')
    if (slips === undefined) return say('请填里面有几封信,没有就填 0。')
    if (!partnerId) return say('请选一起开箱的同事。')
    sending.current = true
    setBusy(true)
    say(undefined)
    try {
      const answer = await ask('POST /v1/intake/box-openings', { body: { id, boxName, villageId, slips, partnerId } })
      if (isProblem(answer)) say(answer.says)
      else {
        clear()
        refresh('openings')
        onDone()
      }
    } catch {
      say(NO_ANSWER)
    }
    sending.current = false
    setBusy(false)
  }
  return { opening, write, says, busy, submit: () => void submit() }
}
