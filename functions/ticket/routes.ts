import type { AccountId, StaffRole } from '../../contract/account'
import { staffRoles } from '../../contract/account'
import type { Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { type OwnTicket, ticket as contract, type TicketId } from '../../contract/ticket'
import { bind, type Caller } from '../platform/bind'
import { change } from '../platform/table'
import { capacity, type Capacity, isBarred, type Person } from './access'
import type { Deps } from './deps'
import type { Actor, Head } from './head'
import { send } from './send'
import { Position } from './store'
import { assign, type Move, take } from './ticket'
import { letter, ownTicket } from './view'

const isStaffRole = (role: string): role is StaffRole => staffRoles.some((staff) => staff === role)

function personOf({ staff, roles }: Caller): Person | undefined {
  return staff && { cadreId: staff.cadreId, unitId: staff.unitId, roles: roles.filter(isStaffRole) }
}

/** Inspection signs as such; which of its people it was stays inside. */
const actorOf = ({ cadreId }: Person, { staff }: Caller, as: Capacity): Actor => ({
  side: 'staff',
  cadreId,
  name: as === 'inspection' ? '督查组' : `${staff?.unitName} ${staff?.name}`,
})

const nowhere = { problem: 'badInput', field: 'after' } as const
const isPosition = (after: string | undefined) => after === undefined || Position.safeParse(after).success

const hidden = { problem: 'notFound' } as const

/** Binds the ticket routes. Whoever may not know of a ticket gets the answer for one that does not exist. */
export function routes(deps: Deps) {
  const { heads, words, tag, roster } = deps

  async function handlerOf(head: Head): Promise<OwnTicket['handler']> {
    if (head.cadreId && head.kind !== 'complaint') return roster.cadrePhone(head.cadreId)
    const unitId = head.deskId ?? head.inspectionId
    return unitId && roster.unit(unitId)
  }

  async function own(head: Head | undefined, accountId: AccountId): Promise<OwnTicket | Problem<'notFound'>> {
    if (head?.senderTag !== tag('sender', accountId)) return hidden
    const [written, handler] = await Promise.all([words.get(head.id), handlerOf(head)])
    return written ? ownTicket(head, written, handler) : hidden
  }

  async function read(head: Head | undefined, caller: Caller) {
    const person = personOf(caller)
    const as = head && person && capacity(head, person)
    if (!head || !as) return hidden
    const [written, sender, notices] = await Promise.all([
      words.get(head.id),
      head.confidential ? undefined : words.sender(head.id),
      as === 'inspection' ? deps.noticesOf(head.id) : undefined,
    ])
    return written ? letter(head, written, as, { sender, notices }) : hidden
  }

  /** Changes the ticket by `rule`, which first decides whether the caller may know of it. */
  const changed = <Refusal extends Problem>(id: TicketId, rule: (head: Head) => Head | Refusal, now: Instant) =>
    change<Head, Refusal>({ read: () => heads.get(id), write: (next, from) => heads.put(next, from, now) }, rule)

  async function bySender(id: TicketId, accountId: AccountId, move: Omit<Move, 'by'>, now: Instant) {
    const mine = tag('sender', accountId)
    const rule = (head: Head) => (head.senderTag === mine ? take(head, { ...move, by: { side: 'sender' } }, now) : hidden)
    const head = await changed(id, rule, now)
    return 'problem' in head ? head : own(head, accountId)
  }

  async function byStaff<Refusal extends Problem>(
    id: TicketId,
    caller: Caller,
    rule: (head: Head, by: Actor) => Head | Refusal,
    now: Instant,
  ) {
    const person = personOf(caller)
    const guarded = (head: Head) => {
      const as = person && capacity(head, person)
      return as ? rule(head, actorOf(person, caller, as)) : hidden
    }
    const head = await changed<Refusal | typeof hidden>(id, guarded, now)
    return 'problem' in head ? head : read(head, caller)
  }

  const moved = (id: TicketId, caller: Caller, move: Omit<Move, 'by'>, now: Instant) =>
    byStaff(id, caller, (head, by) => take(head, { ...move, by }, now), now)

  return bind(contract, {
    'POST /v1/tickets': ({ body, caller, now }) =>
      caller.household
        ? send(body, { accountId: caller.accountId, householdId: caller.household.id }, deps, now)
        : Promise.resolve({ problem: 'notAllowed' }),

    'GET /v1/tickets': async ({ query, caller }) =>
      isPosition(query.after) ? heads.sentBy(tag('sender', caller.accountId), query.after) : nowhere,
    'GET /v1/tickets/{id}': async ({ params, caller }) => own(await heads.get(params.id), caller.accountId),
    'POST /v1/tickets/{id}/supplement': ({ params, body, caller, now }) =>
      bySender(params.id, caller.accountId, { action: 'supplement', id: body.step, text: body.text }, now),
    'POST /v1/tickets/{id}/confirm': ({ params, body, caller, now }) =>
      bySender(params.id, caller.accountId, { action: 'confirm', id: body.step, face: body.face }, now),
    'POST /v1/tickets/{id}/reopen': ({ params, body, caller, now }) =>
      bySender(params.id, caller.accountId, { action: 'reopen', id: body.step, text: body.text }, now),

    'GET /v1/letters': async ({ query: { box, after }, caller }) => {
      const { staff, roles } = caller
      if (!staff || !roles.includes(box)) return { problem: 'notAllowed' }
      if (!isPosition(after)) return nowhere
      const boxed = box === 'cadre' ? ({ box, id: staff.cadreId } as const) : ({ box, id: staff.unitId } as const)
      const { items, next } = await heads.inBox(boxed, after)
      return { items: items.filter((line) => !isBarred(line, staff)), next }
    },
    'GET /v1/letters/{id}': async ({ params, caller }) => read(await heads.get(params.id), caller),
    'POST /v1/letters/{id}/accept': ({ params, body, caller, now }) => moved(params.id, caller, { action: 'accept', id: body.step }, now),
    'POST /v1/letters/{id}/answer': ({ params, body, caller, now }) =>
      moved(params.id, caller, { action: 'answer', id: body.step, text: body.text }, now),
    'POST /v1/letters/{id}/resolve': ({ params, body, caller, now }) =>
      moved(params.id, caller, { action: 'resolve', id: body.step, text: body.text }, now),

    'GET /v1/letters/{id}/desks': async ({ params, caller }) => {
      const [head, person] = [await heads.get(params.id), personOf(caller)]
      if (!head || !person || capacity(head, person) !== 'inspection') return hidden
      const desks = await roster.desksOf(person.unitId)
      return { items: desks.filter(({ id }) => !head.barred.includes(id) && id !== head.deskId) }
    },
    'POST /v1/letters/{id}/assign': async ({ params, body, caller, now }) => {
      const desk = await roster.unit(body.unitId)
      if (!desk) return { problem: 'unitUnknown' }
      // Only inspection may call this route, but an inspector may handle a ticket as something else.
      const person = personOf(caller)
      const rule = (head: Head, by: Actor) =>
        person && capacity(head, person) === 'inspection' ? assign(head, desk, { id: body.step, by }, now) : hidden
      return byStaff(params.id, caller, rule, now)
    },
  })
}
