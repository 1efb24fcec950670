import { isThere, letRead, nextAbove, type Posts, rungsAbove } from './above'
import { DAY, HOUR, workedDays } from './days'
import { isOpen, type Plain } from './plain'

type Due = { at: number; step: string; once: string }

/** The rungs above a ticket that is late, each with when its turn comes; where one was passed over, the next moves up. */
function ladder(ticket: Plain): Due[] {
  const { clock, urgency, special, passed } = ticket
  const hours = clock.round > 0 ? undefined : { h2: 1, h24: 12, d7: undefined, d15: undefined }[urgency]
  return rungsAbove(ticket)
    .map(({ step }) => ({ step, once: `${clock.nth}/${step}` }))
    .filter(({ once }) => !passed.has(once))
    .map((due, place) => ({ ...due, at: hours ? clock.due + place * hours * HOUR : workedDays(clock.due, place, special) }))
}

/** All that the clock has still to do, soonest first; of two at once the response comes before the breach, the wait last. */
export function toCome(ticket: Plain): Due[] {
  const { state, clock, respondBy, waitingUntil, resolvedAt, mending, ticked } = ticket
  const { nth, from, due } = clock
  const one = (at: number | undefined, step: string, once = `${nth}/${step}`): Due[] => (at === undefined ? [] : [{ at, step, once }])
  // What lies before a clock began was the former one's: an extension may be granted late.
  const later = ({ at }: Due) => at > from
  const all = isOpen(ticket)
    ? [
        ...one(from + Math.floor((due - from) / 2), 'warned50').filter(later),
        ...one(from + Math.floor((due - from) * 0.8), 'warned80').filter(later),
        ...one(respondBy, 'responseMissed'),
        ...ladder(ticket).filter(later),
        ...one(waitingUntil, 'waitingOver', `${waitingUntil}/waitingOver`),
      ]
    : [
        ...one(state === 'resolved' ? resolvedAt! + 15 * DAY : undefined, 'silent'),
        ...one(state === 'confirmed' && mending?.state === 'owed' ? mending.due : undefined, 'rectifyOverdue'),
        ...one(state === 'confirmed' && mending?.state === 'rectified' ? mending.due : undefined, 'callBackOverdue'),
      ]
  return all.filter(({ once }) => !ticked.has(once)).sort((a, b) => a.at - b.at)
}

/** When the clock has to look at it next. */
export const nextLook = (ticket: Plain): number | undefined => toCome(ticket)[0]?.at

function fallDue(ticket: Plain, { step, once }: Due, posts: Posts) {
  ticket.ticked.add(once)
  if (step === 'responseMissed') {
    ticket.respondBy = undefined
    const next = nextAbove(ticket, posts)
    if (next) letRead(ticket, next)
  }
  if (step === 'waitingOver') {
    ticket.state = 'inProgress'
    ticket.waitingUntil = undefined
  }
  if (step === 'silent') ticket.state = 'silent'
  if (step === 'rectifyOverdue' || step === 'callBackOverdue') ticket.watched = true
  const late = rungsAbove(ticket).find((rung) => rung.step === step)
  if (!late) return
  if (!ticket.raised.includes(late.rung)) ticket.raised.push(late.rung)
  letRead(ticket, late.to)
}

/** Everything that has fallen due, done to the sheet in its order; the steps that were, and those that nobody was there for. */
export function ring(ticket: Plain, now: number, posts: Posts): { done: string[]; passed: string[] } {
  const [done, passed]: [string[], string[]] = [[], []]
  for (let due = toCome(ticket)[0]; due && due.at <= now; due = toCome(ticket)[0]) {
    const { step, once } = due
    const rung = rungsAbove(ticket).find((one) => one.step === step)
    if (rung && !isThere(ticket, rung.to, posts)) {
      ticket.passed.add(once)
      passed.push(rung.rung)
    } else {
      fallDue(ticket, due, posts)
      done.push(step)
    }
  }
  return { done, passed }
}
