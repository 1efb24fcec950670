import * as z from 'zod/mini'

import { UnitChoice, UnitId } from './pairing'
import { after, hexId, Instant, page, routes, writtenText } from './route'

export const TicketId = hexId().brand<'TicketId'>()
export type TicketId = z.infer<typeof TicketId>
/** Made on the phone for each step, so that a retry is the same step. */
export const StepId = hexId().brand<'StepId'>()
export type StepId = z.infer<typeof StepId>

export const TEXT_MOST = 1000
export const TIMELINE_MOST = 200

/** Working days until a ticket is due, by kind; and hours until the first response. */
export const dueWorkingDays = { complaint: 7, help: 7, suggestion: 15 } as const
export const RESPOND_HOURS = 24

export const kinds = { complaint: '投诉', suggestion: '建议', help: '求助' } as const
export type Kind = keyof typeof kinds
export const Kind = z.enum(['complaint', 'suggestion', 'help'])

const states = ['submitted', 'assigned', 'accepted', 'inProgress', 'resolved', 'confirmed', 'reopened'] as const
export const State = z.enum(states)
export type State = z.infer<typeof State>

/** The five faces, worst first. */
export const faces = ['很差', '差', '一般', '好', '很好'] as const
export const Face = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export type Face = z.infer<typeof Face>

export const About = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('myCadre') }),
  z.strictObject({ who: z.literal('unit'), unitId: UnitId }),
  z.strictObject({ who: z.literal('unknown') }),
])
export type About = z.infer<typeof About>

const words = { id: TicketId, about: About, text: writtenText(TEXT_MOST) }

/** What the villager sends. Only a complaint can be confidential, and only of a complaint is asked whether the cadre may follow it up. */
export const SubmitTicket = z.discriminatedUnion('kind', [
  z.strictObject({ ...words, kind: z.literal('complaint'), confidential: z.boolean(), cadreMayFollow: z.boolean() }),
  z.strictObject({ ...words, kind: z.literal('suggestion') }),
  z.strictObject({ ...words, kind: z.literal('help') }),
])
export type SubmitTicket = z.infer<typeof SubmitTicket>

export const TicketNumber = z.string().check(z.regex(/^T\d{8}-\d{4,}$/))

/** A ticket in a list. `title` and `place` are missing for complaints, whose lists never show words. */
export const TicketLine = z.object({
  id: TicketId,
  number: TicketNumber,
  kind: Kind,
  state: State,
  confidential: z.boolean(),
  title: z.optional(z.string()),
  place: z.optional(z.string()),
  aboutName: z.optional(z.string()),
  deskName: z.optional(z.string()),
  submittedAt: Instant,
  dueAt: Instant,
  /** Until when the first response is owed; missing once it was given. */
  respondBy: z.optional(Instant),
})
export type TicketLine = z.infer<typeof TicketLine>

