import type { MediaRef } from '../../contract/media'
import { type Action, type Face, openStates, type State, type StepId, type steps } from '../../contract/ticket'
import type { Capacity } from './access'
import type { Actor, Head, Unit } from './head'

/** Who may do something to a ticket: its sender, or staff in the capacity in which they handle it. */
export type Hand = 'sender' | Exclude<Capacity, 'head' | 'leader' | 'office' | 'city'>

/** What a person does to a ticket. `id` is made on their phone: the same id is the same step. */
export type Move = {
  id: StepId
  action: Action
  by: Actor
  as: Hand
  text?: string
  face?: Face
  media?: readonly MediaRef[]
  /** The unit that it is assigned or offered to. */
  unit?: Unit
  /** For how many working days more is asked. */
  workingDays?: number
  /** The ticket that it is a duplicate of. */
  into?: Pick<Head, 'id' | 'number'>
  /** Who wrote it down for the sender. */
  takenBy?: string
}

type Row = {
  by: readonly Hand[]
  from: readonly State[]
  /** Without it the state stays. */
  to?: State
  step: (typeof steps)[number]
  /** What has to hold beside the state. */
  when?: (head: Head, hand: string) => boolean
}

const untaken = ['submitted', 'triaged', 'assigned', 'reopened'] as const
const handlers = ['cadre', 'desk', 'inspection'] as const
const units = ['desk', 'inspection'] as const

/** The state machine: who may do what from which states, and where it leads. The clock's own steps are in clock.ts. */
export const moves: Readonly<Record<Action, Row>> = {
  triage: { by: ['inspection'], from: ['submitted'], to: 'triaged', step: 'triaged' },
  assign: { by: ['inspection'], from: untaken, to: 'assigned', step: 'assigned' },
  accept: { by: handlers, from: untaken, to: 'accepted', step: 'accepted' },
  answer: { by: handlers, from: openStates, to: 'inProgress', step: 'answered' },
  ask: { by: handlers, from: openStates.filter((state) => state !== 'waiting'), to: 'waiting', step: 'asked' },
  resolve: { by: handlers, from: openStates, to: 'resolved', step: 'resolved' },
  offer: { by: ['desk'], from: openStates, step: 'transferOffered', when: ({ offer }) => !offer },
  takeOver: { by: ['offered'], from: openStates, to: 'accepted', step: 'transferred', when: ({ offer }) => offer !== undefined },
  refuseOffer: { by: ['offered'], from: openStates, step: 'transferRefused', when: ({ offer }) => offer !== undefined },
  decline: { by: units, from: openStates, to: 'declined', step: 'declined' },
  askExtension: { by: ['desk'], from: openStates, step: 'extensionAsked', when: ({ extension, round }) => !extension && !round },
  grantExtension: { by: ['inspection'], from: openStates, step: 'extended', when: ({ extension }) => extension?.state === 'asked' },
  refuseExtension: {
    by: ['inspection'],
    from: openStates,
    step: 'extensionRefused',
    when: ({ extension }) => extension?.state === 'asked',
  },
  // A complaint's duplicates are for inspection alone to judge: a desk sees one of them.
  merge: {
    by: units,
    from: openStates,
    to: 'merged',
    step: 'merged',
    when: ({ kind }, hand) => (hand === 'inspection') === (kind === 'complaint'),
  },
  rectify: { by: units, from: ['confirmed'], step: 'rectified', when: ({ rectification }) => rectification?.state === 'owed' },
  callBack: { by: units, from: ['confirmed'], step: 'calledBack', when: ({ rectification }) => rectification?.state === 'rectified' },
  supplement: { by: ['sender'], from: [...openStates, 'resolved'], step: 'supplemented' },
  confirm: { by: ['sender'], from: ['resolved'], to: 'confirmed', step: 'confirmed' },
  reopen: { by: ['sender'], from: ['resolved', 'merged'], to: 'reopened', step: 'reopened' },
  withdraw: { by: ['sender'], from: openStates, to: 'withdrawn', step: 'withdrawn' },
  appeal: { by: ['sender'], from: ['declined'], to: 'reopened', step: 'appealed', when: ({ appealed }) => !appealed },
}

/** Whether the table lets this hand do this to the ticket now. */
export function isOffered(head: Head, action: Action, hand: string): boolean {
  const { by, from, when = () => true } = moves[action]
  return by.some((one) => one === hand) && from.includes(head.state) && when(head, hand)
}

/** What may be done to the ticket now in this capacity; those who only watch may do nothing. */
export function actionsFor(head: Head, hand: 'sender' | Capacity): Action[] {
  const all = Object.keys(moves) as Action[]
  return all.filter((action) => isOffered(head, action, hand))
}
