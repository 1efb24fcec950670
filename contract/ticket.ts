import * as z from 'zod/mini'

import { Attached, Media } from './media'
import { UnitChoice, UnitId } from './pairing'
import { after, hexId, Instant, Nothing, page, routes, writtenText } from './route'

export const TicketId = hexId().brand<'TicketId'>()
export type TicketId = z.infer<typeof TicketId>
/** Made on the phone for each step, so that a retry is the same step. */
export const StepId = hexId().brand<'StepId'>()
export type StepId = z.infer<typeof StepId>

export const TEXT_MOST = 1000
export const TIMELINE_MOST = 200

/** The urgency classes: how long a ticket may take. `d7` and `d15` are working days of the office's calendar. */
export const urgencies = {
  h2: { name: '2 小时', hours: 2 },
  h24: { name: '24 小时', hours: 24 },
  d7: { name: '7 个工作日', workingDays: 7 },
  d15: { name: '15 个工作日', workingDays: 15 },
} as const
export type Urgency = keyof typeof urgencies
export const Urgency = z.enum(['h2', 'h24', 'd7', 'd15'])

/** Hours until the first response. */
export const RESPOND_HOURS = 24
/** Working days of a reopened ticket's own clock, of an extension at most, of a rectification, and of the call-back after it. */
export const ROUND_WORKING_DAYS = 15
export const EXTENSION_MOST_DAYS = 15
export const RECTIFY_WORKING_DAYS = 15
export const CALL_BACK_WORKING_DAYS = 5
/** Days that a handler may wait for the villager; days after which a resolved ticket without an answer is closed. */
export const WAITING_DAYS = 7
export const SILENT_DAYS = 15

export const kinds = { complaint: '投诉', suggestion: '建议', help: '求助' } as const
export type Kind = keyof typeof kinds
export const Kind = z.enum(['complaint', 'suggestion', 'help'])

/** What it is about, by kind; the category alone sets the urgency. `taking` goes straight to inspection. */
export const categories = {
  complaint: {
    taking: { name: '要钱要物、添乱', urgency: 'h24' },
    attitude: { name: '态度不好', urgency: 'd7' },
    slow: { name: '办事拖拉', urgency: 'd7' },
    unfair: { name: '办事不公', urgency: 'd7' },
    other: { name: '其他', urgency: 'd7' },
  },
  suggestion: {
    industry: { name: '产业发展', urgency: 'd15' },
    works: { name: '修路修渠', urgency: 'd15' },
    service: { name: '办事服务', urgency: 'd15' },
    other: { name: '其他', urgency: 'd15' },
  },
  help: {
    danger: { name: '有人有危险', urgency: 'h2' },
    outage: { name: '停水停电', urgency: 'h24' },
    works: { name: '水渠道路', urgency: 'd7' },
    farming: { name: '种养技术', urgency: 'd7' },
    benefit: { name: '低保医保补贴', urgency: 'd7' },
    other: { name: '其他', urgency: 'd7' },
  },
} as const satisfies Record<Kind, Record<string, { name: string; urgency: Urgency }>>
const categoryOf = <K extends Kind>(kind: K) =>
  z._default(z.enum(Object.keys(categories[kind]) as [keyof (typeof categories)[K] & string]), 'other' as never)
export const Category = z.enum([
  'taking',
  'attitude',
  'slow',
  'unfair',
  'industry',
  'works',
  'service',
  'danger',
  'outage',
  'farming',
  'benefit',
  'other',
])
export type Category = z.infer<typeof Category>

/** By which way a ticket came. */
export const channels = { app: '小程序', phone: '电话', box: '意见箱', visit: '干部代写', helper: '帮办员代写' } as const
export type Channel = keyof typeof channels
export const Channel = z.enum(['app', 'phone', 'box', 'visit', 'helper'])

const states = [
  'submitted',
  'triaged',
  'assigned',
  'accepted',
  'inProgress',
  'waiting',
  'resolved',
  'confirmed',
  'silent',
  'reopened',
  'merged',
  'withdrawn',
  'declined',
] as const
export const State = z.enum(states)
export type State = z.infer<typeof State>
/** Somebody still has to do something. */
export const openStates = [
  'submitted',
  'triaged',
  'assigned',
  'accepted',
  'inProgress',
  'waiting',
  'reopened',
] as const satisfies readonly State[]
export const isOpen = (state: State) => openStates.some((open) => open === state)

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

