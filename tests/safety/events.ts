import { contract } from '../../contract/contract'
import type { TicketLine } from '../../contract/ticket'
import { day, hour } from '../../contract/time'
import { good } from '../bench/product'
import { cast, type Name } from './cast'
import { about, aStep, type Stage, unit } from './stage'

type Ticket = Pick<TicketLine, 'id' | 'number'>

/** Something that becomes of a ticket, and who may read it then; written by hand, as rights.ts is. */
export type Event = {
  sender: Name
  kind: 'complaint' | 'help'
  more?: object
  /** What is done to it. */
  then?: (ticket: Ticket, does: ReturnType<typeof doing>) => Promise<unknown>
  /** It lies until it has gone all rungs up. */
  late?: true
  /** Nobody looks at what they are told of it for a day. */
  lies?: true
  reads: string
  /** Those who knew of it before, and may keep what they were told then. */
  knew?: string
}

const inspection = 'inspector inspectorHead inspectorCadre'
const watching = `${inspection} office`
const open = { confidential: false }

/** What the cast does to a ticket. */
export function doing({ as }: Stage) {
  const own = (name: Name, what: 'withdraw' | 'reopen', { id }: Ticket) =>
    as(name)(`POST /v1/tickets/{id}/${what}`, { params: { id }, body: { step: aStep(), text: '算了' } })
  return {
    assign: async ({ id }: Ticket, code: string) =>
      good(await as('inspector')('POST /v1/letters/{id}/assign', { params: { id }, body: { step: aStep(), unitId: unit(code) } })),
    offer: async ({ id }: Ticket, by: Name, code: string) =>
      good(await as(by)('POST /v1/letters/{id}/offer', { params: { id }, body: { step: aStep(), unitId: unit(code), text: '请接手' } })),
    takeOver: async ({ id }: Ticket, by: Name) =>
      good(await as(by)('POST /v1/letters/{id}/take-over', { params: { id }, body: { step: aStep() } })),
    refuse: async ({ id }: Ticket, by: Name) =>
      good(await as(by)('POST /v1/letters/{id}/refuse-offer', { params: { id }, body: { step: aStep(), text: '不归我们' } })),
    resolve: async ({ id }: Ticket, by: Name) =>
      good(await as(by)('POST /v1/letters/{id}/resolve', { params: { id }, body: { step: aStep(), text: '办了' } })),
    confirm: async ({ id }: Ticket, by: Name) =>
      good(await as(by)('POST /v1/tickets/{id}/confirm', { params: { id }, body: { step: aStep(), face: 1 } })),
    merge: async ({ id }: Ticket, into: Ticket) =>
      good(await as('inspector')('POST /v1/letters/{id}/merge', { params: { id }, body: { step: aStep(), into: into.number } })),
    withdraw: async (ticket: Ticket, by: Name) => good(await own(by, 'withdraw', ticket)),
    read: async ({ id }: Ticket) =>
      good(await as('inspector')('POST /v1/letters/{id}/sender', { params: { id }, body: { step: aStep(), reason: '核实' } })),
  }
}

