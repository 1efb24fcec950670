import sharp from 'sharp'

import type { client } from '../../contract/client'
import type { contract } from '../../contract/contract'
import { BoxOpeningId } from '../../contract/intake'
import { MediaId } from '../../contract/media'
import { SubmitTicket, type TicketId } from '../../contract/ticket'
import { ids } from '../../functions/pairing/roster/merge'
import { randomId } from '../../functions/platform/tag'
import { good } from '../bench/product'
import { upload } from '../fixtures/upload'
import { said } from './canaries'
import { cast, type Name } from './cast'
import { about, aStep, unit } from './stage'

type Phone = ReturnType<typeof client<typeof contract>>
/** A product with everything around it, in this process or in one of its own. */
export type World = {
  as: (name: Name) => Phone
  /** A request as no client of ours makes it. */
  raw: (name: Name, method: string, url: string, body: unknown) => Promise<unknown>
  cardCode: string
  pickUpCode: (id: TicketId) => string
  /** Until all that is owed has been told. */
  settle: () => Promise<void>
  /** Makes WeChat and the text messages fail from now on, or no longer. */
  fail: (api: 'send' | 'sms', times: 'off' | 'always') => Promise<unknown>
  /** This person agrees to a message of each template, once. */
  agree: (name: Name) => Promise<unknown>
}

const staffOf = (name: Name) => ids.cadre(cast[name].id.replace('cadre-', ''))