export const steps = ['submitted', 'assigned', 'accepted', 'answered', 'resolved', 'supplemented', 'confirmed', 'reopened'] as const
export const TimelineEntry = z.object({
  at: Instant,
  step: z.enum(steps),
  /** Who did it, as both sides may read it: a unit and a surname, “督查组”, “您”. */
  by: z.string(),
  text: z.optional(z.string()),
  face: z.optional(Face),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** What the reader may do next; buttons follow from it. */
export const actions = ['accept', 'answer', 'resolve', 'assign', 'supplement', 'confirm', 'reopen'] as const
export type Action = (typeof actions)[number]

const whole = { ...TicketLine.shape, text: z.string(), timeline: z.array(TimelineEntry), can: z.array(z.enum(actions)) }

/** A ticket as its sender sees it. */
export const OwnTicket = z.object({ ...whole, handler: z.optional(z.object({ name: z.string(), phone: z.string() })) })
export type OwnTicket = z.infer<typeof OwnTicket>

/** A ticket as those who handle it see it; `sender` is missing where the complaint is confidential. */
export const Letter = z.object({
  ...whole,
  sender: z.optional(z.object({ name: z.string(), phone: z.optional(z.string()) })),
  /** How each notice of this ticket fared; for inspection. */
  notices: z.optional(z.array(z.object({ to: z.string(), occasion: z.string(), delivery: z.string(), tries: z.number(), at: Instant }))),
})
export type Letter = z.infer<typeof Letter>

export const boxes = ['cadre', 'desk', 'inspection'] as const
export const Box = z.enum(boxes)
export type Box = z.infer<typeof Box>

const text = writtenText(TEXT_MOST)
const one = { params: { id: TicketId }, problems: ['notInThisState', 'full', 'changedReplay'] } as const

export const ticket = routes({
  'POST /v1/tickets': {
    summary: 'Send a complaint, a suggestion or a request for help',
    roles: ['villager'],
    body: SubmitTicket,
    reply: TicketLine,
    problems: ['noCadre', 'unitUnknown', 'notOfferedHere', 'changedReplay'],
  },
  'GET /v1/tickets': { summary: 'My tickets, newest first', roles: ['visitor'], query: { after }, reply: page(TicketLine), problems: [] },
  'GET /v1/tickets/{id}': {
    summary: 'One of my tickets with its timeline',
    roles: ['visitor'],
    params: { id: TicketId },
    reply: OwnTicket,
    problems: [],
  },
  'POST /v1/tickets/{id}/supplement': {
    ...one,
    summary: 'Add to my ticket',
    roles: ['visitor'],
    body: z.strictObject({ step: StepId, text }),
    reply: OwnTicket,
  },
  'POST /v1/tickets/{id}/confirm': {
    ...one,
    summary: 'Accept the result, with a face',
    roles: ['visitor'],
    body: z.strictObject({ step: StepId, face: Face }),
    reply: OwnTicket,
  },
  'POST /v1/tickets/{id}/reopen': {
    ...one,
    summary: 'Ask for it to be done again',
    roles: ['visitor'],
    body: z.strictObject({ step: StepId, text }),
    reply: OwnTicket,
  },
  'GET /v1/letters': {
    summary: "The tickets in a box: the paired cadre's, the unit desk's or inspection's",
    roles: ['cadre', 'desk', 'inspection'],
    query: { box: Box, after },
    reply: page(TicketLine),
    problems: [],
  },
  'GET /v1/letters/{id}': {
    summary: 'A ticket to be handled',
    roles: ['cadre', 'desk', 'inspection'],
    params: { id: TicketId },
    reply: Letter,
    problems: [],
  },
  'POST /v1/letters/{id}/accept': {
    ...one,
    summary: 'Take it on',
    roles: ['cadre', 'desk', 'inspection'],
    body: z.strictObject({ step: StepId }),
    reply: Letter,
  },
  'POST /v1/letters/{id}/answer': {
    ...one,
    summary: 'Answer',
    roles: ['cadre', 'desk', 'inspection'],
    body: z.strictObject({ step: StepId, text }),
    reply: Letter,
  },
  'POST /v1/letters/{id}/resolve': {
    ...one,
    summary: 'Mark as resolved, saying what was done',
    roles: ['cadre', 'desk', 'inspection'],
    body: z.strictObject({ step: StepId, text }),
    reply: Letter,
  },
  'GET /v1/letters/{id}/desks': {
    summary: 'The units that it may be assigned to; none in conflict',
    roles: ['inspection'],
    params: { id: TicketId },
    reply: z.object({ items: z.array(UnitChoice) }),
    problems: [],
  },
  'POST /v1/letters/{id}/assign': {
    summary: "Assign to a unit's desk",
    roles: ['inspection'],
    params: { id: TicketId },
    body: z.strictObject({ step: StepId, unitId: UnitId }),
    reply: Letter,
    problems: ['notInThisState', 'full', 'changedReplay', 'unitUnknown', 'unitInConflict'],
  },
})
