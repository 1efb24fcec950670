import { digestHours, quiet } from '../../contract/notice'
import type { Instant } from '../../contract/route'
import type { Urgency } from '../../contract/ticket'
import { day, hour, later, minute, shanghai } from '../../contract/time'

const sinceMidnight = (at: Instant) => {
  const local = shanghai(at)
  return local.getTime() - Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate())
}

/** The next midnight in Shanghai; WeChat's daily quota begins anew then. */
export const nextMidnight = (at: Instant): Instant => later(at, day - sinceMidnight(at))

/** Where in a span that is to be spread the thing with this hex id stands: always the same for the same id. */
const spreadOf = (id: string, span: number) => (parseInt(id.slice(-6), 16) % (span / 1000)) * 1000

/** Whether telephones are left alone at this time; what is due in two hours waits for no morning. */
export function asleep(urgency: Urgency | undefined, at: Instant): boolean {
  const local = sinceMidnight(at)
  return urgency !== 'h2' && (local >= quiet.from * hour || local < quiet.until * hour)
}

/** The first instant from `at` on at which a message may go out: in the night the next morning, spread by `id`. */
export function awake(at: Instant, id: string, urgency?: Urgency): Instant {
  if (!asleep(urgency, at)) return at
  const local = sinceMidnight(at)
  const morning = quiet.until * hour + (local >= quiet.from * hour ? day : 0)
  return later(at, morning - local + spreadOf(id, quiet.spreadMinutes * minute))
}

/** A digest that is about to go out is not added to any more. */
const TOO_LATE = 5 * minute

/** When the next digest goes out that `at` can still be in: one of the fixed hours, spread by person. */
export function digestAt(at: Instant, personId: string): Instant {
  const local = sinceMidnight(at)
  const hours = [...digestHours, digestHours[0] + 24]
  const next = hours.find((one) => one * hour >= local + TOO_LATE) ?? hours[hours.length - 1]!
  return later(at, next * hour - local + spreadOf(personId, quiet.spreadMinutes * minute))
}