export const events: Readonly<Record<string, Event>> = {
  'a complaint that has just come': { sender: 'sender', kind: 'complaint', more: about('SL01'), reads: watching },
  'one about the paired cadre': { sender: 'sender', kind: 'complaint', more: { about: { who: 'myCadre' } }, reads: watching },
  'one about the township, read openly': { sender: 'sender', kind: 'complaint', more: { ...about('ML00'), ...open }, reads: watching },
  // Its station handles nothing about the township, though the township may handle what is about its station.
  'one about a station of the township, with the township': {
    ...{ sender: 'sender', kind: 'complaint', more: about('SZ01') },
    then: (ticket, { assign }) => assign(ticket, 'ML00'),
    reads: `${watching} townshipDesk townshipHead`,
  },
  'one about the township that has gone all the way up': {
    ...{ sender: 'sender', kind: 'complaint', more: about('ML00'), late: true },
    reads: `${watching} city`,
  },
  'one about the water office that has gone all the way up': {
    ...{ sender: 'sender', kind: 'complaint', more: about('SL01'), late: true },
    reads: `${watching} city villageLeader`,
  },
  'one about inspection itself': { sender: 'sender', kind: 'complaint', more: about('DC01'), reads: 'city office' },
  'one that somebody took money': {
    ...{ sender: 'sender', kind: 'complaint', more: { ...about('SL01'), category: 'taking' } },
    reads: watching,
  },
  'one of a household that an inspector leads, whose sender was looked up': {
    ...{ sender: 'otherVillager', kind: 'complaint', more: about('SL01') },
    then: (ticket, { read }) => read(ticket),
    reads: 'inspector inspectorHead office',
  },
  'one with the bureau of the paired cadre, who is not asked to follow it': {
    ...{ sender: 'sender', kind: 'complaint', more: about('SL01') },
    then: (ticket, { assign }) => assign(ticket, 'NY01'),
    reads: `${watching} pairedDesk pairedBoth pairedHead`,
  },
  // The neighbour's household gets another lead in play().
  'the same, once somebody at that desk leads the household': {
    ...{ sender: 'neighbour', kind: 'complaint', more: about('SL01') },
    then: (ticket, { assign }) => assign(ticket, 'NY01'),
    reads: `${watching} pairedDesk pairedHead`,
  },
  'one that the cadre follows, who does not lead the household any more': {
    ...{ sender: 'neighbour', kind: 'complaint', more: { ...about('SL01'), cadreMayFollow: true } },
    reads: `${watching} pairedCadre`,
  },
  'one that was offered and refused': {
    ...{ sender: 'sender', kind: 'complaint', more: about('SL01') },
    then: async (ticket, { assign, offer, refuse }) => {
      await assign(ticket, 'JT01')
      await offer(ticket, 'handlerDesk', 'JS01')
      await refuse(ticket, 'offeredDesk')
    },
    reads: `${watching} handlerDesk handlerHead`,
    knew: 'offeredDesk',
  },
  'one that was offered and taken over': {
    ...{ sender: 'sender', kind: 'complaint', more: { ...about('SL01'), ...open } },
    then: async (ticket, { assign, offer, takeOver }) => {
      await assign(ticket, 'JT01')
      await offer(ticket, 'handlerDesk', 'JS01')
      await takeOver(ticket, 'offeredDesk')
    },
    reads: `${watching} offeredDesk offeredHead`,
    knew: 'handlerDesk handlerHead',
  },
  'one that was assigned anew': {
    ...{ sender: 'sender', kind: 'complaint', more: about('SL01') },
    then: async (ticket, { assign }) => {
      await assign(ticket, 'JT01')
      await assign(ticket, 'LY01')
    },
    reads: `${watching} otherDesk`,
    knew: 'handlerDesk handlerHead',
  },
  'one that was withdrawn': {
    ...{ sender: 'sender', kind: 'complaint', more: about('SL01') },
    then: async (ticket, { assign, withdraw }) => {
      await assign(ticket, 'JT01')
      await withdraw(ticket, 'sender')
    },
    reads: `${watching} handlerDesk handlerHead`,
  },
  'one that was resolved and rated badly': {
    ...{ sender: 'sender', kind: 'complaint', more: { ...about('SL01'), ...open } },
    then: async (ticket, { assign, resolve, confirm }) => {
      await assign(ticket, 'JT01')
      await resolve(ticket, 'handlerDesk')
      await confirm(ticket, 'sender')
    },
    reads: `${watching} handlerDesk handlerHead`,
  },
  'a request for help about the water office': {
    ...{ sender: 'sender', kind: 'help', more: about('SL01') },
    reads: 'pairedCadre accusedDesk accusedBoth accusedHead office',
  },
  // Whoever is told that somebody did not look can open it: the head of that unit.
  'a request for help about the water office that lay unread for a day': {
    ...{ sender: 'sender', kind: 'help', more: about('SL01'), lies: true },
    reads: 'pairedCadre pairedHead accusedDesk accusedBoth accusedHead office',
  },
  'one whose offer to another unit lay unread for a day': {
    ...{ sender: 'sender', kind: 'complaint', more: about('SL01'), lies: true },
    then: async (ticket, { assign, offer }) => {
      await assign(ticket, 'JT01')
      await offer(ticket, 'handlerDesk', 'JS01')
    },
    reads: `${watching} handlerDesk handlerHead offeredDesk offeredHead`,
  },
  // But not the head of a cadre who was asked to follow a complaint.
  'one that the cadre follows, which lay unread for a day': {
    ...{ sender: 'sender', kind: 'complaint', more: { ...about('SL01'), cadreMayFollow: true }, lies: true },
    reads: `${watching} pairedCadre`,
  },
  'a request for help that has gone all the way up': {
    ...{ sender: 'sender', kind: 'help', more: about('LY01'), late: true },
    reads: 'pairedCadre otherDesk office villageLeader city',
  },
}

/** Words of one event and of no other. */
export const wordsOf = (at: number) => `暗渠第${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'[at]}号桩`

const HIDDEN_IN_A_ROW = 22

/** Plays them all: what late tickets need of time passes for them alone. */
export async function play(stage: Stage): Promise<Map<string, Ticket>> {
  const does = doing(stage)
  const made = new Map<string, Ticket>()
  for (const [at, [name, { sender, kind, more, then }]] of Object.entries(events).entries()) {
    const ticket = await stage.send(sender, kind, `${wordsOf(at)},请查`, more)
    await then?.(ticket, does)
    made.set(name, ticket)
  }
  // So many that a page of an inspector's list begins and ends among them, who may not know of one.
  for (let n = 0; n < HIDDEN_IN_A_ROW; n++) await stage.send('otherVillager', 'complaint', '还没有人来', about('SL01'))
  await stage.settle()
  await stage.changeLead('ML01-0219', cast.pairedBoth.id.replace('cadre-', ''))
  const those = (what: 'late' | 'lies') => Object.entries(events).flatMap(([name, event]) => (event[what] ? [made.get(name)!.id] : []))
  await stage.later(60 * day, ...those('late'))
  await stage.unread(25 * hour, ...those('lies'))
  return made
}

/** All lists of the product that a person can turn the pages of. */
export const lists = Object.keys(contract).filter((key) => key.startsWith('GET ') && !key.includes('{') && key !== 'GET /v1/letters')
