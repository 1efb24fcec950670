import * as z from 'zod/mini'

import { ids } from '../../../functions/pairing/roster/merge'
import { personOf, type Who } from '../cast'
import type { Call, Journey, Made } from '../steps'
import { farming, read, staff, water } from './tickets'

const villageId = ids.village('ML01')
const household = (code: string) => ({ by: 'household', householdId: ids.household(code) })
const ticket = ({ id }: Made, name: string, more: object = {}) => ({
  ...{ id: id(name), kind: 'help', about: { who: 'unit', ...water }, text: '屋后的水渠堵了半个月' },
  ...more,
})

const Taken = z.object({ number: z.string(), pickUpCode: z.string() })
const taken = ({ answer }: Made) => Taken.parse(answer('POST /v1/intake/calls'))
const call = (of: string, phone?: string): Call => ({
  who: 'township',
  route: 'POST /v1/intake/calls',
  of,
  body: (made) => ({ ticket: ticket(made, of), callerName: '农世霞', phone, home: household('ML01-0220'), readBack: true }),
})
const inquire = (code: (made: Made) => string): Call => ({
  who: 'township',
  route: 'POST /v1/intake/inquiries',
  body: (made) => ({ number: taken(made).number, code: code(made) }),
})
const rightCode = (made: Made) => taken(made).pickUpCode
const wrongCode = (made: Made) => String((Number(rightCode(made)) + 1) % 1_000_000).padStart(6, '0')

const open: Call = {
  who: 'farming',
  route: 'POST /v1/intake/box-openings',
  body: ({ id }) => ({
    ...{ id: id('opening'), boxName: '局门口意见箱', villageId, slips: 1 },
    partnerId: ids.cadre(personOf('colleague').replace('cadre-', '')),
  }),
}
const slip = (of: string, more: object = {}): Call => ({
  who: 'farming',
  route: 'POST /v1/intake/slips',
  of,
  body: (made) => ({
    ...{ openingId: made.id('opening'), name: '农世霞', home: household('ML01-0220') },
    ticket: ticket(made, of, { media: [{ id: made.id(`photo of ${of}`), kind: 'photo' }], ...more }),
  }),
})
const visit = (who: Who, home: (made: Made) => Promise<object> | object): Call => ({
  who,
  route: 'POST /v1/intake/visits',
  of: 'A',
  body: async (made) => ({ ticket: ticket(made, 'A'), villagerName: '何桂辉', home: await home(made), readBack: true, agreed: true }),
})
const complaint = { kind: 'complaint', about: { who: 'unit', ...farming }, confidential: true, cadreMayFollow: false }

/** Tickets that are taken down for villagers, and asked after by them. */
export const intakeJourneys: Readonly<Record<string, Journey>> = {
  'a caller is looked up, heard, and told': {
    steps: [
      { who: 'township', route: 'POST /v1/intake/callers', body: () => ({ phone: '19907751220' }) },
      read('township', 'GET /v1/intake/villages'),
      { who: 'township', route: 'POST /v1/intake/households', body: () => ({ villageId, search: '农' }) },
      { who: 'township', route: 'POST /v1/intake/circles', body: () => ({ home: household('ML01-0220') }) },
      call('A', '19907751220'),
      // Within the hour of the first text message.
      staff('water', 'answer'),
      read('inspector', 'GET /v1/intake/lookups'),
    ],
  },
  'a caller asks by number and code, and rates': {
    steps: [
      call('A'),
      staff('water', 'resolve'),
      inquire(rightCode),
      {
        who: 'township',
        route: 'POST /v1/intake/inquiries/word',
        body: (made) => ({ number: taken(made).number, code: rightCode(made), step: made.step, word: 'confirm', face: 5 }),
      },
    ],
    // Five codes a day may be tried.
    atMost: 1,
  },
  'somebody asks with a wrong code': { steps: [call('A'), { ...inquire(wrongCode), refused: 'pickUpWrong' }], atMost: 1 },
  'a box is opened by two, and its slip typed': {
    steps: [
      read('farming', 'GET /v1/intake/colleagues'),
      open,
      read('farming', 'GET /v1/intake/box-openings'),
      { who: 'colleague', route: 'POST /v1/intake/box-openings/{id}/confirm', of: 'opening' },
      { ...slip('A', complaint), refused: 'takerInConflict' },
      slip('B'),
      { ...slip('C'), refused: 'slipsDone' },
      read('inspector', 'GET /v1/intake/box-openings'),
    ],
  },
  'a cadre writes for a household of theirs': { steps: [visit('cadre', () => household('ML01-0217')), staff('water', 'answer')] },
  'a helper writes by the card': {
    steps: [visit('helper', async ({ lane }) => ({ by: 'card', cardCode: await lane.town.cardCode('ML01-0217') }))],
  },
}
