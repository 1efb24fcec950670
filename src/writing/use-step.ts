import { useRef, useState } from 'react'

import { Instant } from '../../contract/route'
import { StepId, type TicketId } from '../../contract/ticket'
import { clear, draftName, write } from '../api/draft'
import { Errand } from '../api/errand'
import { newId } from '../api/id'
import { enqueue, useQueue } from '../api/queue'

type Task = Exclude<Errand, { task: 'submit' }>
type WithoutIds<T> = T extends unknown ? Omit<T, 'at' | 'step' | 'ticketId' | 'tried' | 'says'> : never
export type Decision = WithoutIds<Task>

/** Puts a decision about this ticket into the queue, and tells what of it still waits. */
export function useStep(ticketId: TicketId) {
  const waiting = useQueue(({ errands }) => errands).filter((errand) => errand.task !== 'submit' && errand.ticketId === ticketId)
  const taken = useRef(false)
  const [busy, setBusy] = useState(false)

  /** True once the queue holds it. A second tap while the first is being taken over does nothing. */
  async function decide(decision: Decision): Promise<boolean> {
    if (taken.current) return false
    taken.current = true
    setBusy(true)
    const at = Instant.parse(new Date().toISOString())
    const errand = Errand.parse({ ...decision, ticketId, step: StepId.parse(await newId()), at })
    const name = draftName(errand)
    clear(name)
    const kept = enqueue(errand)
    if (!kept && 'text' in errand) write(name, { text: errand.text, says: '手机存满了,没法先存下来。' })
    taken.current = false
    setBusy(false)
    return kept
  }

  return { waiting, busy, decide }
}
