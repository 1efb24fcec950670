import { NoticeId, type Occasion } from '../../contract/notice'
import type { CadreId } from '../../contract/pairing'
import type { Instant } from '../../contract/route'
import { shanghaiDay } from '../../contract/time'
import { isToVillager, type Notice } from './notice'
import { filedUnder } from './person'
import { awake, digestAt } from './quiet'

/** What is said at once, however much else somebody has been told today. */
const atOnce: readonly Occasion[] = ['breached', 'responseMissed', 'unread', 'digest']

/**
 * Whether a notice may wait for a handler's digest: of a person's notices of this kind the first of a day goes out at
 * once, the others as one message at the next of the fixed hours. The classes of 2 and 24 hours, escalations, and what is
 * not about a ticket never wait; nor does what a villager is told.
 */
export const mayFold = (notice: Notice) =>
  !isToVillager(notice) &&
  notice.ticketId !== undefined &&
  notice.urgency !== 'h2' &&
  notice.urgency !== 'h24' &&
  !atOnce.includes(notice.occasion)

/** The day, in Shanghai, on which a notice made at `now` would go out: what is made at night is of the morning. */
export const dayOf = ({ id, urgency }: Notice, now: Instant) => shanghaiDay(awake(now, id, urgency))

/** When the digest goes out that a notice made at `now` waits for. */
export const roundOf = ({ id, urgency, addressee }: Notice, now: Instant) => digestAt(awake(now, id, urgency), addressee)

/** The id of this person's digest of this round: made by whoever is first to need it, the same for all. */
export const digestId = (addressee: string, round: Instant) =>
  NoticeId.parse(Date.parse(round).toString(16).padStart(12, '0') + addressee.slice(-20))

/** The digest itself: a notice like any other, but for the inbox, which has what it counts. */
export function digestFor(cadreId: CadreId, round: Instant): Notice {
  const addressee = filedUnder({ cadreId })
  return {
    id: digestId(addressee, round),
    version: 1,
    addressee,
    role: 'cadre',
    cadreId,
    sourceId: `digest-${addressee}`,
    source: { pk: addressee, sk: round },
    step: 'digest',
    occasion: 'digest',
    at: round,
    round,
    state: 'pending',
    wechat: { state: 'waiting', tries: 0 },
    sms: { state: 'waiting', tries: 0, unsure: 0 },
    owedAt: round,
  }
}

/** What a digest says: how many there are, and the earliest deadline among them. */
export type Count = { count: number; deadline?: Instant }

/** The count of what still waits to be read. */
export function counted(waiting: readonly { deadline?: Instant }[]): Count {
  const deadlines = waiting.flatMap(({ deadline }) => deadline ?? []).sort()
  return { count: waiting.length, deadline: deadlines[0] }
}
