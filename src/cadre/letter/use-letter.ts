import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { type Action, TicketId } from '../../../contract/ticket'
import { draft, opensAgain } from '../../api/draft'
import { askConsent } from '../../api/notify'
import { useDesks, useLetter as useLetterRead, useTemplates } from '../../api/read'
import { useUntilReady } from '../../media/until-ready'
import { back } from '../../ways'
import { type Given, type Task, useStep } from '../../writing/use-step'
import { type FormTask, formTasks } from './form-tasks'

/** What stands open over or in the letter. */
export type Open = FormTask | 'assign' | 'more' | undefined

/** One letter, and what this person may do about it now. */
export function useLetter() {
  const id = TicketId.parse(useRouter().params.id)
  const letter = useLetterRead(id)
  const { waiting, busy, decide } = useStep(id)
  // Whatever was being written when the program ended is open again.
  const [open, setOpen] = useState<Open>(() => formTasks.find((task) => opensAgain(draft(`${task}:${id}`))))
  const desks = useDesks(id, open === 'assign' || open === 'offer')
  useTemplates()
  useDidShow(letter.again)
  useUntilReady(letter.data, letter.again)

  const pending = waiting.some(({ says }) => !says)
  return {
    ...letter,
    id,
    waiting,
    busy,
    open,
    setOpen,
    desks,
    /** Nothing new is decided while an earlier decision is on its way. */
    can: (action: Action) => Boolean(letter.data?.can.includes(action)) && !pending,
    decide: async (task: Task, given?: Given) => {
      // WeChat shows its question only in the tap itself; the decision does not wait for the answer.
      void askConsent('staff')
      if (!(await decide(task, given))) return
      setOpen(undefined)
      // Who does not take it over has no more to do with it.
      if (task === 'refuseOffer') back()
    },
  }
}
