import type { CadreId, UnitId } from '../../contract/pairing'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { categories, type Channel, StepId, type SubmitTicket, type Urgency } from '../../contract/ticket'
import type { Calendar } from '../calendar/calendar'
import { type Addressee, owe } from '../notice/owed'
import { settled } from './clock'
import { dueAt, respondBy } from './deadline'
import type { Head, Rungs, Unit } from './head'

/** A unit of the roster with those above it, as the conflict check needs them. */
type Above = { unitId: UnitId; unitIds: readonly UnitId[] }

/** Who answers for a household at the moment when it sends something. */
export type Responsible = {
  cadre?: { id: CadreId; name: string; unit: Unit; unitIds: readonly UnitId[] }
  /** The township office, which takes what no cadre's unit can. */
  office: Unit
  inspection: Unit
  /** Where the household lives, as `桃冲村 3 组`. */
  place: string
  /** To whom a breach is escalated. */
  rungs: { leader?: { cadreId: CadreId; unitIds: readonly UnitId[] }; office?: Above; city?: Above }
}

/** What the input does not say: by which way it came, from whom, by their tags; and the unit that it names, if that exists. */
export type Submission = {
  channel: Channel
  senderTag: string
  householdTag?: string
  aboutUnit?: Unit
  /** Who wrote it down for the sender. */
  takenBy?: string
  /** A sender who has not seen its number is told it. */
  tellSender?: boolean
}

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

/** How urgent it is, by its category alone. */
function urgencyOf({ kind, category }: Pick<SubmitTicket, 'kind' | 'category'>): Urgency {
  const of: Readonly<Record<string, { urgency: Urgency }>> = categories[kind]
  return of[category]!.urgency
}

/** The rungs of which nobody is barred. */
function freeRungs({ rungs: { leader, office, city } }: Responsible, barred: readonly string[]): Rungs {
  const free = (ids: readonly string[]) => !ids.some((id) => barred.includes(id))
  return {
    leaderId: leader && free([leader.cadreId, ...leader.unitIds]) ? leader.cadreId : undefined,
    officeId: office && free(office.unitIds) ? office.unitId : undefined,
    cityId: city && free(city.unitIds) ? city.unitId : undefined,
  }
}

/** The inspection that takes it: where it is about the county's own, the city's does. */
const watcherOf = ({ inspection }: Responsible, barred: readonly string[], { cityId, officeId }: Rungs): UnitId =>
  barred.includes(inspection.id) ? (cityId ?? officeId ?? inspection.id) : inspection.id

/** A new ticket that owes its first notices, or why it cannot be sent. A complaint reaches inspection and nobody it is about. */
export function submit(
  input: SubmitTicket,
  responsible: Responsible,
  { channel, senderTag, householdTag, aboutUnit, takenBy, tellSender }: Submission,
  now: Instant,
  calendar: Calendar,
): Unnumbered | Problem<'noCadre' | 'unitUnknown' | 'notOfferedHere'> {
  const { cadre, place } = responsible
  const target = targetOf(input, responsible, aboutUnit)
  if ('problem' in target) return target
  const step = StepId.parse(input.id)
  const urgency = urgencyOf(input)
  const due = dueAt(urgency, now, calendar)
  const media = input.media.length > 0 ? input.media : undefined
  const rungs = freeRungs(responsible, input.kind === 'complaint' ? target.barred : [])
  const common = {
    ...{ id: input.id, version: 1, kind: input.kind, category: input.category, urgency, channel },
    ...{ aboutName: target.name, senderTag, submittedAt: now, dueAt: due, respondBy: respondBy(now, due), rungs },
    ...{ raised: [], merged: [] },
    timeline: [{ id: step, at: now, step: 'submitted' as const, by: { side: 'sender' as const }, to: takenBy, media }],
  }
  const received = tellSender ? owe(step, 'received', now, { to: 'sender' }) : []
  const numbered = (head: Unnumbered): Unnumbered => {
    const { number: _, ...rest } = settled({ ...head, number: '' as Head['number'] }, calendar)
    return rest
  }
  if (input.kind === 'complaint') {
    const taking = input.category === 'taking'
    const conflicted = cadre && [cadre.id, cadre.unit.id, ...cadre.unitIds].some((id) => target.barred.includes(id))
    if (input.cadreMayFollow && !cadre) return { problem: 'noCadre' }
    // Who was asked for money fears whoever stands near; the way to inspection is the only one.
    if (input.cadreMayFollow && (conflicted || taking)) return { problem: 'notOfferedHere' }
    const follower = input.cadreMayFollow ? cadre : undefined
    const barred = [...new Set([...target.barred, ...(cadre && !follower ? [cadre.id] : [])])]
    const inspectionId = watcherOf(responsible, barred, rungs)
    const told: Addressee[] = [
      { to: 'inspection', unitId: inspectionId },
      ...(follower ? [{ to: 'cadre' as const, cadreId: follower.id }] : []),
    ]
    return numbered({
      ...common,
      ...{ state: taking ? 'triaged' : 'submitted', confidential: input.confidential, barred, householdTag, watched: true },
      ...{ cadreId: follower?.id, inspectionId, outbox: [...owe(step, 'letterArrived', now, ...told), ...received] },
    })
  }
  const told: Addressee[] = [{ to: 'desk', unitId: target.desk.id }, ...(cadre ? [{ to: 'cadre' as const, cadreId: cadre.id }] : [])]
  return numbered({
    ...common,
    ...{ state: 'submitted', confidential: false, barred: [], watched: false, title: titleOf(input.text), place },
    ...{ cadreId: cadre?.id, deskId: target.desk.id, deskName: target.desk.name, inspectionId: responsible.inspection.id },
    outbox: [...owe(step, 'letterArrived', now, ...told), ...received],
  })
}
