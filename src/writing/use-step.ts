import { useRef, useState } from 'react'

import { Instant } from '../../contract/route'
import { type Face, StepId, type TicketId } from '../../contract/ticket'
import { clear, type Draft, draftName, takeBack } from '../api/draft'
import { Errand } from '../api/errand'
import { newId } from '../api/id'
import { enqueue, useQueue } from '../api/queue'

/** What can be decided about a ticket that is there. */
export type Task = Exclude<Errand, { task: 'submit' | 'visit' }>['task']
/** What a decision carries, as its form holds it. */
export type Given = Partial<Draft> & { face?: Face }

/** Puts a decision about this ticket into the queue, and tells what of it still waits. */
export function useStep(ticketId: TicketId) {
  const waiting = useQueue(({ errands }) => errands).filter((errand) => 'ticketId' in errand && errand.ticketId === ticketId)
  const taken = useRef(false)
  const [busy, setBusy] = useState(false)

  /** True once the queue holds it; false where it lacks something. A second tap while the first is being taken over does nothing. */
  async function decide(task: Task, given: Given = {}): Promise<boolean> {
    if (taken.current) return false
    taken.current = true
    setBusy(true)
    const at = Instant.parse(new Date().toISOString())
    const errand = Errand.safeParse({ ...given, says: undefined, task, ticketId, step: StepId.parse(await newId()), at }).data
    const kept = errand ? keep(errand) : false
    taken.current = false
    setBusy(false)
    return kept
  }

  return { waiting, busy, decide }
}

function keep(errand: Errand): boolean {
  clear(draftName(errand))
  const kept = enqueue(errand)
  if (!kept) takeBack(errand, '手机存满了,没法先存下来。')
  return kept
}
