import { App } from 'antd'
import * as z from 'zod/mini'

import type { RectificationId } from '../../../contract/survey'
import { ask } from '../../api/ask'
import { useDraft } from '../../api/draft'
import { refresh } from '../../api/read'
import { useSending } from '../../api/use-sending'

/** As the route takes it. */
export const ANSWER_MOST = 1000

/** A unit's answer: kept at every keystroke until it is sent, once. */
export function useAnswer(id: RectificationId) {
  const [text, write, clear] = useDraft(`rectification:${id}`, z.string(), () => '')
  const { says, busy, send } = useSending()
  const { message } = App.useApp()

  async function submit() {
    const answered = await send(() => ask('POST /v1/rectifications/{id}/answer', { params: { id }, body: { text } }))
    if (!answered) return
    clear()
    refresh('rectifications')
    void message.success('答复发出了,群众看得到')
  }
  return { text, write, says, busy, lacks: text.trim() === '', submit: () => void submit() }
}
