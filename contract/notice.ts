import * as z from 'zod/mini'

import { after, hexId, Instant, Nothing, page, routes } from './route'
import { Kind, TicketId } from './ticket'

export const NoticeId = hexId().brand<'NoticeId'>()
export type NoticeId = z.infer<typeof NoticeId>

/** What a notice is about, at most 20 characters each: WeChat's `thing`. Its content is number, kind, status and deadline; never a text or a name. */
export const occasions = {
  received: '您的来信已收到',
  letterArrived: '有新来信',
  letterAssigned: '交给您办的事',
  transferOffered: '想转给您办,请回复',
  transferAnswered: '转办有了回复',
  answered: '有了答复',
  asked: '有话问您',
  resolved: '办好了,请您评价',
  reopened: '要求重办',
  supplemented: '补充了说明',
  confirmed: '评价了办理结果',
  withdrawn: '来信人撤回了',
  declined: '没有受理,请看理由',
  appealed: '来信人请您再看一次',
  merged: '和另一件一起办',
  extensionAsked: '申请延期,请您审批',
  extensionAnswered: '延期申请有了回复',
  warning: '快到期了',
  breached: '过期还没办好',
  responseMissed: '一直没有人回应',
  unread: '提醒了一天没有人看',
  silentClosed: '已经办结',
  rectify: '评价不好,请整改',
  rectified: '整改好了,请回访',
  calledBack: '已经回访',
  flagged: '内容请您看一看',
  digest: '您有来信待办',
  tieAsked: '有村民请您确认',
  tieConfirmed: '干部已经确认,可以用了',
  tieRefused: '干部没有确认',
  surveyInvited: '抽中您家评机关',
  surveyRectify: '评议结果要您单位整改',
  surveyOverdue: '评议整改过了期限',
} as const
export type Occasion = keyof typeof occasions
/** The same to whoever sent the ticket, where it is said otherwise. */
const toSender: Partial<Record<Occasion, string>> = {
  extensionAnswered: '要多等几天,请看说明',
  rectified: '整改好了,请看结果',
  transferAnswered: '换了单位来办',
}
/** What happened, as its reader is told: the ticket's sender or its handlers. */
export const saysOf = (occasion: Occasion, isSender: boolean) => (isSender && toSender[occasion]) || occasions[occasion]
export const Occasion = z.enum(Object.keys(occasions) as [Occasion, ...Occasion[]])

/**
 * Where a notice stands outside the inbox, which has it in any case. `sent`: WeChat or a text message took it; `inboxOnly`:
 * neither could, or it was read before; `technicalFailure`: every try was in vain; `folded`: it is counted in the message
 * "您有 N 件来信待办".
 */
export const Delivery = z.enum(['pending', 'sent', 'inboxOnly', 'technicalFailure', 'folded'])
export type Delivery = z.infer<typeof Delivery>

/** Waits between tries in minutes; the last one repeats. */
export const backOffMinutes = [1, 5, 30, 60] as const
/** Tries by WeChat (two days of them), and by text message. */
export const MOST_TRIES = 48
export const MOST_SMS_TRIES = 8
/** Minutes that WeChat may fail, or be parked, before a text message goes out as well. */
export const patienceMinutes = { h2: 5, other: 15 } as const
/** Hours in Shanghai between which nothing but the two-hour class reaches a telephone, and the minutes over which the morning is spread. */
export const quiet = { from: 21, until: 7, spreadMinutes: 20 } as const
/** Hours in Shanghai at which a handler's waiting notices go out as one message. */
export const digestHours = [9, 14, 17] as const
/** Hours after which a handler's unread notice goes up to the head of the unit. */
export const UNREAD_HOURS = 24
/** Minutes between two text messages to one person about one ticket, the two-hour class excepted. */
export const SMS_GAP_MINUTES = 60

export const InboxItem = z.object({
  id: NoticeId,
  occasion: Occasion,
  /** Whether it is about something that the reader sent, and not about what they handle. */
  own: z.boolean(),
  ticket: z.optional(z.object({ id: TicketId, number: z.string(), kind: Kind })),
  deadline: z.optional(Instant),
  at: Instant,
  read: z.boolean(),
  delivery: Delivery,
})
export type InboxItem = z.infer<typeof InboxItem>

/** The two subscribe-message templates, by the side that is told. */
export const sides = ['villager', 'staff'] as const
export const Side = z.enum(sides)
export type Side = z.infer<typeof Side>

/** WeChat's template ids by side. They are set per app, so the phone asks for them. */
export const Templates = z.object({ villager: z.string(), staff: z.string() })

export const GrantId = hexId().brand<'GrantId'>()
export type GrantId = z.infer<typeof GrantId>

/** What WeChat said of one template when it was asked for: only `accept` is good for a message. */
export const Verdict = z.enum(['accept', 'reject', 'ban', 'filter'])
export type Verdict = z.infer<typeof Verdict>

/** Messages that may still be sent by each template, as far as is known: a long-term template never runs out. */
export const GrantsLeft = z.object({ villager: z.number(), staff: z.number() })
export type GrantsLeft = z.infer<typeof GrantsLeft>
/** So many at most are counted; nobody agrees to more. */
export const GRANTS_MOST = 100
/** With so many left the phone does not ask for more: the messages of one villager's ticket, and of a handler's day. */
export const grantsEnough = { villager: 3, staff: 5 } as const

export const ReportGrants = z.strictObject({ id: GrantId, verdicts: z.partialRecord(Side, Verdict) })

export const notice = routes({
  'GET /v1/inbox': {
    summary: 'The notices for this account, newest first',
    roles: ['visitor'],
    query: { after },
    reply: page(InboxItem),
    problems: [],
  },
  'POST /v1/inbox/{id}/read': {
    summary: 'Mark a notice as read',
    roles: ['visitor'],
    params: { id: NoticeId },
    reply: Nothing,
    problems: [],
  },
  'POST /v1/grants': {
    summary: 'Report what WeChat was answered when it asked for consent to messages; the same id counts once',
    roles: ['visitor'],
    body: ReportGrants,
    reply: GrantsLeft,
    problems: [],
  },
  'GET /v1/grants': {
    summary: 'How many messages this account may still be sent by each template',
    roles: ['visitor'],
    reply: GrantsLeft,
    problems: [],
  },
  'GET /v1/templates': {
    summary: 'The subscribe-message templates to ask consent for',
    roles: ['visitor'],
    reply: Templates,
    problems: [],
  },
})
