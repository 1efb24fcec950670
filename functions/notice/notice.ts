import * as z from 'zod/mini'

import { backOffMinutes, Delivery, NoticeId, Occasion } from '../../contract/notice'
import { CadreId, UnitId } from '../../contract/pairing'
import { Instant } from '../../contract/route'
import { Kind, TicketId, Urgency } from '../../contract/ticket'
import { later, minute } from '../../contract/time'
import { Sms, Wechat } from './channels'
import { Addressee } from './person'

/** In which capacity somebody is told. */
export const roles = ['cadre', 'leader', 'desk', 'inspection', 'head', 'office', 'sender', 'mergedSender', 'household'] as const

/** One notice for one person: what their inbox shows, and how far its delivery to their telephone has come. */
export const Notice = z.object({
  id: NoticeId,
  version: z.number(),
  addressee: Addressee,
  role: z.enum(roles),
  cadreId: z.optional(CadreId),
  /** The unit in whose name they are told. */
  unitId: z.optional(UnitId),
  /** The item that it is about. */
  sourceId: z.string(),
  source: z.object({ pk: z.string(), sk: z.string() }),
  /** The step of the item that owed it. */
  step: z._default(z.string(), ''),
  occasion: Occasion,
  ticketId: z.optional(TicketId),
  number: z.optional(z.string()),
  kind: z.optional(Kind),
  urgency: z.optional(Urgency),
  deadline: z.optional(Instant),
  /** What the item says of those who may not learn of it: its reader may come to be one of them. */
  barred: z.optional(z.array(z.string())),
  householdTag: z.optional(z.string()),
  follows: z.optional(CadreId),
  at: Instant,
  state: Delivery,
  wechat: z._default(Wechat, { state: 'none', tries: 0 }),
  sms: z._default(Sms, { state: 'none', tries: 0, unsure: 0 }),
  /** Until when one dispatcher alone may use this channel. */
  lease: z.optional(z.object({ channel: z.enum(['wechat', 'sms']), until: Instant })),
  /** The digest that counts it, in place of a message of its own; of a digest, when it goes out. */
  round: z.optional(Instant),
  /** When it goes up to the head of the unit, unless it has been read by then. */
  unreadAt: z.optional(Instant),
  /** When somebody has to look after it again. */
  owedAt: z.optional(Instant),
  readAt: z.optional(Instant),
})
export type Notice = z.infer<typeof Notice>

/** Whether it goes to a villager, and not to those who handle something. */
export const isToVillager = ({ role }: Pick<Notice, 'role'>) => role === 'sender' || role === 'mergedSender' || role === 'household'

const backOff = (tries: number) => (backOffMinutes[Math.max(0, tries - 1)] ?? backOffMinutes[backOffMinutes.length - 1]!) * minute

/** The instant so many tries that failed have to be waited for. */
export const afterFailure = (tries: number, now: Instant) => later(now, backOff(tries))
