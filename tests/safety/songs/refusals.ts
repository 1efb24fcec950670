import type { TicketId } from '../../../contract/ticket'
import { randomId } from '../../../functions/platform/tag'
import { said } from '../canaries'
import { aStep } from '../stage'
import type { World } from './singer'

type Called = { ticket: object }

/** Refusals of every kind, and whoever may not know asking by every door. */
export async function singRefusals({ raw, settle }: World, { id, number }: { id: TicketId; number: string }, called: Called) {
  const refused = said('refusedText')
  for (const name of ['accusedDesk', 'inspector', 'sender', 'stranger'] as const) {
    await raw(name, 'POST', `/v1/letters/${id}/answer`, { step: aStep(), text: refused })
    await raw(name, 'POST', `/v1/letters/${id}/answer`, { step: aStep(), text: refused, more: refused })
    await raw(name, 'POST', `/v1/letters/${randomId()}/answer`, { step: aStep(), text: refused })
    await raw(name, 'POST', '/v1/tickets', { id, kind: 'help', about: { who: 'unknown' }, text: refused })
    await raw(name, 'POST', '/v1/tickets', { id: randomId(), kind: refused, about: refused, text: refused })
    await raw(name, 'POST', '/v1/tickets', { text: refused.repeat(4000) })
    await raw(name, 'POST', '/v1/tickets', `{"text":"${refused}`)
    await raw(name, 'POST', '/v1/ties', { cardCode: said('refusedCard'), proof: { by: 'wechat', code: refused } })
    await raw(name, 'POST', '/v1/sessions', { code: refused })
    await raw(name, 'POST', '/v1/intake/calls', { ...called, ticket: { ...called.ticket, id, text: refused } })
    await raw(name, 'POST', '/v1/intake/inquiries', { number, code: refused })
  }
  for (const name of ['accusedDesk', 'pairedCadre', 'city'] as const) {
    await raw(name, 'GET', `/v1/letters/${id}`, undefined)
    await raw(name, 'GET', `/v1/letter-numbers/${number}`, undefined)
  }
  await settle()
}
