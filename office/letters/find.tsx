import { App, Input } from 'antd'
import { useNavigate } from 'react-router'

import { isProblem } from '../../contract/problem'
import { TicketNumber } from '../../contract/ticket'
import { ask, NO_ANSWER } from '../api/ask'

type Props = { typed: string; onType: (typed: string) => void }

/** Narrows the table while typing; a whole number and Enter open that ticket, wherever it is listed. */
export function Find({ typed, onType }: Props) {
  const go = useNavigate()
  const { message } = App.useApp()

  async function open() {
    const number = TicketNumber.safeParse(typed.trim().toUpperCase())
    if (!number.success) return
    try {
      const answer = await ask('GET /v1/letter-numbers/{number}', { params: { number: number.data } })
      if (isProblem(answer)) void message.warning(answer.says)
      else void go(`/letters/${answer.id}`)
    } catch {
      void message.error(NO_ANSWER)
    }
  }
  return (
    <Input
      className="queue-find"
      aria-label="编号或事由"
      placeholder="编号或事由"
      value={typed}
      onChange={({ target }) => onType(target.value)}
      onPressEnter={() => void open()}
      allowClear
    />
  )
}
