import { BoxOpeningId } from '../../../contract/intake'
import { ids } from '../../../functions/pairing/roster/merge'
import { randomId } from '../../../functions/platform/tag'
import { good } from '../../bench/product'
import { said } from '../canaries'
import { aStep, unit } from '../stage'
import { singer, type World } from './singer'

const home = { by: 'household', householdId: ids.household('ML01-0217') } as const
const villageId = ids.village('ML01')

/** Taken down on the telephone, from the box, beside the villager; asked after and answered by number and code. */
export async function singIntake(world: World) {
  const { as, settle, pickUpCode } = world
  const { on, text, ticket, staffOf, newMedia } = singer(world)
  const [desk, handler] = [as('townshipDesk'), as('handlerDesk')]

  good(await desk('GET /v1/intake/villages'))
  good(await desk('POST /v1/intake/households', { body: { villageId, search: said('soughtName') } }))
  good(await desk('POST /v1/intake/callers', { body: { phone: said('soughtPhone') } }))
  good(await desk('POST /v1/intake/callers', { body: { phone: said('headPhone') } }))
  good(await desk('POST /v1/intake/circles', { body: { home } }))
  const words = { ticket: ticket('help', said('call')), callerName: said('callerName'), phone: said('callerPhone') }
  const called = { ...words, home, readBack: true } as const
  const taken = good(await desk('POST /v1/intake/calls', { body: called }))
  good(await handler('POST /v1/letters/{id}/resolve', { ...on(taken), ...text(said('result')) }))
  const asked = { number: taken.number, code: pickUpCode(taken.id) }
  good(await as('helper')('POST /v1/intake/inquiries', { body: asked }))
  good(await as('helper')('POST /v1/intake/inquiries/word', { body: { ...asked, step: aStep(), word: 'reopen', text: said('reopening') } }))
  good(await handler('POST /v1/letters/{id}/offer', { ...on(taken), body: { step: aStep(), unitId: unit('JS01'), text: said('offer') } }))

  good(await handler('GET /v1/intake/colleagues'))
  const opening = { id: BoxOpeningId.parse(randomId()), boxName: said('boxName'), villageId, slips: 2 }
  good(await handler('POST /v1/intake/box-openings', { body: { ...opening, partnerId: staffOf('handlerCadre') } }))
  good(await as('handlerCadre')('POST /v1/intake/box-openings/{id}/confirm', { params: { id: opening.id } }))
  const paper = ticket('complaint', said('slip'), { media: [newMedia('photo')] })
  const slip = { openingId: opening.id, ticket: paper, name: said('slipName'), phone: said('slipPhone'), home }
  good(await handler('POST /v1/intake/slips', { body: slip }))
  const visit = { ticket: ticket('complaint', said('visit')), villagerName: said('villagerName'), home } as const
  good(await as('pairedCadre')('POST /v1/intake/visits', { body: { ...visit, readBack: true, agreed: true } }))
  await settle()
  return { taken, called }
}
