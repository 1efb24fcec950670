import { hour } from '../../../contract/time'
import { ids } from '../../../functions/pairing/roster/merge'
import type { Who } from '../cast'
import type { Call, Journey, Route } from '../steps'

export const water = { unitId: ids.unit('SL01') }
export const farming = { unitId: ids.unit('NY01') }
export const text = { text: '已经去看过了' }
const complaint = { kind: 'complaint', confidential: true, cadreMayFollow: false }

/** Sends a ticket in the mini-program. */
export const submit = (who: Who, of: string, more: Record<string, unknown>): Call => ({
  who,
  route: 'POST /v1/tickets',
  of,
  body: ({ id }) => ({ id: id(of), about: { who: 'unknown' }, text: '屋后的水渠堵了半个月', ...more }),
})

const ways = {
  accept: {},
  ask: text,
  answer: text,
  resolve: text,
  triage: {},
  assign: water,
  offer: { ...farming, ...text },
  'take-over': {},
  'refuse-offer': text,
  decline: { reason: 'notFact', ...text },
  'ask-extension': { workingDays: 5, ...text },
  'grant-extension': {},
  'refuse-extension': text,
  rectify: text,
  'call-back': text,
  sender: { reason: '要打电话核实' },
} as const

/** A step of whoever handles it, or of its sender. */
export const staff = (who: Who, way: keyof typeof ways, of = 'A'): Call => ({
  who,
  route: `POST /v1/letters/{id}/${way}`,
  of,
  body: ({ step }) => ({ step, ...ways[way] }),
})
export const sender = (way: 'supplement' | 'confirm' | 'reopen' | 'withdraw' | 'appeal', more: object = text, of = 'A'): Call => ({
  who: 'villager',
  route: `POST /v1/tickets/{id}/${way}`,
  of,
  body: ({ step }) => ({ step, ...more }),
})
/** Looks at something. */
export const read = (who: Who, route: Route & `GET ${string}`, path?: string): Call => ({
  who,
  route,
  ...(path && { path: () => path }),
})

/** A ticket by every way that it may go. The short ones come first: in them each place of sending and telling is cheap to reach. */
export const ticketJourneys: Readonly<Record<string, Journey>> = {
  'a request is sent': { steps: [submit('villager', 'A', { kind: 'help' })] },
  'a complaint is sent': { steps: [submit('villager', 'A', complaint)] },
  'a request is asked about, answered and confirmed': {
    steps: [
      submit('villager', 'A', { kind: 'help', about: { who: 'myCadre' } }),
      staff('cadre', 'accept'),
      staff('cadre', 'ask'),
      sender('supplement'),
      staff('cadre', 'answer'),
      staff('cadre', 'resolve'),
      sender('confirm', { face: 5 }),
    ],
  },
  'a suggestion gets more time, is done again, and badly': {
    steps: [
      submit('villager', 'A', { kind: 'suggestion' }),
      staff('farming', 'ask-extension'),
      staff('inspector', 'grant-extension'),
      staff('farming', 'resolve'),
      sender('reopen'),
      staff('farming', 'resolve'),
      sender('confirm', { face: 1 }),
      staff('farming', 'rectify'),
      staff('colleague', 'call-back'),
    ],
  },
  'a complaint is handed on, declined, appealed, and ends in silence': {
    steps: [
      submit('villager', 'A', complaint),
      staff('inspector', 'triage'),
      read('inspector', 'GET /v1/letters', '/v1/letters?box=inspection'),
      staff('inspector', 'assign'),
      // The process ends when the read has been kept; asked again, it is the same one.
      { ...staff('inspector', 'sender'), accident: { at: 'ticket/sender-reads.ts', what: 'entity.create' } },
      read('inspector', 'GET /v1/sender-reads'),
      { who: 'inspector', route: 'GET /v1/letters/{id}', of: 'A' },
      { who: 'inspector', route: 'GET /v1/letters/{id}/desks', of: 'A' },
      {
        who: 'inspector',
        route: 'GET /v1/letter-numbers/{number}',
        path: ({ number }) => `/v1/letter-numbers/${number('A')}`,
      },
      staff('water', 'offer'),
      staff('farming', 'refuse-offer'),
      staff('water', 'offer'),
      staff('farming', 'take-over'),
      staff('farming', 'decline'),
      sender('appeal'),
      staff('inspector', 'resolve'),
      read('villager', 'GET /v1/tickets'),
      { who: 'villager', route: 'GET /v1/tickets/{id}', of: 'A' },
      { until: 'A' },
    ],
  },
  'nobody does anything, until all have heard of it': {
    steps: [
      submit('villager', 'A', { kind: 'help', category: 'danger' }),
      ...Array.from({ length: 6 }, () => ({ until: 'A' })),
      staff('cadre', 'answer'),
    ],
  },
  'one matter, two letters': {
    steps: [
      submit('villager', 'A', { kind: 'help', about: { who: 'unit', ...water } }),
      submit('neighbour', 'B', { kind: 'help', about: { who: 'unit', ...water } }),
      {
        who: 'water',
        route: 'POST /v1/letters/{id}/merge',
        of: 'B',
        body: ({ step, number }) => ({ step, into: number('A') }),
      },
      staff('water', 'answer'),
      sender('withdraw'),
    ],
  },
  'a phone is cut off between the words and the head, and sends again': {
    steps: [{ ...submit('villager', 'A', { kind: 'help' }), accident: { at: 'ticket/words.ts', what: 'words.create' } }],
  },
  'a phone is cut off there and never comes back': {
    steps: [
      { ...submit('villager', 'A', { kind: 'help' }), accident: { at: 'ticket/words.ts', what: 'words.create', givesUp: true } },
      { passes: 27 * hour },
    ],
  },
}
