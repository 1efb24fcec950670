import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { type Face, TicketId } from '../../../contract/ticket'
import { useOwnTicket } from '../../api/read'
import { draft } from '../../api/draft'
import { useStep } from '../../writing/use-step'

type Open = 'supplement' | 'reopen' | undefined

/** One of my tickets, and what I may do about it now. */
export function useTicket() {
  const id = TicketId.parse(useRouter().params.id)
  const ticket = useOwnTicket(id)
  const { waiting, busy, decide } = useStep(id)
  const [writing, write] = useState<Open>(() =>
    draft(`supplement:${id}`).text ? 'supplement' : draft(`reopen:${id}`).text ? 'reopen' : undefined,
  )
  const [face, setFace] = useState<Face>()
  useDidShow(ticket.again)

  const can = (action: 'supplement' | 'reopen' | 'confirm') =>
    ticket.data?.can.includes(action) && !waiting.some(({ task, says }) => task !== 'supplement' && !says)

  return {
    ...ticket,
    waiting,
    busy,
    writing,
    face,
    can,
    write,
    setFace,
    supplement: async (text: string) => (await decide({ task: 'supplement', text })) && write(undefined),
    reopen: async (text: string) => (await decide({ task: 'reopen', text })) && write(undefined),
    confirm: () => face && void decide({ task: 'confirm', face }),
    id,
  }
}
