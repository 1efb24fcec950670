import { App } from 'antd'
import { useState } from 'react'

import { type CampaignId, type RollEntry, Slip } from '../../../../contract/survey'
import { ask } from '../../../api/ask'
import { refresh } from '../../../api/read'
import { useSending } from '../../../api/use-sending'

/** Marks one household as having taken a sheet. */
export function useTake(id: CampaignId, { rollId, headName }: RollEntry, onDone: () => void) {
  const [typed, write] = useState('')
  const { says, say, busy, send } = useSending()
  const { message } = App.useApp()

  async function submit() {
    const slip = typed.normalize('NFKC').replace(/[\s-]/g, '')
    if (!Slip.safeParse(slip).success) return say('号码不对:回执条上是 8 位数字,请再对一遍。')
    const marked = await send(() => ask('POST /v1/surveys/{id}/paper-draws', { params: { id }, body: { rollId, slip } }))
    if (!marked) return refresh('survey-roll', id)
    void message.success(`${headName}:记好了`)
    refresh('survey-roll', id)
    refresh('survey-progress', id)
    onDone()
  }
  return { slip: typed, write, says, busy, submit: () => void submit() }
}
