import { deadlineOf } from '../../functions/ticket/deadline'
import type { Head } from '../../functions/ticket/head'
import { nextLook } from './clock'
import type { Plain } from './plain'

const at = (milliseconds: number | undefined) => milliseconds && new Date(milliseconds).toISOString()

/** What a sheet says, in the words of a stored ticket. */
export const sheet = (ticket: Plain) => ({
  ...{ state: ticket.state, deskId: ticket.desk, offeredTo: ticket.offeredTo, cadreId: ticket.follower, inspectionId: ticket.inspection },
  ...{ watched: ticket.watched, barred: [...ticket.barred].sort(), appealed: ticket.appealed, raised: ticket.raised },
  ...{ dueAt: at(ticket.due), deadline: at(ticket.clock.due), respondBy: at(ticket.respondBy), waitingUntil: at(ticket.waitingUntil) },
  ...{ extension: ticket.extension?.state, followed: ticket.followed, wakeAt: at(nextLook(ticket)) },
  mending: ticket.mending && { state: ticket.mending.state, dueAt: at(ticket.mending.due) },
})

/** The same of a stored ticket. */
export const stored = (head: Head) => ({
  ...{ state: head.state, deskId: head.deskId, offeredTo: head.offer?.id, cadreId: head.cadreId, inspectionId: head.inspectionId },
  ...{ watched: head.watched, barred: [...head.barred].sort(), appealed: head.appealed ?? false, raised: head.raised },
  ...{ dueAt: head.dueAt, deadline: deadlineOf(head), respondBy: head.respondBy, waitingUntil: head.waitingUntil },
  ...{ extension: head.extension?.state, followed: head.merged.map(({ id }) => id), wakeAt: head.wakeAt },
  mending: head.rectification && { state: head.rectification.state, dueAt: head.rectification.dueAt },
})
