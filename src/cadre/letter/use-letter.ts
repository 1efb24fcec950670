import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'

import type { UnitId } from '../../../contract/pairing'
import { type Action, TicketId } from '../../../contract/ticket'
import { draft } from '../../api/draft'
import { askConsent } from '../../api/notify'
import { useDesks, useLetter as useLetterRead, useTemplates } from '../../api/read'
import { useStep } from '../../writing/use-step'

type Open = 'answer' | 'resolve' | 'assign' | undefined

/** One letter, and what this person may do about it now. */
export function useLetter() {
  const id = TicketId.parse(useRouter().params.id)
  const letter = useLetterRead(id)
  const { waiting, busy, decide } = useStep(id)
  const [open, setOpen] = useState<Open>(() =>
    draft(`answer:${id}`).text ? 'answer' : draft(`resolve:${id}`).text ? 'resolve' : undefined,
  )
  const desks = useDesks(id, open === 'assign')
  useTemplates()
  useDidShow(letter.again)

  const pending = waiting.some(({ says }) => !says)
  const decided = async (decision: Parameters<typeof decide>[0]) => {
    void askConsent('staff')
    if (await decide(decision)) setOpen(undefined)
  }
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
    accept: () => decided({ task: 'accept' }),
    answer: (text: string) => decided({ task: 'answer', text }),
    resolve: (text: string) => decided({ task: 'resolve', text }),
    assign: (unitId: UnitId) => decided({ task: 'assign', unitId }),
  }
}