const attached = z._default(Media, [])
const words = { id: TicketId, about: About, text: writtenText(TEXT_MOST), media: attached }

/** What the villager sends. Only a complaint can be confidential, and only of a complaint is asked whether the cadre may follow it up. */
export const SubmitTicket = z.discriminatedUnion('kind', [
  z.strictObject({
    ...words,
    kind: z.literal('complaint'),
    category: categoryOf('complaint'),
    confidential: z.boolean(),
    cadreMayFollow: z.boolean(),
  }),
  z.strictObject({ ...words, kind: z.literal('suggestion'), category: categoryOf('suggestion') }),
  z.strictObject({ ...words, kind: z.literal('help'), category: categoryOf('help') }),
])
export type SubmitTicket = z.infer<typeof SubmitTicket>

export const TicketNumber = z.string().check(z.regex(/^T\d{8}-\d{4,}$/))

/** A ticket in a list. `title` and `place` are missing for complaints, whose lists never show words. */
export const TicketLine = z.object({
  id: TicketId,
  number: TicketNumber,
  kind: Kind,
  category: Category,
  urgency: Urgency,
  state: State,
  confidential: z.boolean(),
  title: z.optional(z.string()),
  place: z.optional(z.string()),
  aboutName: z.optional(z.string()),
  deskName: z.optional(z.string()),
  submittedAt: Instant,
  /** Set when it was submitted; nothing moves it. */
  dueAt: Instant,
  /** Until when it has to be done as things stand: `dueAt`, the extension, or the clock of its reopening. */
  deadline: Instant,
  /** Until when the first response is owed; missing once it was given. */
  respondBy: z.optional(Instant),
  /** How many rungs it has been escalated. */
  raised: z.number(),
  /** WeChat's content check has marked it for review; for inspection. */
  flagged: z.optional(z.boolean()),
  /**
   * What waits beside its state: inspection has to decide on an extension or an appeal; after a low rating the unit has to mend
   * it, and then somebody else to call back.
   */
  decide: z.optional(z.enum(['extension', 'appeal', 'rectify', 'callBack'])),
})
export type TicketLine = z.infer<typeof TicketLine>

