import type { UnitId } from '../../contract/pairing'
import type { SubmitTicket, Urgency } from '../../contract/ticket'
import type { Responsible } from '../../functions/ticket/submit'
import {
  aboutUnit,
  aComplaint,
  aRequest,
  aSuggestion,
  city,
  farming,
  householdTag,
  inspection,
  leader,
  office,
  pairedCadre,
  roads,
  someResponsible,
  township,
  water,
} from '../fixtures/tickets'
import { DAY, HOUR, type Special, workedDays } from './days'
import { accused } from './people'
import type { Plain } from './plain'

type Scenario = {
  input: SubmitTicket
  responsible?: Responsible
  urgency: Urgency
  expected: { state?: string; barred: string[]; follower?: string; desk?: UnitId; inspection?: UnitId; leaderBarred?: true }
}

const byDesk = (desk: UnitId, follower: string | undefined = pairedCadre) => ({ barred: [], desk, follower })

/** What may be sent, and what each has to become: by section 4, "who gets it" and "confidential". */
export const scenarios: Readonly<Record<string, Scenario>> = {
  'a complaint about my cadre': { input: aComplaint(), urgency: 'd7', expected: { barred: [pairedCadre, farming.id] } },
  'a complaint about a unit': {
    input: aComplaint({ ...aboutUnit(accused), category: 'slow' }),
    urgency: 'd7',
    expected: { barred: [accused.id, pairedCadre] },
  },
  'a complaint that my cadre may follow': {
    input: aComplaint({ ...aboutUnit(accused), cadreMayFollow: true, confidential: false }),
    urgency: 'd7',
    expected: { barred: [accused.id], follower: pairedCadre },
  },
  'a complaint that somebody asked for money': {
    input: aComplaint({ about: { who: 'unknown' }, category: 'taking' }),
    urgency: 'h24',
    expected: { state: 'triaged', barred: [pairedCadre] },
  },
  "a complaint about the leader's own unit": {
    input: aComplaint(aboutUnit(township)),
    urgency: 'd7',
    expected: { barred: [township.id, pairedCadre], leaderBarred: true },
  },
  'a complaint about inspection': {
    input: aComplaint(aboutUnit(inspection)),
    urgency: 'd7',
    expected: { barred: [inspection.id, pairedCadre], inspection: city.id },
  },
  'a request for help': { input: aRequest(), urgency: 'd7', expected: byDesk(farming.id) },
  'somebody in danger': { input: aRequest({ ...aboutUnit(water), category: 'danger' }), urgency: 'h2', expected: byDesk(water.id) },
  'no electricity': { input: aRequest({ ...aboutUnit(water), category: 'outage' }), urgency: 'h24', expected: byDesk(water.id) },
  'help for a household without a cadre': {
    input: aRequest(),
    responsible: someResponsible({ cadre: undefined }),
    urgency: 'd7',
    expected: { ...byDesk(township.id), follower: undefined },
  },
  'a suggestion': { input: aSuggestion(aboutUnit(roads)), urgency: 'd15', expected: byDesk(roads.id) },
}

/** The sheet of a ticket that has just come. */
export function begin({ input, urgency, expected }: Scenario, at: number, special: Special): Plain {
  const due = { h2: at + 2 * HOUR, h24: at + DAY, d7: workedDays(at, 7, special), d15: workedDays(at, 15, special) }[urgency]
  const complaint = input.kind === 'complaint'
  return {
    ...{ kind: input.kind, urgency, state: expected.state ?? 'submitted', barred: new Set(expected.barred) },
    ...{ household: complaint ? householdTag : undefined, follower: expected.follower, desk: expected.desk },
    ...{ inspection: expected.inspection ?? inspection.id, watched: complaint },
    above: { leader: expected.leaderBarred ? undefined : leader, office: office.id, city: city.id },
    ...{ due, respondBy: Math.min(due, at + DAY), clock: { nth: 0, round: 0, from: at, due } },
    ...{ appealed: false, followed: [], raised: [], called: new Set(), headOfOffered: false, special },
    ...{ ticked: new Set(), passed: new Set(), steps: new Map([[input.id, 'submitted']]), handled: new Set() },
  }
}
