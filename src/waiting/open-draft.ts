import { isStaffs, type Errand } from '../api/errand'
import { go } from '../ways'

/** Opens the screen on which this errand's words were written. */
export function openDraft(errand: Errand) {
  if (errand.task === 'submit') return go('villager/ticket-new')
  if (errand.task === 'visit') return go('cadre/proxy')
  return isStaffs(errand) ? go('cadre/letter', { id: errand.ticketId }) : go('villager/ticket', { id: errand.ticketId })
}
