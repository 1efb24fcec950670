import { createHash } from 'node:crypto'

import { randomId } from '../../../functions/platform/tag'
import { good } from '../../bench/product'
import { said } from '../canaries'
import type { World } from './singer'

const household = '/v1/tie-requests'

/** Signing in, on a phone and on a desktop; proving a number; asking to be confirmed. */
export async function singAccounts({ as, with: by, codes, cardCode, settle }: World) {
  const { token } = good(await by()('POST /v1/sessions', { body: { code: await codes('sender').login() } }))
  const wechat = async (name: 'sender' | 'handlerDesk') => ({ by: 'wechat', code: await codes(name).phone() }) as const
  good(await by(token)('POST /v1/ties', { body: { cardCode, proof: await wechat('sender') } }))
  const staff = good(await by()('POST /v1/sessions', { body: { code: await codes('handlerDesk').login() } }))
  good(await by(staff.token)('POST /v1/staff-ties', { body: { proof: await wechat('handlerDesk') } }))
  good(await as('stranger')('POST /v1/phone-codes', { body: { phone: said('codePhone') } }))

  // Asked, confirmed, and refused.
  for (const confirm of [true, false]) {
    const id = randomId() as never
    good(await as('stranger')(`POST ${household}`, { body: { id, cardCode, name: said('askerName') } }))
    await settle()
    good(await as('pairedCadre')(`GET ${household}`))
    good(await as('pairedCadre')(`POST ${household}/{id}/answer`, { params: { id }, body: { confirm } }))
    await settle()
  }

  // A desktop that is approved, used and left; and one that is refused.
  const begin = async () => {
    const [id, secret] = [randomId(), randomId()]
    const secretHash = createHash('sha256').update(secret).digest('hex')
    const { code } = good(await by()('POST /v1/desktop-sign-ins', { body: { id, secretHash, machine: 'windows' } as never }))
    return { params: { code }, session: { params: { id: id as never }, body: { secret: secret as never } }, secret }
  }
  const used = await begin()
  const phone = as('handlerDesk')
  good(await phone('GET /v1/desktop-codes/{code}', used))
  good(await phone('POST /v1/desktop-codes/{code}/approve', used))
  const { session } = good(await by()('POST /v1/desktop-sign-ins/{id}/session', used.session))
  const renewed = good(await by(session!.token)('POST /v1/desktop-session/renew'))
  good(await by(renewed.token)('GET /v1/letters', { query: { box: 'desk' } }))
  good(await by(renewed.token)('POST /v1/desktop-session/end'))
  const refused = await begin()
  good(await phone('POST /v1/desktop-codes/{code}/refuse', refused))
  return { secrets: [used.secret, refused.secret] }
}
