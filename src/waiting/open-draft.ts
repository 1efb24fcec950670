import { NEW_TICKET } from '../api/draft'
import { go } from '../ways'

/** Opens the screen on which the draft `name` is written. */
export function openDraft(name: string) {
  if (name === NEW_TICKET) return go('villager/ticket-new')
  const [task, id = ''] = name.split(':')
  return task === 'answer' || task === 'resolve' ? go('cadre/letter', { id }) : go('villager/ticket', { id })
}
