import type { CadreId, UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { StepId, type Action, type Face, type State, type steps, type SubmitTicket, TIMELINE_MOST } from '../../contract/ticket'
import { type Addressee, owe } from '../notice/owed'
import { dueAt, respondBy } from './deadline'
import type { Actor, Entry, Head } from './head'

type Unit = { id: UnitId; name: string }

/** Who answers for a household at the moment when it sends something. */
export type Responsible = {
  cadre?: { id: CadreId; unit: Unit }
  /** The township office, which takes what no cadre's unit can. */
  office: Unit
  inspection: Unit
  /** Where the household lives, as `桃冲村 3 组`. */
  place: string
}

/** The sender's tag, and the unit that the input names, if that exists. */
type Submission = { senderTag: string; aboutUnit?: Unit }

/** A head that has not got its number yet. */
export type Unnumbered = Omit<Head, 'number'>

type Target = { barred: (CadreId | UnitId)[]; name?: string; desk: Unit }

function targetOf(
  { about }: SubmitTicket,
  { cadre, office }: Responsible,
  aboutUnit: Unit | undefined,
): Target | Problem<'noCadre' | 'unitUnknown'> {
  if (about.who === 'unknown') return { barred: [], desk: cadre?.unit ?? office }
  if (about.who === 'myCadre')
    return cadre ? { barred: [cadre.id, cadre.unit.id], name: '我的干部', desk: cadre.unit } : { problem: 'noCadre' }
  return aboutUnit ? { barred: [aboutUnit.id], name: aboutUnit.name, desk: aboutUnit } : { problem: 'unitUnknown' }
}

const TITLE_MOST = 16

/** The first sentence, or as many of its clauses as a list has room for. */
function titleOf(text: string): string {
  const sentence = text.split(/[\n。!?!?;;]/)[0] ?? ''
  if (sentence.length <= TITLE_MOST) return sentence
  const clauses = sentence.slice(0, TITLE_MOST + 1).replace(/[,,、][^,,、]*$/, '')
  return clauses.length <= TITLE_MOST ? clauses : `${sentence.slice(0, TITLE_MOST)}…`
}

/** A new ticket that owes its first notices, or why it cannot be sent. A complaint reaches inspection and nobody it is about. */
export function submit(
  input: SubmitTicket,
  responsible: Responsible,
  { senderTag, aboutUnit }: Submission,
  now: Instant,
): Unnumbered | Problem<'noCadre' | 'unitUnknown' | 'notOfferedHere'> {
  const { cadre, inspection, place } = responsible
  const target = targetOf(input, responsible, aboutUnit)
  if ('problem' in target) return target
  const step = StepId.parse(input.id)
  const common = {
    id: input.id,
    version: 1,
    kind: input.kind,
    state: 'submitted' as const,
    aboutName: target.name,
    senderTag,
    submittedAt: now,
    dueAt: dueAt(input.kind, now),
    respondBy: respondBy(now),
    timeline: [{ id: step, at: now, step: 'submitted' as const, by: { side: 'sender' as const } }],
  }
  if (input.kind === 'complaint') {
    if (input.cadreMayFollow && !cadre) return { problem: 'noCadre' }
    if (input.cadreMayFollow && cadre && (target.barred.includes(cadre.id) || target.barred.includes(cadre.unit.id)))
      return { problem: 'notOfferedHere' }
    const follower = input.cadreMayFollow ? cadre : undefined
    const barred = [...new Set([...target.barred, ...(cadre && !follower ? [cadre.id] : [])])]
    const told: Addressee[] = [
      { to: 'inspection', unitId: inspection.id },
      ...(follower ? [{ to: 'cadre' as const, cadreId: follower.id }] : []),
    ]
    return {
      ...common,
      confidential: input.confidential,
      barred,
      cadreId: follower?.id,
      inspectionId: inspection.id,
      outbox: owe(step, 'letterArrived', now, ...told),
    }
  }
  const told: Addressee[] = [{ to: 'desk', unitId: target.desk.id }, ...(cadre ? [{ to: 'cadre' as const, cadreId: cadre.id }] : [])]
  return {
    ...common,
    confidential: false,
    barred: [],
    title: titleOf(input.text),
    place,
    cadreId: cadre?.id,
    deskId: target.desk.id,
    deskName: target.desk.name,
    outbox: owe(step, 'letterArrived', now, ...told),
  }
}

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
