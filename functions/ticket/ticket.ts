import type { UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { type Action, type Face, type State, type StepId, type steps, TIMELINE_MOST } from '../../contract/ticket'
import { type Addressee, owe } from '../notice/owed'
import type { Actor, Entry, Head } from './head'

type Unit = { id: UnitId; name: string }

/** What a person does to a ticket. `id` is made on their phone: the same id is the same step. */
export type Move = { id: StepId; action: Action; by: Actor; text?: string; face?: Face }

const open = ['submitted', 'assigned', 'accepted', 'inProgress', 'reopened'] as const

type Row = { from: readonly State[]; to?: State; step: (typeof steps)[number] }

/** The state machine: from which states each action leads where; without `to` the state stays. */
export const moves: Readonly<Record<Action, Row>> = {
  assign: { from: ['submitted', 'assigned', 'reopened'], to: 'assigned', step: 'assigned' },
  accept: { from: ['submitted', 'assigned', 'reopened'], to: 'accepted', step: 'accepted' },
  answer: { from: open, to: 'inProgress', step: 'answered' },
  resolve: { from: open, to: 'resolved', step: 'resolved' },
  supplement: { from: [...open, 'resolved'], step: 'supplemented' },
  confirm: { from: ['resolved'], to: 'confirmed', step: 'confirmed' },
  reopen: { from: ['resolved'], to: 'reopened', step: 'reopened' },
}

const bySender: readonly Action[] = ['supplement', 'confirm', 'reopen']

/** What may be done to the ticket now by its sender, by a handler, or by inspection (which also assigns). */
export function actionsFor(head: Head, capacity: 'sender' | 'cadre' | 'desk' | 'inspection'): Action[] {
  const all = Object.keys(moves) as Action[]
  const theirs = all.filter((action) => bySender.includes(action) === (capacity === 'sender'))
  return theirs.filter((action) => moves[action].from.includes(head.state) && (action !== 'assign' || capacity === 'inspection'))
}

/** Those who handle it now: the cadre and the desk it is with; a complaint without a desk is inspection's. */
function handlersOf({ cadreId, deskId, inspectionId }: Head): Addressee[] {
  return [
    ...(cadreId ? [{ to: 'cadre' as const, cadreId }] : []),
    ...(deskId ? [{ to: 'desk' as const, unitId: deskId }] : []),
    ...(inspectionId && !deskId ? [{ to: 'inspection' as const, unitId: inspectionId }] : []),
  ]
}

function told(head: Head, { action, id }: Move, now: Instant) {
  const sender: Addressee = { to: 'sender' }
  const inspection: Addressee[] = head.inspectionId && head.deskId ? [{ to: 'inspection', unitId: head.inspectionId }] : []
  const handlers = handlersOf(head)
  switch (action) {
    case 'assign':
      return owe(id, 'letterAssigned', now, { to: 'desk', unitId: head.deskId! })
    case 'accept':
      return []
    case 'answer':
      return owe(id, 'answered', now, sender)
    case 'resolve':
      return owe(id, 'resolved', now, sender)
    case 'supplement':
      return owe(id, 'supplemented', now, ...handlers)
    case 'confirm':
      return owe(id, 'confirmed', now, ...handlers, ...inspection)
    case 'reopen':
      return owe(id, 'reopened', now, ...handlers, ...inspection)
  }
}

/** Characters that all texts of a timeline may have together: 300 KB in UTF-8, of DynamoDB's 400 KB an item. */
const TIMELINE_TEXT_MOST = 100_000
/** Entries kept free for the steps that bring a ticket to its end. */
const KEPT_FOR_THE_END = 20

function isFull({ timeline }: Head, { action, text = '' }: Move): boolean {
  const ending = moves[action].to !== undefined && action !== 'answer'
  const written = timeline.reduce((sum, entry) => sum + (entry.text?.length ?? 0), text.length)
  return (
    timeline.length >= (ending ? TIMELINE_MOST : TIMELINE_MOST - KEPT_FOR_THE_END) ||
    written > (ending ? TIMELINE_TEXT_MOST + 20_000 : TIMELINE_TEXT_MOST)
  )
}

type Refusal = Problem<'notInThisState' | 'full' | 'changedReplay'>

/** The ticket after `move`, owing the notices that follow from it; the ticket itself if that step was already taken. */
export function take(head: Head, move: Move, now: Instant): Head | Refusal {
  const { step, from, to = head.state } = moves[move.action]
  const earlier = head.timeline.find(({ id }) => id === move.id)
  if (earlier)
    return earlier.step === step && earlier.text === move.text && earlier.face === move.face ? head : { problem: 'changedReplay' }
  if (!from.includes(head.state)) return { problem: 'notInThisState' }
  if (isFull(head, move)) return { problem: 'full' }
  const { id, by, text, face } = move
  const entry: Entry = { id, at: now, step, by, text, face }
  const responded = by.side === 'staff' && step !== 'assigned' ? { respondBy: undefined } : {}
  const next = { ...head, ...responded, state: to, timeline: [...head.timeline, entry] }
  return { ...next, outbox: [...head.outbox, ...told(next, move, now)] }
}

/** The ticket handed to a unit's desk; never to one that it is about. */
export function assign(
  head: Head,
  desk: Unit,
  move: Omit<Move, 'action' | 'text'>,
  now: Instant,
): Head | Refusal | Problem<'unitInConflict'> {
  if (head.barred.includes(desk.id)) return { problem: 'unitInConflict' }
  const taken = take({ ...head, deskId: desk.id, deskName: desk.name }, { ...move, action: 'assign', text: desk.name }, now)
  const repeated = 'timeline' in taken && taken.timeline.length === head.timeline.length
  return repeated ? head : taken
}
