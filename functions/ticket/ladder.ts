import type { Addressee } from '../notice/owed'
import type { Head, Rung } from './head'

/** The rungs of an escalation, lowest first. */
export const ladder = ['head', 'leader', 'office', 'city'] as const

/** The clock's step by which a rung is told that the ticket is late. */
export const raisings = { head: 'raisedToHead', leader: 'raisedToLeader', office: 'raisedToOffice', city: 'raisedToCity' } as const

/** The rung that this step of the clock tells. */
export const rungOf = (step: string): Rung | undefined => ladder.find((rung) => raisings[rung] === step)

/** Whom a rung reaches; undefined where the roster names none. The head is that of the unit that has the ticket. */
export function reachedBy({ deskId, inspectionId, rungs: { leaderId, officeId, cityId } }: Head, rung: Rung): Addressee | undefined {
  switch (rung) {
    case 'head':
      return { to: 'head', unitId: deskId ?? inspectionId }
    case 'leader':
      return leaderId && { to: 'leader', cadreId: leaderId }
    case 'office':
      return officeId && { to: 'office', unitId: officeId }
    case 'city':
      return cityId && { to: 'inspection', unitId: cityId }
  }
}
