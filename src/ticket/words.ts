import { isOpen, kinds, type State, type TicketLine } from '../../contract/ticket'
import type { ChipTone } from '../design/chip'
import { before, isPast, left, moment } from '../design/when'

type Standing = readonly [words: string, tone: ChipTone]

const toSender: Readonly<Record<State, Standing>> = {
  submitted: ['已收到', 'field'],
  triaged: ['督查组在看', 'field'],
  assigned: ['已转交', 'grain'],
  accepted: ['已受理', 'grain'],
  inProgress: ['办理中', 'grain'],
  waiting: ['等您回话', 'seal'],
  resolved: ['请您评价', 'seal'],
  confirmed: ['已办结', 'grey'],
  silent: ['已办结', 'grey'],
  reopened: ['重办中', 'seal'],
  merged: ['一起办', 'grain'],
  withdrawn: ['已撤回', 'grey'],
  declined: ['没有受理', 'seal'],
}

const toStaff: Readonly<Record<State, Standing>> = {
  submitted: ['去答复', 'seal'],
  triaged: ['去答复', 'seal'],
  assigned: ['去答复', 'seal'],
  accepted: ['办理中', 'grain'],
  inProgress: ['办理中', 'grain'],
  waiting: ['等村民回话', 'grey'],
  resolved: ['等村民评价', 'grey'],
  confirmed: ['已评价', 'grey'],
  silent: ['已办结', 'grey'],
  reopened: ['要求重办', 'seal'],
  merged: ['已合并', 'grey'],
  withdrawn: ['已撤回', 'grey'],
  declined: ['没有受理', 'grey'],
}

/** Where a ticket stands, as its sender reads it. */
export const standing = (state: State) => toSender[state]

/** Where it stands, as those who handle it read it; a complaint has to be given to a unit first. */
export function duty({ state, kind, deskName, decide }: Pick<TicketLine, 'state' | 'kind' | 'deskName' | 'decide'>): Standing {
  if (decide === 'rectify') return ['去整改', 'seal']
  if (decide === 'callBack') return ['待回访', 'grain']
  return kind === 'complaint' && !deskName && (state === 'submitted' || state === 'triaged') ? ['待分派', 'seal'] : toStaff[state]
}

/** What a ticket is called where its own words are not shown. */
export const titleOf = ({ kind, title, number }: Pick<TicketLine, 'kind' | 'title' | 'number'>) => title ?? `${kinds[kind]} ${number}`

/** Who has it and for how long: `水利局在办`, `还剩 2 天`. */
export function progress({ deskName, state, deadline, submittedAt }: TicketLine, now: number): string[] {
  if (state === 'resolved') return ['办好了,请您看看满不满意']
  if (state === 'merged') return ['和另一件一起办']
  if (!isOpen(state)) return [`${moment(submittedAt, now)} 交的`]
  const who = deskName ?? '督查组'
  return [state === 'waiting' ? `${who}有话问您` : `${who}在办`, left(deadline, now)]
}

/** Until when the handler owes something: `今天 17:00 前答复`. */
export function owed({ respondBy, deadline, state }: TicketLine, now: number): string | undefined {
  if (!isOpen(state)) return undefined
  if (respondBy) return isPast(respondBy, now) ? `答复已${left(respondBy, now)}` : `${before(respondBy, now)}答复`
  return isPast(deadline, now) ? `办理已${left(deadline, now)}` : `${before(deadline, now)}办结`
}