/** What may stand in a timeline. The last line's are the clock's. */
export const steps = [
  'submitted',
  'triaged',
  'assigned',
  'accepted',
  'answered',
  'asked',
  'supplemented',
  'resolved',
  'confirmed',
  'reopened',
  'withdrawn',
  'transferOffered',
  'transferred',
  'transferRefused',
  'declined',
  'appealed',
  'merged',
  'mergedHere',
  'extensionAsked',
  'extended',
  'extensionRefused',
  'rectified',
  'calledBack',
  'flagged',
  'warned50',
  'warned80',
  'responseMissed',
  'raisedToHead',
  'raisedToLeader',
  'raisedToOffice',
  'raisedToCity',
  'waitingOver',
  'silent',
  'rectifyOverdue',
  'callBackOverdue',
] as const
export const TimelineEntry = z.object({
  at: Instant,
  step: z.enum(steps),
  /** Who did it, as both sides may read it: a unit and a surname, “督查组”, “您”. */
  by: z.string(),
  text: z.optional(z.string()),
  /** The unit that it went or shall go to, or the number of the ticket that it was merged with. */
  to: z.optional(z.string()),
  face: z.optional(Face),
  media: z.optional(z.array(Attached)),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** Why a ticket may be declined. That it is another unit's business is no reason: the first one keeps it until another accepts. */
export const declineReasons = {
  notFact: '查不到这回事',
  lawsuit: '已经在打官司或仲裁',
  repeated: '同一件事已经答复过',
  beyondRules: '政策规定办不了',
} as const
export const DeclineReason = z.enum(['notFact', 'lawsuit', 'repeated', 'beyondRules'])
export type DeclineReason = z.infer<typeof DeclineReason>

/** What the reader may do next; buttons follow from it. */
export const actions = [
  'triage',
  'assign',
  'accept',
  'answer',
  'ask',
  'resolve',
  'offer',
  'takeOver',
  'refuseOffer',
  'decline',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'merge',
  'rectify',
  'callBack',
  'supplement',
  'confirm',
  'reopen',
  'withdraw',
  'appeal',
] as const
export type Action = (typeof actions)[number]

/** What a low rating has opened: the unit says what it mended, then somebody else calls the villager back. `dueAt` is of what is owed next. */
export const Rectification = z.object({ dueAt: Instant, state: z.enum(['owed', 'rectified', 'calledBack']) })
export type Rectification = z.infer<typeof Rectification>

const whole = {
  ...TicketLine.shape,
  channel: Channel,
  text: z.string(),
  media: z.array(Attached),
  timeline: z.array(TimelineEntry),
  can: z.array(z.enum(actions)),
  /** Until when the handler waits for the villager's answer. */
  waitingUntil: z.optional(Instant),
  extendedTo: z.optional(Instant),
  rectification: z.optional(Rectification),
}

/** A ticket as its sender sees it. */
export const OwnTicket = z.object({
  ...whole,
  handler: z.optional(z.object({ name: z.string(), phone: z.string() })),
  /** The number of the ticket that goes on with this matter. */
  mergedInto: z.optional(TicketNumber),
})
export type OwnTicket = z.infer<typeof OwnTicket>

/** A read of a confidential sender, as inspection sees it. */
export const SenderRead = z.object({ ticketId: TicketId, number: TicketNumber, at: Instant, by: z.string(), reason: z.string() })
export type SenderRead = z.infer<typeof SenderRead>

export const Sender = z.object({ name: z.string(), phone: z.optional(z.string()), place: z.string() })
export type Sender = z.infer<typeof Sender>

/** A ticket as those who handle it see it; `sender` is missing where the complaint is confidential. */
export const Letter = z.object({
  ...whole,
  sender: z.optional(Sender),
  /** The reader may ask for the confidential sender, giving a reason that is kept. */
  mayReveal: z.boolean(),
  /** The unit that has been asked to take it over, and the unit that asks. */
  offer: z.optional(z.object({ to: z.string(), from: z.string(), text: z.string() })),
  extensionAsked: z.optional(z.object({ until: Instant, text: z.string() })),
  /** The numbers of its duplicates. */
  merged: z.array(TicketNumber),
  /** For inspection: who has read the confidential sender; how each notice of this ticket fared. */
  senderReads: z.optional(z.array(SenderRead)),
  notices: z.optional(z.array(z.object({ to: z.string(), occasion: z.string(), delivery: z.string(), tries: z.number(), at: Instant }))),
})
export type Letter = z.infer<typeof Letter>

/** `offered`: what other units ask this one to take over; `leader`: escalated to this responsible leader; `raised`: to this office or inspection. */
const boxes = ['cadre', 'desk', 'inspection', 'offered', 'leader', 'raised'] as const
export const Box = z.enum(boxes)
export type Box = z.infer<typeof Box>

const text = writtenText(TEXT_MOST)
const step = StepId
const params = { id: TicketId }
const stepProblems = ['notInThisState', 'full', 'changedReplay'] as const
const one = { params, problems: stepProblems } as const
const own = { ...one, roles: ['visitor'], reply: OwnTicket } as const
const handled = { ...one, roles: ['cadre', 'desk', 'inspection'], reply: Letter } as const
const readers = ['cadre', 'desk', 'inspection', 'head', 'leader', 'office'] as const

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
    ...own,
    summary: 'Add to my ticket, or answer what was asked',
    body: z.strictObject({ step, text, media: attached }),
  },
  'POST /v1/tickets/{id}/confirm': { ...own, summary: 'Accept the result, with a face', body: z.strictObject({ step, face: Face }) },
  'POST /v1/tickets/{id}/reopen': { ...own, summary: 'Ask for it to be done again', body: z.strictObject({ step, text, media: attached }) },
  'POST /v1/tickets/{id}/withdraw': { ...own, summary: 'Withdraw my ticket, saying why', body: z.strictObject({ step, text }) },
  'POST /v1/tickets/{id}/appeal': { ...own, summary: 'Appeal against its being declined, once', body: z.strictObject({ step, text }) },
  'GET /v1/letters': {
    summary:
      "The tickets in a box, newest first: the paired cadre's, the unit desk's, inspection's, those offered or escalated to the reader",
    roles: readers,
    query: { box: Box, open: z.optional(z.literal('yes')), after },
    reply: page(TicketLine),
    problems: [],
  },
  'GET /v1/letters/{id}': { summary: 'A ticket to be handled', roles: readers, params, reply: Letter, problems: [] },
  'GET /v1/letter-numbers/{number}': {
    summary: 'The ticket with this number, where the reader may know of it',
    roles: readers,
    params: { number: TicketNumber },
    reply: z.object({ id: TicketId }),
    problems: [],
  },
  'POST /v1/letters/{id}/triage': { ...handled, summary: 'Take it into triage', roles: ['inspection'], body: z.strictObject({ step }) },
  'GET /v1/letters/{id}/desks': {
    summary: 'The units that it may be assigned or offered to; none in conflict',
    roles: ['desk', 'inspection'],
    params,
    reply: z.object({ items: z.array(UnitChoice) }),
    problems: [],
  },
  'POST /v1/letters/{id}/assign': {
    ...handled,
    summary: "Assign to a unit's desk",
    roles: ['inspection'],
    body: z.strictObject({ step, unitId: UnitId }),
    problems: [...stepProblems, 'unitUnknown', 'unitInConflict'],
  },
  'POST /v1/letters/{id}/accept': { ...handled, summary: 'Take it on', body: z.strictObject({ step }) },
  'POST /v1/letters/{id}/answer': { ...handled, summary: 'Answer', body: z.strictObject({ step, text, media: attached }) },
  'POST /v1/letters/{id}/ask': {
    ...handled,
    summary: 'Ask the villager, and wait at most seven days',
    body: z.strictObject({ step, text }),
  },
  'POST /v1/letters/{id}/resolve': {
    ...handled,
    summary: 'Mark as resolved, saying what was done',
    body: z.strictObject({ step, text, media: attached }),
  },
  'POST /v1/letters/{id}/offer': {
    ...handled,
    summary: 'Ask another unit to take it over; until it accepts, this one keeps it',
    roles: ['desk'],
    body: z.strictObject({ step, unitId: UnitId, text }),
    problems: [...stepProblems, 'unitUnknown', 'unitInConflict'],
  },
  'POST /v1/letters/{id}/take-over': {
    ...handled,
    summary: 'Take over what another unit offers',
    roles: ['desk'],
    body: z.strictObject({ step }),
  },
  'POST /v1/letters/{id}/refuse-offer': {
    ...handled,
    summary: 'Leave it with the unit that offers it, saying why',
    roles: ['desk'],
    body: z.strictObject({ step, text }),
    reply: Nothing,
  },
  'POST /v1/letters/{id}/decline': {
    ...handled,
    summary: 'Decline it, with a reason; its sender may appeal',
    roles: ['desk', 'inspection'],
    body: z.strictObject({ step, reason: DeclineReason, text }),
  },
  'POST /v1/letters/{id}/ask-extension': {
    ...handled,
    summary: 'Ask inspection for more time, with an interim reply to the villager',
    roles: ['desk'],
    body: z.strictObject({ step, workingDays: z.int().check(z.minimum(1), z.maximum(EXTENSION_MOST_DAYS)), text }),
  },
  'POST /v1/letters/{id}/grant-extension': {
    ...handled,
    summary: 'Grant the extension',
    roles: ['inspection'],
    body: z.strictObject({ step }),
  },
  'POST /v1/letters/{id}/refuse-extension': {
    ...handled,
    summary: 'Refuse the extension, saying why',
    roles: ['inspection'],
    body: z.strictObject({ step, text }),
  },
  'POST /v1/letters/{id}/merge': {
    ...handled,
    summary: 'Close it as a duplicate of another ticket, whose answers its sender then gets too',
    roles: ['desk', 'inspection'],
    body: z.strictObject({ step, into: TicketNumber }),
    problems: [...stepProblems, 'numberUnknown', 'notSameMatter', 'unitInConflict'],
  },
  'POST /v1/letters/{id}/rectify': {
    ...handled,
    summary: 'After a low rating: say what was mended',
    roles: ['desk', 'inspection'],
    body: z.strictObject({ step, text, media: attached }),
  },
  'POST /v1/letters/{id}/call-back': {
    ...handled,
    summary: 'After a rectification: say what the villager said on the telephone; not by those who handled it',
    roles: ['desk', 'inspection'],
    body: z.strictObject({ step, text }),
    problems: [...stepProblems, 'callerHandledIt'],
  },
  'POST /v1/letters/{id}/sender': {
    summary: 'Who sent a confidential complaint; the read is kept with its reason and shown to inspection',
    roles: ['desk', 'inspection'],
    params,
    body: z.strictObject({ step, reason: writtenText(200) }),
    reply: Sender,
    problems: ['changedReplay'],
  },
  'GET /v1/sender-reads': {
    summary: 'Every read of a confidential sender that this inspection watches over, newest first',
    roles: ['inspection'],
    query: { after },
    reply: page(SenderRead),
    problems: [],
  },
})
