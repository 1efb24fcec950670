import { DAY, HOUR, workedDays } from './days'
import { isOpen, type Plain } from './plain'

type Due = { at: number; step: string; once: string }

/** The rungs above a ticket that is late, each with when it is told; whoever is barred or missing is passed over. */
function ladder({ above, barred, clock, urgency, special }: Plain): Due[] {
  const free = [
    'raisedToHead',
    ...(above.leader && !barred.has(above.leader) ? ['raisedToLeader'] : []),
    ...(above.office && !barred.has(above.office) ? ['raisedToOffice'] : []),
    ...(above.city && !barred.has(above.city) ? ['raisedToCity'] : []),
  ]
  const hours = clock.round > 0 ? undefined : { h2: 1, h24: 12, d7: undefined, d15: undefined }[urgency]
  return free.map((step, place) => ({
    at: hours ? clock.due + place * hours * HOUR : workedDays(clock.due, place, special),
    step,
    once: `${clock.round}/${step}`,
  }))
}

/** All that the clock has still to do, soonest first; of two at once the response comes before the breach, the wait last. */
export function toCome(ticket: Plain): Due[] {
  const { state, clock, respondBy, waitingUntil, resolvedAt, mending, ticked } = ticket
  const { round, from, due } = clock
  const one = (at: number | undefined, step: string, once = `${round}/${step}`): Due[] => (at === undefined ? [] : [{ at, step, once }])
  const all = isOpen(ticket)
    ? [
        ...one(from + Math.floor((due - from) / 2), 'warned50'),
        ...one(from + Math.floor((due - from) * 0.8), 'warned80'),
        ...one(respondBy, 'responseMissed'),
        ...ladder(ticket),
        ...one(waitingUntil, 'waitingOver', `${waitingUntil}/waitingOver`),
      ]
    : [
        ...one(state === 'resolved' ? resolvedAt! + 15 * DAY : undefined, 'silent'),
        ...one(state === 'confirmed' && mending?.state === 'owed' ? mending.due : undefined, 'rectifyOverdue'),
      ]
  return all.filter(({ once }) => !ticked.has(once)).sort((a, b) => a.at - b.at)
}

/** When the clock has to look at it next. */
export const nextLook = (ticket: Plain): number | undefined => toCome(ticket)[0]?.at

function fallDue(ticket: Plain, { step, once }: Due) {
  ticket.ticked.add(once)
  if (step === 'responseMissed') {
    ticket.respondBy = undefined
    ticket.missed = true
  }
  if (step === 'waitingOver') {
    ticket.state = 'inProgress'
    ticket.waitingUntil = undefined
  }
  if (step === 'silent') ticket.state = 'silent'
  if (step === 'rectifyOverdue') ticket.watched = true
  const rung = /^raisedTo(.+)$/.exec(step)?.[1]?.toLowerCase()
  if (rung && !ticket.raised.includes(rung)) ticket.raised.push(rung)
}

/** Everything that has fallen due, done to the sheet in its order; the steps that were. */
export function ring(ticket: Plain, now: number): string[] {
  const done: string[] = []
  for (let due = toCome(ticket)[0]; due && due.at <= now; due = toCome(ticket)[0]) {
    fallDue(ticket, due)
    done.push(due.step)
  }
  return done
}
