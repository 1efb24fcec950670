import type { contract } from '../../contract/contract'
import type { RouteKey } from '../../contract/route'

/**
 * Who may do what, written by hand from the programme's sections 3, 4 and 8; the code is not asked. The ticket is a
 * confidential complaint of household 0217 about the water office (SL01), assigned to the transport office (JT01), which has
 * asked the housing office (JS01) to take it over. `by`: the roles that the route is open to, all else is 403. `may`: whose
 * request is decided on its merits (200, or 409 as things stand); without it all of `by`. Any other holder of the role gets
 * `otherwise`: 404 unless said, as for a ticket that does not exist.
 */
export type Right = { by: string; may?: string; otherwise?: 403 | 404 | 'takerInConflict' | 'pickUpWrong' | 'onlyConfirmed' }

const staff = 'cadre helper desk head leader office inspection'
const readers = 'cadre desk inspection head leader office'
const inspection = 'inspector inspectorHead inspectorCadre'
/** Those in whose hands it is, and whoever was asked to take it. */
const handling = `handlerDesk offeredDesk ${inspection}`
/** Beside them the head of the unit that handles it, and the county's office. */
const reading = `${handling} handlerHead office`
const own = { by: 'visitor', may: 'sender' }
const handled = { by: 'cadre desk inspection', may: handling }
const atDesks = 'desk inspection office'
/** The survey is the county's to hold, not the township's, whose office is rated in it. */
const holding = { by: 'office', may: 'office', otherwise: 403 } as const
const notAccused =
  'pairedDesk pairedBoth handlerDesk offeredDesk otherDesk townshipDesk townshipOffice stationDesk ' +
  'inspector inspectorHead inspectorCadre office city'

