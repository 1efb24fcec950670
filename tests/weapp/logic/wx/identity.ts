import { sandbox } from '../http'
import type { Handset, World } from '../world'
import { call, Refusal } from './call'

/** Asks the sandbox in this person's name; without signal, or where nobody listens, WeChat is away. */
async function asPerson({ signal, server, person }: Handset, door: string, more: object = {}) {
  if (signal === 'none') throw new Refusal('net::ERR_INTERNET_DISCONNECTED')
  return sandbox(server, door, { person, ...more }).catch((error: unknown) => {
    // Node's own errors are of another realm than jest's, so that instanceof says nothing.
    if (typeof error === 'object' && error && 'code' in error) throw new Refusal(String(error.code))
    throw error
  })
}

/** Who holds the telephone, and what this person agrees to: asked of the WeChat sandbox. */
export function identity(world: World) {
  const { handset } = world
  return {
    login: call(world, 'login', () => asPerson(handset, 'login')),
    requestSubscribeMessage: call(world, 'requestSubscribeMessage', async ({ tmplIds }) => {
      // WeChat's rule: only while a tap is handled, not after a request that the tap began.
      if (!world.gesture) throw new Refusal('can only be invoked by user TAP gesture.', { errCode: 20000 })
      const templates = Array.isArray(tmplIds) ? tmplIds.map(String) : []
      if (templates.length === 0 || templates.length > 3) throw new Refusal('TmplIds must be 1 to 3', { errCode: 10005 })
      const answer = handset.refused.has('requestSubscribeMessage') ? 'reject' : 'accept'
      if (answer === 'accept') await asPerson(handset, 'grant', { templates })
      return Object.fromEntries(templates.map((id) => [id, answer]))
    }),
    getSetting: call(world, 'getSetting', () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } })),
  }
}

/** The detail of the event that a `getPhoneNumber` button fires. */
export async function phoneNumberDetail({ handset }: World) {
  if (handset.refused.has('getPhoneNumber')) return { errMsg: 'getPhoneNumber:fail user deny' }
  try {
    return { errMsg: 'getPhoneNumber:ok', ...(await asPerson(handset, 'phone-code')) }
  } catch (error) {
    if (error instanceof Refusal) return { errMsg: `getPhoneNumber:fail ${error.message}` }
    throw error
  }
}
