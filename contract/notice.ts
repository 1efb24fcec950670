import * as z from 'zod/mini'

import { after, hexId, Instant, Nothing, page, routes } from './route'
import { Kind, TicketId } from './ticket'

export const NoticeId = hexId().brand<'NoticeId'>()
export type NoticeId = z.infer<typeof NoticeId>

/** What a notice is about, at most 20 characters each: WeChat's `thing`. Its content is number, kind, status and deadline; never a text or a name. */
export const occasions = {
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
  extended: '要多等几天,请看说明',
  warning: '快到期了',
  breached: '过期还没办好',
  responseMissed: '一直没有人回应',
  unread: '提醒了一天没有人看',
  silentClosed: '已经办结',
  rectify: '评价不好,请整改',
  rectified: '整改好了,请回访',
  calledBack: '已经回访',
  flagged: '内容请您看一看',
  tieAsked: '有村民请您确认',
  tieConfirmed: '干部已经确认,可以用了',
  tieRefused: '干部没有确认',
} as const
export type Occasion = keyof typeof occasions
export const Occasion = z.enum(Object.keys(occasions) as [Occasion, ...Occasion[]])

/** Where a delivery stands. `inboxOnly`: WeChat refused for good; `given up`: 48 tries were in vain. The inbox has it in any case. */
export const Delivery = z.enum(['pending', 'sent', 'inboxOnly', 'technicalFailure'])
export type Delivery = z.infer<typeof Delivery>

/** Waits between tries in minutes; the last one repeats. */
export const backOffMinutes = [1, 5, 30, 60] as const
export const MOST_TRIES = 48

export const InboxItem = z.object({
  id: NoticeId,
  occasion: Occasion,
  ticket: z.optional(z.object({ id: TicketId, number: z.string(), kind: Kind })),
  deadline: z.optional(Instant),
  at: Instant,
  read: z.boolean(),
  delivery: Delivery,
})
export type InboxItem = z.infer<typeof InboxItem>

/** WeChat's template ids by the side that is told. They are set per app, so the phone asks for them. */
export const Templates = z.object({ villager: z.string(), staff: z.string() })

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
  'GET /v1/templates': {
    summary: 'The subscribe-message templates to ask consent for',
    roles: ['visitor'],
    reply: Templates,
    problems: [],
  },
})
