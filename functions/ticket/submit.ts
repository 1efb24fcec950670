import type { CadreId, UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { StepId, type SubmitTicket } from '../../contract/ticket'
import { type Addressee, owe } from '../notice/owed'
import { dueAt, respondBy } from './deadline'
import type { Head } from './head'

type Unit = { id: UnitId; name: string }

/** Who answers for a household at the moment when it sends something. */
export type Responsible = {
  cadre?: { id: CadreId; name: string; unit: Unit }
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
  if (about.who === 'myCadre') {
    if (!cadre) return { problem: 'noCadre' }
    // By name: whoever examines it is not of the household and knows no "my cadre".
    return { barred: [cadre.id, cadre.unit.id], name: `${cadre.unit.name} ${cadre.name}`, desk: cadre.unit }
  }
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