/** Sends the canaries through every flow of the product: all ways in, all steps, refusals, failures of the world outside. */
export async function sing({ as, raw, cardCode, pickUpCode, settle, fail, agree }: World) {
  const step = (more: object = {}) => ({ step: aStep(), ...more })
  const on = ({ id }: { id: TicketId }) => ({ params: { id } })
  const submit = async (kind: string, text: string, more: object = {}) => {
    const only = kind === 'complaint' ? { confidential: true, cadreMayFollow: false } : {}
    const body = SubmitTicket.parse({ id: randomId(), kind, about: { who: 'unknown' }, text, ...only, ...more })
    return good(await as('sender')('POST /v1/tickets', { body }))
  }
  const assign = async (ticket: { id: TicketId }, code: string) =>
    good(await as('inspector')('POST /v1/letters/{id}/assign', { ...on(ticket), body: { step: aStep(), unitId: unit(code) } }))
  const [handler, villager, inspector] = [as('handlerDesk'), as('sender'), as('inspector')]

  for (const name of ['sender', 'handlerDesk', 'inspector'] as const)
    for (let times = 0; times < 3; times++) {
      await agree(name)
      good(await as(name)('POST /v1/grants', { body: { id: randomId() as never, verdicts: { villager: 'accept', staff: 'accept' } } }))
    }

  // A confidential complaint with a photo, from hand to hand to a bad rating, mended and called back.
  const photo = MediaId.parse(randomId())
  const first = await submit('complaint', `有话说。${said('complaint')}`, { ...about('SL01'), media: [{ id: photo, kind: 'photo' }] })
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#4a8' } })
    .withExif({ IFD0: { Make: said('photo'), ImageDescription: said('headName') } })
    .jpeg()
    .toBuffer()
  await upload(villager, { id: photo, kind: 'photo', type: 'image/jpeg' } as never, bytes)
  await assign(first, 'JT01')
  good(await handler('POST /v1/letters/{id}/offer', { ...on(first), body: { step: aStep(), unitId: unit('JS01'), text: said('offer') } }))
  good(await as('offeredDesk')('POST /v1/letters/{id}/refuse-offer', { ...on(first), body: step({ text: said('offerRefused') }) as never }))
  good(await handler('POST /v1/letters/{id}/sender', { ...on(first), body: step({ reason: said('reason') }) as never }))
  const text = (value: string) => ({ body: { step: aStep(), text: value } })
  good(await handler('POST /v1/letters/{id}/ask', { ...on(first), ...text(said('question')) }))
  good(await villager('POST /v1/tickets/{id}/supplement', { ...on(first), ...text(said('supplement')) }))
  good(await handler('POST /v1/letters/{id}/answer', { ...on(first), ...text(said('answer')) }))
  const more = { step: aStep(), workingDays: 3, text: said('interim') }
  good(await handler('POST /v1/letters/{id}/ask-extension', { ...on(first), body: more }))
  good(await inspector('POST /v1/letters/{id}/refuse-extension', { ...on(first), ...text(said('interimRefused')) }))
  good(await handler('POST /v1/letters/{id}/resolve', { ...on(first), ...text(said('result')) }))
  good(await villager('POST /v1/tickets/{id}/reopen', { ...on(first), ...text(said('reopening')) }))
  good(await handler('POST /v1/letters/{id}/resolve', { ...on(first), ...text(said('result')) }))
  good(await villager('POST /v1/tickets/{id}/confirm', { ...on(first), body: { step: aStep(), face: 1 } }))
  good(await handler('POST /v1/letters/{id}/rectify', { ...on(first), ...text(said('mended')) }))
  good(await inspector('POST /v1/letters/{id}/call-back', { ...on(first), ...text(said('calledBack')) }))
  await settle()

  // An open one, declined, appealed, merged; a request, withdrawn. WeChat and the text messages fail meanwhile.
  await fail('send', 'always')
  await fail('sms', 'always')
  const second = await submit('complaint', said('openComplaint'), { ...about('SL01'), confidential: false })
  const declined = { step: aStep(), reason: 'notFact' as const, text: said('declined') }
  good(await inspector('POST /v1/letters/{id}/decline', { ...on(second), body: declined }))
  good(await villager('POST /v1/tickets/{id}/appeal', { ...on(second), ...text(said('appeal')) }))
  const main = await submit('complaint', said('openComplaint'), about('SL01'))
  good(await inspector('POST /v1/letters/{id}/merge', { ...on(second), body: { step: aStep(), into: main.number } }))
  const third = await submit('help', `${said('title')}。${said('request')}`, about('JT01'))
  await settle()
  good(await villager('POST /v1/tickets/{id}/withdraw', { ...on(third), ...text(said('withdrawal')) }))
  await settle()
  await fail('send', 'off')
  await fail('sms', 'off')

  // Taken down on the telephone, from the box, beside the villager; asked after and answered by number and code.
  const home = { by: 'household', householdId: ids.household('ML01-0217') } as const
  const ticket = (value: string, kind = 'complaint') =>
    SubmitTicket.parse({
      ...{ id: randomId(), kind, text: value, ...about(kind === 'complaint' ? 'SL01' : 'JT01') },
      ...(kind === 'complaint' && { confidential: true, cadreMayFollow: false }),
    })
  const called = {
    ticket: ticket(said('call'), 'help'),
    callerName: said('callerName'),
    phone: said('callerPhone'),
    home,
    readBack: true,
  } as const
  const taken = good(await as('townshipDesk')('POST /v1/intake/calls', { body: called }))
  good(await handler('POST /v1/letters/{id}/resolve', { ...on(taken), ...text(said('result')) }))
  const asked = { number: taken.number, code: pickUpCode(taken.id) }
  good(await as('helper')('POST /v1/intake/inquiries', { body: asked }))
  good(await as('helper')('POST /v1/intake/inquiries/word', { body: { ...asked, step: aStep(), word: 'reopen', text: said('reopening') } }))
  good(await handler('POST /v1/letters/{id}/offer', { ...on(taken), body: { step: aStep(), unitId: unit('JS01'), text: said('offer') } }))
  const opening = { id: BoxOpeningId.parse(randomId()), boxName: said('boxName'), villageId: ids.village('ML01'), slips: 2 }
  good(await handler('POST /v1/intake/box-openings', { body: { ...opening, partnerId: staffOf('handlerCadre') } }))
  good(await as('handlerCadre')('POST /v1/intake/box-openings/{id}/confirm', { params: { id: opening.id } }))
  const paper = [{ id: MediaId.parse(randomId()), kind: 'photo' as const }]
  const slip = {
    openingId: opening.id,
    ticket: { ...ticket(said('slip')), media: paper },
    name: said('slipName'),
    phone: said('slipPhone'),
    home,
  }
  good(await handler('POST /v1/intake/slips', { body: slip }))
  const visit = { ticket: ticket(said('visit')), villagerName: said('villagerName'), home, readBack: true, agreed: true } as const
  good(await as('pairedCadre')('POST /v1/intake/visits', { body: visit }))
  good(await as('stranger')('POST /v1/tie-requests', { body: { id: randomId() as never, cardCode, name: said('askerName') } }))
  good(await as('townshipDesk')('POST /v1/intake/households', { body: { villageId: opening.villageId, search: said('soughtName') } }))
  good(await as('townshipDesk')('POST /v1/intake/callers', { body: { phone: said('soughtPhone') } }))
  good(await as('stranger')('POST /v1/phone-codes', { body: { phone: said('codePhone') } }))
  await settle()

  // Refusals of every kind.
  const refused = said('refusedText')
  for (const name of ['accusedDesk', 'inspector', 'sender', 'stranger'] as const) {
    await raw(name, 'POST', `/v1/letters/${first.id}/answer`, { step: aStep(), text: refused })
    await raw(name, 'POST', `/v1/letters/${first.id}/answer`, { step: aStep(), text: refused, more: refused })
    await raw(name, 'POST', `/v1/letters/${randomId()}/answer`, { step: aStep(), text: refused })
    await raw(name, 'POST', '/v1/tickets', { id: first.id, kind: 'help', about: { who: 'unknown' }, text: refused })
    await raw(name, 'POST', '/v1/tickets', { id: randomId(), kind: refused, about: refused, text: refused })
    await raw(name, 'POST', '/v1/tickets', { text: refused.repeat(4000) })
    await raw(name, 'POST', '/v1/tickets', `{"text":"${refused}`)
    await raw(name, 'POST', '/v1/ties', { cardCode: said('refusedCard'), proof: { by: 'wechat', code: refused } })
    await raw(name, 'POST', '/v1/sessions', { code: refused })
    await raw(name, 'POST', '/v1/intake/calls', { ...called, ticket: { ...called.ticket, id: first.id, text: refused } })
    await raw(name, 'POST', '/v1/intake/inquiries', { number: first.number, code: refused })
  }
  // Whoever may not know asks for it in every list and by every door.
  for (const name of ['accusedDesk', 'pairedCadre', 'city'] as const) {
    await raw(name, 'GET', `/v1/letters/${first.id}`, undefined)
    await raw(name, 'GET', `/v1/letter-numbers/${first.number}`, undefined)
  }
  await settle()
  return { first, second, third, photo }
}