export const rights: Record<keyof typeof contract & RouteKey, Right> = {
  'POST /v1/sessions': { by: 'anyone' },
  'POST /v1/phone-codes': { by: 'visitor' },
  'POST /v1/ties': { by: 'visitor' },
  'POST /v1/staff-ties': { by: 'visitor' },
  'POST /v1/tie-requests': { by: 'visitor' },
  'GET /v1/tie-requests': { by: 'cadre' },
  'POST /v1/tie-requests/{id}/answer': { by: 'cadre', may: 'pairedCadre' },
  'POST /v1/desktop-sign-ins': { by: 'anyone' },
  'POST /v1/desktop-sign-ins/{id}/session': { by: 'anyone' },
  'GET /v1/desktop-codes/{code}': { by: staff },
  'POST /v1/desktop-codes/{code}/approve': { by: staff },
  'POST /v1/desktop-codes/{code}/refuse': { by: staff },
  'POST /v1/desktop-session/renew': { by: staff },
  'POST /v1/desktop-session/end': { by: staff },
  'GET /v1/home': { by: 'villager' },
  'GET /v1/units/nearby': { by: 'villager' },
  'GET /v1/households': { by: 'cadre' },
  'GET /v1/calendar/{year}': { by: staff },
  'PUT /v1/calendar/{year}': { by: 'office' },
  'POST /v1/tickets': { by: 'villager' },
  'GET /v1/tickets': { by: 'visitor' },
  'GET /v1/tickets/{id}': own,
  'POST /v1/tickets/{id}/supplement': own,
  'POST /v1/tickets/{id}/confirm': own,
  'POST /v1/tickets/{id}/reopen': own,
  'POST /v1/tickets/{id}/withdraw': own,
  'POST /v1/tickets/{id}/appeal': own,
  // A box opens to its own role; boxes.ts has the others.
  'GET /v1/letters': {
    by: readers,
    may: 'pairedDesk pairedBoth accusedDesk accusedBoth handlerDesk offeredDesk otherDesk townshipDesk stationDesk pairedHead accusedHead handlerHead offeredHead townshipHead inspectorHead',
    otherwise: 403,
  },
  'GET /v1/letters/{id}': { by: readers, may: reading },
  'GET /v1/letter-numbers/{number}': { by: readers, may: reading },
  'POST /v1/letters/{id}/triage': { by: 'inspection', may: inspection },
  'GET /v1/letters/{id}/desks': { by: 'desk inspection', may: `handlerDesk ${inspection}` },
  'POST /v1/letters/{id}/assign': { by: 'inspection', may: inspection },
  'POST /v1/letters/{id}/accept': handled,
  'POST /v1/letters/{id}/answer': handled,
  'POST /v1/letters/{id}/ask': handled,
  'POST /v1/letters/{id}/resolve': handled,
  'POST /v1/letters/{id}/offer': { by: 'desk', may: 'handlerDesk offeredDesk' },
  'POST /v1/letters/{id}/take-over': { by: 'desk', may: 'handlerDesk offeredDesk' },
  'POST /v1/letters/{id}/refuse-offer': { by: 'desk', may: 'handlerDesk offeredDesk' },
  'POST /v1/letters/{id}/decline': { by: 'desk inspection', may: handling },
  'POST /v1/letters/{id}/ask-extension': { by: 'desk', may: 'handlerDesk offeredDesk' },
  'POST /v1/letters/{id}/grant-extension': { by: 'inspection', may: inspection },
  'POST /v1/letters/{id}/refuse-extension': { by: 'inspection', may: inspection },
  'POST /v1/letters/{id}/merge': { by: 'desk inspection', may: handling },
  'POST /v1/letters/{id}/rectify': { by: 'desk inspection', may: handling },
  'POST /v1/letters/{id}/call-back': { by: 'desk inspection', may: handling },
  'POST /v1/letters/{id}/sender': { by: 'desk inspection', may: `handlerDesk ${inspection}` },
  'GET /v1/sender-reads': { by: 'inspection' },
  'POST /v1/media': { by: 'visitor' },
  'GET /v1/media/held': { by: 'inspection' },
  'GET /v1/media/{id}': own,
  'POST /v1/media/{id}/verdict': { by: 'inspection', may: inspection },
  'POST /v1/intake/callers': { by: atDesks },
  'GET /v1/intake/villages': { by: atDesks },
  'POST /v1/intake/households': { by: atDesks },
  // A cadre of one's own households, a desk of all of the roll; a helper needs the card.
  'POST /v1/intake/circles': { by: `${atDesks} cadre helper`, may: `accusedDesk accusedBoth pairedCadre ${notAccused}`, otherwise: 403 },
  'POST /v1/intake/calls': { by: atDesks, may: notAccused, otherwise: 'takerInConflict' },
  'POST /v1/intake/visits': { by: 'cadre helper', may: 'pairedCadre', otherwise: 403 },
  'GET /v1/intake/colleagues': { by: atDesks },
  'POST /v1/intake/box-openings': { by: atDesks },
  'GET /v1/intake/box-openings': { by: staff },
  'POST /v1/intake/box-openings/{id}/confirm': { by: staff, may: 'handlerCadre' },
  'POST /v1/intake/slips': { by: atDesks, may: `handlerDesk ${inspection}` },
  // By number and code the sender has let them in; not so those whom it is about.
  'POST /v1/intake/inquiries': { by: `${atDesks} helper`, may: `helper ${notAccused}`, otherwise: 'pickUpWrong' },
  'POST /v1/intake/inquiries/word': { by: `${atDesks} helper`, may: `helper ${notAccused}`, otherwise: 'pickUpWrong' },
  'GET /v1/intake/lookups': { by: 'inspection' },
  'GET /v1/survey': { by: 'villager' },
  'GET /v1/survey/results': { by: 'villager' },
  'GET /v1/survey-receipts/{campaignId}/{prefix}': { by: 'anyone' },
  'GET /v1/survey-digests/{campaignId}': { by: 'anyone' },
  'GET /v1/survey-visits': { by: 'helper' },
  'GET /v1/surveys': { by: 'office inspection' },
  'POST /v1/surveys': holding,
  'GET /v1/surveys/{id}': { by: 'office inspection' },
  'PUT /v1/surveys/{id}': holding,
  'PUT /v1/surveys/{id}/strata/{stratumId}': holding,
  'GET /v1/surveys/{id}/units': { by: 'office' },
  'POST /v1/surveys/{id}/freeze': holding,
  'POST /v1/surveys/{id}/value': holding,
  'POST /v1/surveys/{id}/totals': holding,
  'POST /v1/surveys/{id}/step': holding,
  'POST /v1/surveys/{id}/annul': holding,
  'GET /v1/surveys/{id}/progress': { by: 'office inspection' },
  'GET /v1/surveys/{id}/roll': holding,
  'POST /v1/surveys/{id}/paper-draws': holding,
  'GET /v1/surveys/{id}/packs': holding,
  'POST /v1/surveys/{id}/packs/{packId}/entries': holding,
  // What the survey asks of a unit is answered by that unit: here, the accused one.
  'GET /v1/rectifications': { by: 'desk head office inspection' },
  'POST /v1/rectifications/{id}/answer': { by: 'desk head', may: 'accusedDesk accusedBoth accusedHead' },
  // No helper, cadre or unit; and a tie that a cadre only confirmed draws none.
  'POST /v1/ballot-draws': { by: 'villager', may: 'sender neighbour otherVillager', otherwise: 'onlyConfirmed' },
  'POST /v1/telephone-draws': holding,
  'POST /v1/sheet-packs': holding,
  // Nobody is asked who they are; what counts is the token.
  'POST /v1/ballots': { by: 'anyone' },
  'GET /v1/inbox': { by: 'visitor' },
  'POST /v1/inbox/{id}/read': { by: 'visitor', may: 'inspector' },
  'POST /v1/grants': { by: 'visitor' },
  'GET /v1/grants': { by: 'visitor' },
  'GET /v1/templates': { by: 'visitor' },
}

/** Who may know at all that this ticket exists. */
export const knowing = `sender ${reading}`

/** Which roles a box opens to, and who finds the ticket in it. */
export const boxes = {
  cadre: { by: 'cadre', find: '' },
  desk: { by: 'desk head', find: 'handlerDesk handlerHead' },
  inspection: { by: 'inspection', find: inspection },
  offered: { by: 'desk', find: 'offeredDesk' },
  leader: { by: 'leader', find: '' },
  raised: { by: 'office inspection', find: '' },
} as const

/** Where a name or a number of the sender's household is in its place: the roll, and the audited read of a sender. */
export const withNames: readonly (keyof typeof contract)[] = [
  ...(['GET /v1/households', 'GET /v1/tie-requests', 'POST /v1/letters/{id}/sender', 'POST /v1/intake/callers'] as const),
  ...(['POST /v1/intake/households', 'POST /v1/intake/circles'] as const),
  ...(['GET /v1/survey-visits', 'GET /v1/surveys/{id}/roll'] as const),
]
