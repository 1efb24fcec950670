import * as z from 'zod/mini'

import { hour } from '../../../contract/time'
import { asideOf } from '../../../functions/platform/aside'
import type { Who } from '../cast'
import type { Call, Deed, Journey } from '../steps'
import { newLead, tying } from './accounts'
import { farming, read, staff, submit } from './tickets'

const Inbox = z.object({ items: z.array(z.object({ id: z.string() })).check(z.minLength(1)) })
const readNewest = (who: Who): Call => ({
  who,
  route: 'POST /v1/inbox/{id}/read',
  path: ({ answer }) => `/v1/inbox/${Inbox.parse(answer('GET /v1/inbox')).items[0]!.id}/read`,
})
const agree = (who: Who, more: object): Call => ({
  who,
  route: 'POST /v1/grants',
  body: ({ id }) => ({ id: id('consent'), verdicts: more }),
})
const toFarming = (of: string) => submit('villager', of, { kind: 'help', about: { who: 'unit', ...farming } })

const putBack: Deed = {
  deed: 'what was set aside is put back',
  does: async ({ table, clock }) => {
    const aside = asideOf(table)
    for (const item of await aside.list()) await aside.putBack(item, clock())
  },
}

/** Telling people, and what they have agreed to. */
export const tellingJourneys: Readonly<Record<string, Journey>> = {
  'a letter lies unread for a day, and goes up': {
    steps: [
      submit('villager', 'A', { kind: 'help', about: { who: 'myCadre' } }),
      { passes: 25 * hour },
      read('head', 'GET /v1/inbox'),
      readNewest('head'),
    ],
  },
  'a desk is told of three, and of two of them in one message': {
    steps: [toFarming('A'), toFarming('B'), toFarming('C'), { passes: 6 * hour }],
  },
  'whoever was to be told comes to be one who may not know': {
    steps: [
      submit('villager', 'A', { kind: 'complaint', confidential: true, cadreMayFollow: false }),
      { ...staff('inspector', 'assign'), body: ({ step }) => ({ step, ...farming }) },
      newLead('ML01-0217'),
      { passes: 25 * hour },
    ],
  },
  'somebody agrees to messages, and to none that is sent': {
    steps: [
      ...tying,
      agree('newcomer', { villager: 'accept' }),
      read('newcomer', 'GET /v1/grants'),
      submit('newcomer', 'A', { kind: 'help' }),
    ],
    atMost: 1,
    needs: ['wechat', 'clocks'],
  },
  'a whole night nobody on the roster can be found, and an operator mends it': {
    steps: [
      { outage: { at: 'pairing/items.ts', what: "pages: 'all'" } },
      submit('villager', 'A', { kind: 'help', about: { who: 'unit', ...farming } }),
      { passes: 11 * hour },
      { outage: 'over' },
      putBack,
    ],
  },
}
