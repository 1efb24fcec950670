import { createHash } from 'node:crypto'

import * as z from 'zod/mini'

import { openPairing } from '../../../functions/pairing'
import { ids } from '../../../functions/pairing/roster/merge'
import { personOf, type Who } from '../cast'
import type { Call, Deed, Journey, Made } from '../steps'
import { read } from './tickets'

const NEWCOMERS = 'ML01-0219'
const NEWCOMERS_PHONE = '19907751219'
const GUESTS = 'ML01-0218'

/** Opens the mini-program, for the first time or again. */
export const signIn = (who: Who): Call => ({
  who,
  route: 'POST /v1/sessions',
  anew: true,
  body: async ({ lane }) => ({ code: await lane.town.loginCode(personOf(who)) }),
})

/** The code in the text message that came last. */
async function codeSent({ lane }: Made): Promise<string> {
  const texts = (await lane.arrived()).flatMap(({ by, fields }) => (by === 'sms' ? fields.map(({ value }) => value) : []))
  return texts.map((text) => /验证码 (\d{6})/.exec(text)?.[1]).find((code) => code !== undefined) ?? ''
}

const askForCode: Call = { who: 'newcomer', route: 'POST /v1/phone-codes', body: () => ({ phone: NEWCOMERS_PHONE }) }
const tieByCode: Call = {
  who: 'newcomer',
  route: 'POST /v1/ties',
  anew: true,
  body: async (made) => ({
    cardCode: await made.lane.town.cardCode(NEWCOMERS),
    proof: { by: 'sms', phone: NEWCOMERS_PHONE, code: await codeSent(made) },
  }),
  back: { on: ['codeExpired', 'codeWrong'], steps: 1 },
}
/** Signs in and ties an account by a text message. */
export const tying = [signIn('newcomer'), askForCode, tieByCode]

const askCadre = (card: (made: Made) => Promise<string> | string): Call => ({
  who: 'guest',
  route: 'POST /v1/tie-requests',
  body: async (made) => ({ id: made.id('request'), cardCode: await card(made), name: '阿明' }),
})
const byCard = askCadre(({ lane }) => lane.town.cardCode(GUESTS))
const answer = (confirm: boolean): Call => ({
  who: 'cadre',
  route: 'POST /v1/tie-requests/{id}/answer',
  of: 'request',
  body: () => ({ confirm }),
})
const home = read('guest', 'GET /v1/home')

const newCard: Deed = {
  deed: 'the household gets another card',
  does: async ({ table }, { lane, notes }) => {
    if (!notes.has('card')) notes.set('card', await lane.town.cardCode(GUESTS))
    return openPairing({ table, tag: lane.tag }).reissueCard(ids.household(GUESTS))
  },
}
/** Another cadre leads the household from now on. */
export const newLead = (household: string): Deed => ({
  deed: 'the household gets another lead',
  does: ({ table, clock }, { lane }) => {
    const lead = ids.cadre(personOf('colleague').replace('cadre-', ''))
    return openPairing({ table, tag: lane.tag }).changeLead(ids.household(household), lead, clock())
  },
})

const Begun = z.object({ code: z.string() })
const codeOf = ({ answer: said }: Made) => Begun.parse(said('POST /v1/desktop-sign-ins')).code
const secretOf = ({ id, round }: Made) => id(`secret ${round}`)
const begin: Call = {
  who: 'desktop',
  route: 'POST /v1/desktop-sign-ins',
  body: (made) => {
    const secretHash = createHash('sha256').update(secretOf(made)).digest('hex')
    return { id: made.id(`sign-in ${made.round}`), secretHash, machine: 'windows' }
  },
  soon: true,
}
const look: Call = {
  who: 'farming',
  route: 'GET /v1/desktop-codes/{code}',
  path: (made) => `/v1/desktop-codes/${codeOf(made)}`,
  soon: true,
}
const decide = (how: 'approve' | 'refuse'): Call => ({
  who: 'farming',
  route: `POST /v1/desktop-codes/{code}/${how}`,
  path: (made) => `/v1/desktop-codes/${codeOf(made)}/${how}`,
  soon: true,
})
const fetchSession: Call = {
  who: 'desktop',
  route: 'POST /v1/desktop-sign-ins/{id}/session',
  path: ({ id, round }) => `/v1/desktop-sign-ins/${id(`sign-in ${round}`)}/session`,
  body: (made) => ({ secret: secretOf(made) }),
}

/** Coming to have an account, and what it may do. */
export const accountJourneys: Readonly<Record<string, Journey>> = {
  'a villager ties an account by a text message': {
    steps: [...tying, read('newcomer', 'GET /v1/home')],
    atMost: 1,
    needs: ['wechat', 'clocks'],
  },
  'a cadre is recognised by the number that WeChat gives': {
    steps: [
      signIn('forester'),
      {
        who: 'forester',
        route: 'POST /v1/staff-ties',
        anew: true,
        body: async ({ lane }) => ({ proof: { by: 'wechat', code: await lane.town.phoneCode(personOf('forester')) } }),
      },
      read('forester', 'GET /v1/letters', '/v1/letters?box=desk'),
      read('cadre', 'GET /v1/households'),
    ],
    needs: ['wechat'],
  },
  'a cadre confirms who belongs to a household': {
    steps: [signIn('guest'), byCard, read('cadre', 'GET /v1/tie-requests'), answer(true), signIn('guest'), home],
    needs: ['wechat'],
  },
  'a cadre refuses somebody': {
    steps: [signIn('guest'), byCard, answer(false), signIn('guest'), { ...home, refused: 'notAllowed' }],
    needs: ['wechat'],
  },
  // The request is answered, and the account follows when it signs in.
  'a cadre confirms, and the process ends there': {
    steps: [
      signIn('guest'),
      byCard,
      { ...answer(true), accident: { at: 'account/requests.ts', what: '.put(', givesUp: true } },
      signIn('guest'),
      home,
    ],
    needs: ['wechat'],
  },
  'an old card opens nothing, the new one does': {
    steps: [signIn('guest'), newCard, { ...askCadre(({ notes }) => notes.get('card') ?? ''), refused: 'cardRevoked' }, byCard],
    needs: ['wechat'],
    // Ten cards a day may be tried.
    atMost: 2,
  },
  'a household gets another lead': { steps: [newLead(GUESTS)] },
  'somebody signs in on a desktop, and leaves it': {
    steps: [
      begin,
      look,
      decide('approve'),
      { ...fetchSession, back: { on: ['desktopGone'], steps: 3 } },
      { who: 'desktop', route: 'GET /v1/letters', path: () => '/v1/letters?box=desk' },
      { who: 'desktop', route: 'POST /v1/desktop-session/renew' },
      { who: 'desktop', route: 'POST /v1/desktop-session/end', done: ['signInAgain', 'desktopGone'] },
    ],
    needs: ['clocks'],
  },
  'somebody refuses a desktop': { steps: [begin, decide('refuse'), { ...fetchSession, refused: 'desktopRefused' }], needs: ['clocks'] },
}
