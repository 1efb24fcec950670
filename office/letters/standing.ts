import { isOpen, kinds, type State, type TicketLine } from '../../contract/ticket'
import { day } from '../../contract/time'
import type { ChipTone } from '../design/chip'
import { isPast, left } from '../design/when'

const standings: Readonly<Record<State, readonly [words: string, tone: ChipTone]>> = {
  submitted: ['待受理', 'grey'],
  triaged: ['待分派', 'grey'],
  assigned: ['待接收', 'grey'],
  accepted: ['已接收', 'grain'],
  inProgress: ['办理中', 'grain'],
  waiting: ['等村民回话', 'grey'],
  resolved: ['已答复', 'field'],
  confirmed: ['已办结', 'field'],
  silent: ['已办结', 'field'],
  reopened: ['要求重办', 'seal'],
  merged: ['已并案', 'grey'],
  withdrawn: ['村民撤回', 'grey'],
  declined: ['不予办理', 'grey'],
}

/** Where a ticket stands, as those who handle it read it. */
export function standing({ state, kind, decide }: Pick<TicketLine, 'state' | 'kind' | 'decide'>): readonly [words: string, tone: ChipTone] {
  if (decide === 'rectify') return ['待整改', 'seal']
  if (decide === 'callBack') return ['待回访', 'grain']
  return state === 'submitted' && kind === 'complaint' ? ['待分派', 'grey'] : standings[state]
}

const endings: Partial<Record<State, string>> = { resolved: '待评价', confirmed: '已评价', silent: '未评价' }

/** What is left until the deadline: words, and whether they press. */
export function remaining(
  { state, deadline }: Pick<TicketLine, 'state' | 'deadline'>,
  now: number,
): { words: string; tone?: 'seal' | 'grain' } {
  if (!isOpen(state)) return { words: endings[state] ?? '—' }
  if (isPast(deadline, now)) return { words: left(deadline, now), tone: 'seal' }
  return { words: left(deadline, now), tone: Date.parse(deadline) - now < day ? 'grain' : undefined }
}

/** What a ticket is called in a list; a confidential complaint has no words at all. */
export const matter = ({ title, kind, confidential }: Pick<TicketLine, 'title' | 'kind' | 'confidential'>) =>
  title ?? (confidential ? `保密${kinds[kind]}` : kinds[kind])
