import type { RouteKey } from '../../contract/route'
import { ids } from '../../functions/pairing/roster/merge'

/** Who takes part, by how the fixture calls them. */
export const cast = {
  villager: '干部是陈建华',
  neighbour: '还没有结对干部',
  cadre: '农技站站长',
  farming: '北流市农业局 副局长',
  colleague: '驻村干部、意见箱经办',
  water: '水利局',
  inspector: '督查组',
} as const
export type Who = keyof typeof cast

/** A ticket of the journey, by its letter. */
export type Letter = 'A' | 'B'

/** Somebody calls a route; `of` is the ticket that stands in the path. */
export type Call = { who: Who; route: RouteKey; of: Letter; body?: (made: Made) => Record<string, unknown> }
/** Time passes until the ticket's next deadline. */
export type Wait = { until: Letter }
export type Step = Call | Wait

/** The ids that a run has made, and the numbers that its tickets got. */
export type Made = { id: (letter: Letter) => string; step: string; number: (letter: Letter) => string }

const water = { unitId: ids.unit('SL01') }
const farming = { unitId: ids.unit('NY01') }

const submit = (who: Who, of: Letter, more: Record<string, unknown>): Call => ({
  who,
  route: 'POST /v1/tickets',
  of,
  body: ({ id }) => ({ id: id(of), about: { who: 'unknown' }, text: '屋后的水渠堵了半个月', ...more }),
})
const complaint = { kind: 'complaint', confidential: true, cadreMayFollow: false }

const text = { text: '已经去看过了' }
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
const staff = (who: Who, way: keyof typeof ways, of: Letter = 'A'): Call => ({
  who,
  route: `POST /v1/letters/{id}/${way}`,
  of,
  body: ({ step }) => ({ step, ...ways[way] }),
})
const sender = (way: 'supplement' | 'confirm' | 'reopen' | 'withdraw' | 'appeal', more: object = text, of: Letter = 'A'): Call => ({
  who: 'villager',
  route: `POST /v1/tickets/{id}/${way}`,
  of,
  body: ({ step }) => ({ step, ...more }),
})

/** What the whole product is taken through. The short ones come first: in them each place of sending and telling is cheap to reach. */
export const journeys: Readonly<Record<string, readonly Step[]>> = {
  'a request is sent': [submit('villager', 'A', { kind: 'help' })],
  'a complaint is sent': [submit('villager', 'A', complaint)],
  'a request is asked about, answered and confirmed': [
    submit('villager', 'A', { kind: 'help', about: { who: 'myCadre' } }),
    staff('cadre', 'accept'),
    staff('cadre', 'ask'),
    sender('supplement'),
    staff('cadre', 'answer'),
    staff('cadre', 'resolve'),
    sender('confirm', { face: 5 }),
  ],
  'a suggestion gets more time, is done again, and badly': [
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
  'a complaint is handed on, declined, appealed, and ends in silence': [
    submit('villager', 'A', complaint),
    staff('inspector', 'triage'),
    staff('inspector', 'assign'),
    staff('inspector', 'sender'),
    staff('water', 'offer'),
    staff('farming', 'refuse-offer'),
    staff('water', 'offer'),
    staff('farming', 'take-over'),
    staff('farming', 'decline'),
    sender('appeal'),
    staff('inspector', 'resolve'),
    { until: 'A' },
  ],
  'nobody does anything, until all have heard of it': [
    submit('villager', 'A', { kind: 'help', category: 'danger' }),
    ...Array.from({ length: 6 }, (): Step => ({ until: 'A' })),
    staff('cadre', 'answer'),
  ],
  'one matter, two letters': [
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
}
