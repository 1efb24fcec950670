import type { TicketLine } from '../../contract/ticket'
import { isPast } from '../design/when'

/** What a letter's handler owes next: an answer, or the end of it. */
const nextDue = ({ respondBy, deadline }: TicketLine) => respondBy ?? deadline

/** Whether it is overdue, by its answer or by its end. */
export const isLate = (letter: TicketLine, now: number) => isPast(nextDue(letter), now) || isPast(letter.deadline, now)

/** Whether nobody has answered it yet, or it has to be done again. */
export const wantsAnswer = ({ respondBy, state }: TicketLine) => respondBy !== undefined || state === 'reopened'

/** Letters of several boxes, each once: what is due first stands first, and what waits for the villager last. */
export function byUrgency(letters: readonly TicketLine[]): TicketLine[] {
  const each = [...new Map(letters.map((letter) => [letter.id, letter])).values()]
  const later = ({ state }: TicketLine) => (state === 'waiting' ? 1 : 0)
  return each.sort((a, b) => later(a) - later(b) || (nextDue(a) < nextDue(b) ? -1 : 1))
}

/** How inspection's box is looked through. */
export const tabs = ['unassigned', 'running', 'decide', 'late', 'all'] as const
export type Tab = (typeof tabs)[number]

/** Whether a letter belongs under this tab of inspection's box. */
export function isUnder(tab: Tab, letter: TicketLine, now: number): boolean {
  const decide = letter.decide !== undefined || letter.flagged === true
  if (tab === 'unassigned') return letter.deskName === undefined
  if (tab === 'running') return letter.deskName !== undefined
  if (tab === 'decide') return decide
  return tab === 'all' || isLate(letter, now)
}
