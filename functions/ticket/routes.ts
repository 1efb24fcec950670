import type { StaffRole } from '../../contract/account'
import { type Box, declineReasons, ticket as contract } from '../../contract/ticket'
import { bind } from '../platform/bind'
import type { Deps } from './deps'
import { handledTickets } from './handled'
import { ticketLists } from './lists'
import { ownTickets } from './own'
import { persons } from './persons'
import { ReadPosition } from './sender-reads'
import { Position } from './store'
import { line } from './view'

const nowhere = { problem: 'badInput', field: 'after' } as const
const isPosition = (after: string | undefined) => after === undefined || Position.safeParse(after).success

/** Which roles open a box; a unit's head reads the desk's. */
const boxRoles: Readonly<Record<Box, readonly StaffRole[]>> = {
  cadre: ['cadre'],
  desk: ['desk', 'head'],
  inspection: ['inspection'],
  offered: ['desk'],
  leader: ['leader'],
  raised: ['office', 'inspection'],
}

/** Binds the ticket routes. Whoever may not know of a ticket gets the answer for one that does not exist. */
export function routes(deps: Deps) {
  const { heads, numbers } = deps
  const known = persons(deps)
  const own = ownTickets(deps, known)
  const letters = handledTickets(deps, known)
  const lists = ticketLists(deps, known)

  return bind(contract, {
    'POST /v1/tickets': async ({ body, caller, now }) => {
      if (!caller.household) return { problem: 'notAllowed' }
      const head = await own.submit(body, caller.accountId, caller.household.id, now)
      return 'problem' in head ? head : line(head)
    },
    'GET /v1/tickets': async ({ query, caller }) =>
      isPosition(query.after) ? heads.sentBy(known.senderTag(caller.accountId), query.after) : nowhere,
    'GET /v1/tickets/{id}': ({ params, caller }) => own.get(params.id, caller.accountId),
    'POST /v1/tickets/{id}/supplement': ({ params, body: { step: id, ...body }, caller, now }) =>
      own.take(params.id, caller.accountId, { action: 'supplement', id, ...body }, now),
    'POST /v1/tickets/{id}/confirm': ({ params, body: { step: id, face }, caller, now }) =>
      own.take(params.id, caller.accountId, { action: 'confirm', id, face }, now),
    'POST /v1/tickets/{id}/reopen': ({ params, body: { step: id, ...body }, caller, now }) =>
      own.take(params.id, caller.accountId, { action: 'reopen', id, ...body }, now),
    'POST /v1/tickets/{id}/withdraw': ({ params, body: { step: id, text }, caller, now }) =>
      own.take(params.id, caller.accountId, { action: 'withdraw', id, text }, now),
    'POST /v1/tickets/{id}/appeal': ({ params, body: { step: id, text }, caller, now }) =>
      own.take(params.id, caller.accountId, { action: 'appeal', id, text }, now),

    'GET /v1/letters': async ({ query: { box, after, open }, caller }) => {
      const { staff, roles } = caller
      if (!staff || !boxRoles[box].some((role) => roles.includes(role))) return { problem: 'notAllowed' }
      if (!isPosition(after)) return nowhere
      const boxed = box === 'cadre' || box === 'leader' ? { box, id: staff.cadreId } : { box, id: staff.unitId }
      return lists.box(boxed, after, open === 'yes', caller)
    },
    'GET /v1/letters/{id}': ({ params, caller }) => letters.get(params.id, caller),
    'GET /v1/letter-numbers/{number}': async ({ params, caller }) => {
      const found = await known.seen(await numbers.idOf(params.number), caller)
      return found ? { id: found.head.id } : { problem: 'notFound' }
    },
    'POST /v1/letters/{id}/triage': ({ params, body, caller, now }) =>
      letters.take(params.id, caller, { action: 'triage', id: body.step }, now),
    'GET /v1/letters/{id}/desks': ({ params, caller }) => letters.desks(params.id, caller),
    'POST /v1/letters/{id}/assign': ({ params, body, caller, now }) =>
      letters.hand(params.id, caller, { action: 'assign', id: body.step }, body.unitId, now),
    'POST /v1/letters/{id}/accept': ({ params, body, caller, now }) =>
      letters.take(params.id, caller, { action: 'accept', id: body.step }, now),
    'POST /v1/letters/{id}/answer': ({ params, body: { step: id, ...body }, caller, now }) =>
      letters.take(params.id, caller, { action: 'answer', id, ...body }, now),
    'POST /v1/letters/{id}/ask': ({ params, body: { step: id, text }, caller, now }) =>
      letters.take(params.id, caller, { action: 'ask', id, text }, now),
    'POST /v1/letters/{id}/resolve': ({ params, body: { step: id, ...body }, caller, now }) =>
      letters.take(params.id, caller, { action: 'resolve', id, ...body }, now),
    'POST /v1/letters/{id}/offer': ({ params, body: { step: id, unitId, text }, caller, now }) =>
      letters.hand(params.id, caller, { action: 'offer', id, text }, unitId, now),
    'POST /v1/letters/{id}/take-over': ({ params, body, caller, now }) =>
      letters.take(params.id, caller, { action: 'takeOver', id: body.step }, now),
    'POST /v1/letters/{id}/refuse-offer': ({ params, body: { step: id, text }, caller, now }) =>
      letters.refuseOffer(params.id, caller, { id, text }, now),
    'POST /v1/letters/{id}/decline': ({ params, body: { step: id, reason, text }, caller, now }) =>
      letters.take(params.id, caller, { action: 'decline', id, text: `${declineReasons[reason]}:${text}` }, now),
    'POST /v1/letters/{id}/ask-extension': ({ params, body: { step: id, workingDays, text }, caller, now }) =>
      letters.take(params.id, caller, { action: 'askExtension', id, workingDays, text }, now),
    'POST /v1/letters/{id}/grant-extension': ({ params, body, caller, now }) =>
      letters.take(params.id, caller, { action: 'grantExtension', id: body.step }, now),
    'POST /v1/letters/{id}/refuse-extension': ({ params, body: { step: id, text }, caller, now }) =>
      letters.take(params.id, caller, { action: 'refuseExtension', id, text }, now),
    'POST /v1/letters/{id}/merge': ({ params, body: { step: id, into }, caller, now }) =>
      letters.merge(params.id, caller, { id, into }, now),
    'POST /v1/letters/{id}/rectify': ({ params, body: { step: id, ...body }, caller, now }) =>
      letters.take(params.id, caller, { action: 'rectify', id, ...body }, now),
    'POST /v1/letters/{id}/call-back': ({ params, body: { step: id, text }, caller, now }) =>
      letters.callBack(params.id, caller, { id, text }, now),

    'POST /v1/letters/{id}/sender': ({ params, body, caller, now }) => letters.reveal(params.id, caller, body, now),
    'GET /v1/sender-reads': async ({ query: { after }, caller }) => {
      if (after !== undefined && !ReadPosition.safeParse(after).success) return nowhere
      return lists.reads(after, caller)
    },
  })
}
