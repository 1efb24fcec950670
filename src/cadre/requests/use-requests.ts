import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'

import type { TieRequest } from '../../../contract/account'
import { isProblem } from '../../../contract/problem'
import { ask } from '../../api/ask'
import { useTieRequests } from '../../api/read'
import { NO_ANSWER } from '../../api/says'

/** Villagers who say that they belong to one of this cadre's households. */
export function useRequests() {
  const requests = useTieRequests(true)
  const [busy, setBusy] = useState<TieRequest['id']>()
  const [says, say] = useState<string>()
  useDidShow(requests.again)

  async function answer({ id }: TieRequest, confirm: boolean) {
    setBusy(id)
    say(undefined)
    try {
      const reply = await ask('POST /v1/tie-requests/{id}/answer', { params: { id }, body: { confirm } })
      if (isProblem(reply)) say(reply.says)
    } catch {
      say(NO_ANSWER)
    }
    requests.again()
    setBusy(undefined)
  }

  return { ...requests, busy, answerSays: says, answer: (request: TieRequest, confirm: boolean) => void answer(request, confirm) }
}
