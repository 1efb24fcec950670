import { kinds, type State, type TicketLine, type TimelineEntry } from '../../contract/ticket'
import type { ChipTone } from '../design/chip'
import { faceWord } from '../design/faces'
import type { Step } from '../design/timeline'
import { before, isPast, left, moment } from '../design/when'

type Standing = readonly [words: string, tone: ChipTone]

const toSender: Readonly<Record<State, Standing>> = {
  submitted: ['已收到', 'field'],
  assigned: ['已转交', 'grain'],
  accepted: ['已受理', 'grain'],
  inProgress: ['办理中', 'grain'],
  resolved: ['请您评价', 'seal'],
  confirmed: ['已办结', 'grey'],
  reopened: ['重办中', 'seal'],
}

const toStaff: Readonly<Record<State, Standing>> = {
  submitted: ['去答复', 'seal'],
  assigned: ['去答复', 'seal'],
  accepted: ['办理中', 'grain'],
  inProgress: ['办理中', 'grain'],
  resolved: ['等村民评价', 'grey'],
  confirmed: ['已评价', 'grey'],
  reopened: ['要求重办', 'seal'],
}

/** Where a ticket stands, as its sender reads it. */
export const standing = (state: State) => toSender[state]
/** Where it stands, as those who handle it read it. */
export const duty = (state: State) => toStaff[state]

export const isOpen = (state: State) => state !== 'resolved' && state !== 'confirmed'

/** What a ticket is called where its own words are not shown. */
export const titleOf = ({ kind, title, number }: Pick<TicketLine, 'kind' | 'title' | 'number'>) => title ?? `${kinds[kind]} ${number}`

/** Who has it and for how long: `水利局办理 · 还剩 2 天`. */
export function progress({ deskName, state, dueAt, submittedAt }: TicketLine, now: number): string[] {
  const who = deskName ? `${deskName}在办` : '督查组在办'
  if (state === 'resolved') return ['办好了,请您看看满不满意']
  if (state === 'confirmed') return [`${moment(submittedAt, now)} 交的`]
  return [who, left(dueAt, now)]
}

/** Until when the handler owes something: `今天 17:00 前答复`. */
export function owed({ respondBy, dueAt, state }: TicketLine, now: number): string | undefined {
  if (!isOpen(state)) return undefined
  if (respondBy) return isPast(respondBy, now) ? `答复已${left(respondBy, now)}` : `${before(respondBy, now)}答复`
  return isPast(dueAt, now) ? `办理已${left(dueAt, now)}` : `${before(dueAt, now)}办结`
}

function titleOfStep({ step, text, face, by }: TimelineEntry): string {
  switch (step) {
    case 'submitted':
      return '已收到'
    case 'assigned':
      return `已转给 ${text ?? ''}`
    case 'accepted':
      return '有人接手了'
    case 'answered':
      return '有了答复'
    case 'resolved':
      return '办结答复'
    case 'supplemented':
      return `${by}补充了说明`
    case 'confirmed':
      return face ? `${by}评价:${faceWord(face)}` : `${by}评价了`
    case 'reopened':
      return `${by}要求重办`
  }
}

const LAST = '办结答复'
const RATE = '请您评价'

/** The timeline with what still comes, greyed. */
export function stepsOf(state: State, timeline: readonly TimelineEntry[], now: number, rate = RATE): Step[] {
  const past = timeline.map((entry, place): Step => {
    const last = place === timeline.length - 1 && state !== 'confirmed' && state !== 'resolved'
    const text = entry.step === 'assigned' ? undefined : entry.text
    const small = [moment(entry.at, now), entry.step === 'submitted' ? `${entry.by}交的` : entry.by]
    return { key: `${place}`, title: titleOfStep(entry), text, small, look: last ? 'now' : 'done' }
  })
  const coming = state === 'confirmed' ? [] : state === 'resolved' ? [rate] : [LAST, rate]
  // Once it is resolved, the rating is what everybody waits for.
  const look = state === 'resolved' ? 'now' : 'todo'
  return [...past, ...coming.map((title): Step => ({ key: title + past.length, title, look }))]
}
