import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { type Action, type Face, TicketId } from '../../../contract/ticket'
import { draft, type Draft, opensAgain } from '../../api/draft'
import { askConsent } from '../../api/notify'
import { useOwnTicket, useTemplates } from '../../api/read'
import { useUntilReady } from '../../media/until-ready'
import { useStep } from '../../writing/use-step'

/** What a villager writes about a ticket that is there. */
const forms = ['supplement', 'reopen', 'withdraw', 'appeal'] as const
export type Form = (typeof forms)[number]

/** One of my tickets, and what I may do about it now. */
export function useTicket() {
  const id = TicketId.parse(useRouter().params.id)
  const ticket = useOwnTicket(id)
  const { waiting, busy, decide } = useStep(id)
  // Whatever was being written when the program ended is open again.
  const [writing, write] = useState<Form | undefined>(() => forms.find((form) => opensAgain(draft(`${form}:${id}`))))
  const [face, setFace] = useState<Face>()
  useTemplates()
  useDidShow(ticket.again)
  useUntilReady(ticket.data, ticket.again)

  /** More words may follow one another; anything else waits for what was decided before. */
  const can = (action: Action) =>
    Boolean(ticket.data?.can.includes(action)) && !waiting.some(({ task, says }) => task !== 'supplement' && !says)

  return {
    ...ticket,
    id,
    waiting,
    busy,
    writing,
    face,
    can,
    write,
    setFace,
    send: async (form: Form, given: Draft) => {
      // WeChat shows its question only in the tap itself; the words do not wait for the answer.
      void askConsent('villager')
      if (await decide(form, given)) write(undefined)
    },
    confirm: () => face && void decide('confirm', { face }),
  }
}
