import { good } from '../../bench/product'
import { said } from '../canaries'
import { about, aStep, unit } from '../stage'
import { singer, type World } from './singer'

/** A confidential complaint from hand to hand to a bad rating, mended and called back. */
export async function singComplaint(world: World) {
  const { as, settle } = world
  const { on, step, text, submit, assign } = singer(world)
  const [handler, offered, villager, inspector] = [as('handlerDesk'), as('offeredDesk'), as('sender'), as('inspector')]
  const offer = { body: { step: aStep(), unitId: unit('JS01'), text: said('offer') } }

  const ticket = await submit('complaint', `有话说。${said('complaint')}`)
  await settle()
  good(await inspector('POST /v1/letters/{id}/triage', { ...on(ticket), ...step() }))
  good(await inspector('GET /v1/letters/{id}/desks', on(ticket)))
  await assign(ticket, 'JT01')
  good(await handler('POST /v1/letters/{id}/accept', { ...on(ticket), ...step() }))
  good(await handler('POST /v1/letters/{id}/offer', { ...on(ticket), ...offer }))
  good(await offered('POST /v1/letters/{id}/refuse-offer', { ...on(ticket), ...text(said('offerRefused')) }))
  good(await handler('POST /v1/letters/{id}/sender', { ...on(ticket), ...step({ reason: said('reason') }) }))
  good(await handler('POST /v1/letters/{id}/ask', { ...on(ticket), ...text(said('question')) }))
  good(await villager('POST /v1/tickets/{id}/supplement', { ...on(ticket), ...text(said('supplement')) }))
  good(await handler('POST /v1/letters/{id}/answer', { ...on(ticket), ...text(said('answer')) }))
  const more = { step: aStep(), workingDays: 3, text: said('interim') }
  good(await handler('POST /v1/letters/{id}/ask-extension', { ...on(ticket), body: more }))
  good(await inspector('POST /v1/letters/{id}/refuse-extension', { ...on(ticket), ...text(said('interimRefused')) }))
  good(await handler('POST /v1/letters/{id}/resolve', { ...on(ticket), ...text(said('result')) }))
  good(await villager('POST /v1/tickets/{id}/reopen', { ...on(ticket), ...text(said('reopening')) }))
  good(await handler('POST /v1/letters/{id}/resolve', { ...on(ticket), ...text(said('result')) }))
  good(await villager('POST /v1/tickets/{id}/confirm', { ...on(ticket), body: { step: aStep(), face: 1 } }))
  good(await handler('POST /v1/letters/{id}/rectify', { ...on(ticket), ...text(said('mended')) }))
  good(await inspector('POST /v1/letters/{id}/call-back', { ...on(ticket), ...text(said('calledBack')) }))
  await settle()
  return ticket
}

/** One that another unit takes over, that gets more time, and ends well. */
export async function singTransfer(world: World) {
  const { as, settle } = world
  const { on, step, text, submit, assign } = singer(world)
  const ticket = await submit('complaint', said('handedOver'))
  await assign(ticket, 'JT01')
  const offer = { step: aStep(), unitId: unit('JS01'), text: said('offer') }
  good(await as('handlerDesk')('POST /v1/letters/{id}/offer', { ...on(ticket), body: offer }))
  good(await as('offeredDesk')('POST /v1/letters/{id}/take-over', { ...on(ticket), ...step() }))
  const more = { step: aStep(), workingDays: 3, text: said('interimGranted') }
  good(await as('offeredDesk')('POST /v1/letters/{id}/ask-extension', { ...on(ticket), body: more }))
  good(await as('inspector')('POST /v1/letters/{id}/grant-extension', { ...on(ticket), ...step() }))
  good(await as('offeredDesk')('POST /v1/letters/{id}/resolve', { ...on(ticket), ...text(said('result')) }))
  good(await as('sender')('POST /v1/tickets/{id}/confirm', { ...on(ticket), body: { step: aStep(), face: 5 } }))
  await settle()
  return ticket
}

/** An open one, declined, appealed, merged; a request, withdrawn. WeChat and the text messages fail meanwhile. */
export async function singWhileAllFails(world: World) {
  const { as, settle, fail } = world
  const { on, text, submit } = singer(world)
  const [villager, inspector] = [as('sender'), as('inspector')]
  for (const api of ['send', 'sms'] as const) await fail(api, 'always')
  const duplicate = await submit('complaint', said('openComplaint'), { confidential: false })
  const declined = { step: aStep(), reason: 'notFact' as const, text: said('declined') }
  good(await inspector('POST /v1/letters/{id}/decline', { ...on(duplicate), body: declined }))
  good(await villager('POST /v1/tickets/{id}/appeal', { ...on(duplicate), ...text(said('appeal')) }))
  const main = await submit('complaint', said('openComplaint'))
  good(await inspector('POST /v1/letters/{id}/merge', { ...on(duplicate), body: { step: aStep(), into: main.number } }))
  const request = await submit('help', `${said('title')}。${said('request')}`, about('JT01'))
  await settle()
  good(await villager('POST /v1/tickets/{id}/withdraw', { ...on(request), ...text(said('withdrawal')) }))
  await settle()
  for (const api of ['send', 'sms'] as const) await fail(api, 'off')
  return { duplicate, main, request }
}
