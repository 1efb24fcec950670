import { good } from '../../bench/product'
import { said } from '../canaries'
import { holders, type Name } from '../cast'
import type { World } from './singer'
import type { TicketId } from '../../../contract/ticket'

type Ticket = { id: TicketId; number: string }

/** Every list and every page, read by those who may. */
export async function singReading({ as }: World, tickets: { complaint: Ticket; transfer: Ticket; late: Ticket; request: Ticket }) {
  const { complaint, transfer, late, request } = tickets
  const villager = as('sender')
  good(await villager('GET /v1/home'))
  good(await villager('GET /v1/units/nearby'))
  good(await villager('GET /v1/tickets', { query: {} }))
  for (const { id } of [complaint, transfer, late, request]) good(await villager('GET /v1/tickets/{id}', { params: { id } }))
  good(await as('pairedCadre')('GET /v1/households', { query: {} }))

  const boxes = {
    cadre: 'pairedCadre',
    desk: 'handlerDesk',
    inspection: 'inspector',
    offered: 'offeredDesk',
    leader: 'villageLeader',
  } as const
  for (const [box, name] of Object.entries(boxes) as [keyof typeof boxes, Name][])
    good(await as(name)('GET /v1/letters', { query: { box } }))
  for (const name of ['office', 'city'] as const) good(await as(name)('GET /v1/letters', { query: { box: 'raised' } }))
  const readers: [Name, Ticket][] = [
    ...(['inspector', 'handlerDesk', 'handlerHead', 'office'] as const).map((name): [Name, Ticket] => [name, complaint]),
    ...(['inspector', 'offeredDesk', 'offeredHead'] as const).map((name): [Name, Ticket] => [name, transfer]),
    ...(['inspector', 'villageLeader', 'city'] as const).map((name): [Name, Ticket] => [name, late]),
    ['handlerDesk', request],
  ]
  for (const [name, { id, number }] of readers) {
    good(await as(name)('GET /v1/letters/{id}', { params: { id } }))
    good(await as(name)('GET /v1/letter-numbers/{number}', { params: { number } }))
  }
  good(await as('inspector')('GET /v1/sender-reads', { query: {} }))
  for (const name of ['inspector', 'handlerDesk'] as const) good(await as(name)('GET /v1/intake/box-openings', { query: {} }))
  good(await as('inspector')('GET /v1/intake/lookups', { query: {} }))

  for (const name of [...new Set([...holders('head leader office inspection'), 'sender', 'handlerDesk', 'pairedCadre'])] as Name[]) {
    const { items } = good(await as(name)('GET /v1/inbox', { query: {} }))
    if (items[0]) good(await as(name)('POST /v1/inbox/{id}/read', { params: { id: items[0].id } }))
  }
  good(await villager('GET /v1/grants'))
  good(await villager('GET /v1/templates'))

  const year = { params: { year: '2027' } }
  const { version } = good(await as('office')('GET /v1/calendar/{year}', year))
  const days = [{ day: '2027-01-01', works: false, name: said('holiday') }]
  good(await as('office')('PUT /v1/calendar/{year}', { ...year, body: { version, days } }))
}
