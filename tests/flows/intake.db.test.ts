import sharp from 'sharp'

import { BoxOpeningId, type Home, type Taken } from '../../contract/intake'
import { MediaId } from '../../contract/media'
import { Instant } from '../../contract/route'
import type { TicketId } from '../../contract/ticket'
import { type Kind, StepId, SubmitTicket } from '../../contract/ticket'
import { day, later, minute } from '../../contract/time'
import { openPairing } from '../../functions/pairing'
import { ids } from '../../functions/pairing/roster/merge'
import { randomId, tagger } from '../../functions/platform/tag'
import { good, openProduct, type Product } from '../bench/product'
import { upload } from '../fixtures/upload'
import { openTown, secrets, type Town } from '../town'

jest.setTimeout(120_000)

/** Of the township: two at its desk and one in its office. */
const [desk, colleague, office] = ['cadre-G026', 'cadre-G039', 'cadre-G013'] as const
/** The cadre of 何桂辉's household, the desk of the cadre's bureau, inspection, and the helper of the household's village. */
const [cadre, agriculture, inspector, helper] = ['cadre-G001', 'cadre-G002', 'cadre-G014', 'cadre-BB01'] as const
const villager = 'household-ML01-0217'
const PHONE = '19907751217'
const household: Home = { by: 'household', householdId: ids.household('ML01-0217') }
const neighbour: Home = { by: 'household', householdId: ids.household('ML01-0218') }
/** A household that a cadre of inspection looks after. */
const elsewhere: Home = { by: 'household', householdId: ids.household('ML01-0241') }
const village: Home = { by: 'village', villageId: ids.village('ML01') }
const unit = (code: string) => ({ who: 'unit', unitId: ids.unit(code) }) as const
const [township, bureau, water] = [unit('ML00'), unit('NY01'), unit('SL01')]

let town: Town
let product: Product
type Phone = Awaited<ReturnType<Product['as']>>
const phones = new Map<string, Phone>()
const as = (person: string) => phones.get(person)!
let now = Instant.parse('2026-11-18T02:00:00.000Z')

async function everybodySignsIn() {
  for (const person of [desk, colleague, office, cadre, agriculture, inspector, helper]) phones.set(person, await product.as(person))
}

beforeAll(async () => {
  town = await openTown({ households: /^ML01-02[0-4]/, clock: () => now })
  product = openProduct(town, { clock: () => now })
  await everybodySignsIn()
})
afterAll(() => town.close())

const aTicket = (kind: Kind, more: object = {}) =>
  SubmitTicket.parse({
    ...{ id: randomId(), kind, about: { who: 'unknown' }, text: '屋后的水渠堵了半个月' },
    ...(kind === 'complaint' && { confidential: true, cadreMayFollow: false }),
    ...more,
  })
const aCall = (ticket: SubmitTicket, more: { phone?: string; home?: Home } = {}) =>
  ({ ticket, callerName: '何桂辉', home: household, readBack: true, ...more }) as const
const call = (person: string, ...said: Parameters<typeof aCall>) => as(person)('POST /v1/intake/calls', { body: aCall(...said) })
const aVisit = (ticket: SubmitTicket, home: Home) => ({ ticket, villagerName: '何桂辉', home, readBack: true, agreed: true }) as const
const visit = (person: string, ...said: Parameters<typeof aVisit>) => as(person)('POST /v1/intake/visits', { body: aVisit(...said) })
const ask = (person: string, { number, pickUpCode: code }: Pick<Taken, 'number' | 'pickUpCode'>) =>
  as(person)('POST /v1/intake/inquiries', { body: { number, code } })
const letter = async (person: string, id: TicketId) => as(person)('GET /v1/letters/{id}', { params: { id } })
const step = () => StepId.parse(randomId())

async function settle() {
  for (let keys = await product.owing(); keys.length; keys = await product.owing()) await Promise.all(keys.map(product.dispatch))
}

test('a call is taken down, told by text message, answered, asked after by number and code, and confirmed at the desk', async () => {
  const { items } = good(await as(desk)('POST /v1/intake/callers', { body: { phone: '199 0775 1217' } }))
  expect(items).toEqual([expect.objectContaining({ headName: '何桂辉', serial: '0217', village: '桃冲村' })])
  const help = aTicket('help', { about: { who: 'myCadre' } })
  const taken = good(await call(desk, help, { phone: PHONE }))
  expect(taken).toMatchObject({ told: 'sms' })
  await settle()
  const messages = JSON.stringify((await town.messages(villager)).map(({ fields }) => fields))
  expect(messages).toContain(taken.number)
  expect(messages).not.toMatch(/水渠|何桂辉|桃冲/)

  expect(good(await letter(cadre, help.id))).toMatchObject({
    channel: 'phone',
    sender: { name: '何桂辉', phone: PHONE, place: '桃冲村 14组' },
  })
  good(await as(cadre)('POST /v1/letters/{id}/resolve', { params: help, body: { step: step(), text: '清好了' } }))
  const asked = good(await ask(office, taken))
  expect(asked).toMatchObject({ number: taken.number, state: 'resolved', can: ['confirm', 'reopen'] })
  expect(asked.steps.at(-1)).toMatchObject({ step: 'resolved', text: '清好了' })
  expect(JSON.stringify(asked)).not.toMatch(/何桂辉|水渠堵/)

  const word = { step: step(), number: taken.number, code: taken.pickUpCode, word: 'confirm', face: 5 } as const
  expect(good(await as(office)('POST /v1/intake/inquiries/word', { body: word }))).toMatchObject({ state: 'confirmed', can: [] })
  expect(good(await as(office)('POST /v1/intake/inquiries/word', { body: word }))).toMatchObject({ state: 'confirmed' })
  const { timeline } = good(await letter(cadre, help.id))
  expect(timeline.map(({ step: name, by }) => [name, by])).toEqual([
    ['submitted', '村民(民乐镇政府 谢海林 接电话记下)'],
    ['resolved', '北流市农业局 陈建华'],
    ['confirmed', '村民(民乐镇政府 罗建兰 代录)'],
  ])
})

test('who handled a ticket enters no last word for its sender', async () => {
  const ticket = aTicket('help', { about: township })
  const { number, pickUpCode: code } = good(await call(desk, ticket))
  good(await as(colleague)('POST /v1/letters/{id}/resolve', { params: ticket, body: { step: step(), text: '修好了' } }))
  const body = { step: step(), number, code, word: 'reopen', text: '没有修' } as const
  expect(good(await ask(colleague, { number, pickUpCode: code })).can).toEqual([])
  expect(await as(colleague)('POST /v1/intake/inquiries/word', { body })).toMatchObject({ problem: 'typistHandledIt' })
  expect(good(await as(office)('POST /v1/intake/inquiries/word', { body }))).toMatchObject({ state: 'reopened' })
})

test('a caller whose household is not on the roll is heard all the same; a landline gets no message', async () => {
  const { items } = good(await as(desk)('GET /v1/intake/villages'))
  expect(items).toContainEqual({ id: ids.village('ML01'), name: '桃冲村', township: '民乐镇' })
  const ticket = aTicket('help')
  expect(good(await call(desk, ticket, { home: village, phone: '0775-6220121' })).told).toBe('none')
  expect(good(await letter(desk, ticket.id))).toMatchObject({ deskName: '民乐镇政府', sender: { place: '桃冲村', phone: '07756220121' } })
})

test('a household is found by its serial or its head’s name; inspection sees who looked and not for whom', async () => {
  const find = (search: string) => as(desk)('POST /v1/intake/households', { body: { villageId: ids.village('ML01'), search } })
  for (const typed of ['0217', '桂辉']) expect(JSON.stringify(good(await find(typed)).items)).toContain('何桂辉')
  now = later(now, minute)
  const all = good(await find('0'))
  expect([all.items.length, all.many]).toEqual([10, true])
  const { items } = good(await as(inspector)('GET /v1/intake/lookups', { query: {} }))
  expect(items[0]).toEqual({ at: now, by: '谢海林', unitName: '民乐镇政府', kind: 'search', found: 10 })
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['search', 'household', 'phone']))
  expect(JSON.stringify(items)).not.toMatch(/桂辉|0217|1990/)
})

describe('a complaint that the taker must not hear', () => {
  test('is named before a word is typed, with the number to call instead', async () => {
    const circle = good(await as(desk)('POST /v1/intake/circles', { body: { home: household } }))
    expect(circle.cadre).toEqual({ name: '陈建华', unitName: '北流市农业局', conflict: false })
    expect(circle.units.filter(({ conflict }) => conflict).map(({ name }) => name)).toEqual(['民乐镇政府'])
    expect(circle.instead.name).toContain('督查组')
    const own = good(await as(cadre)('POST /v1/intake/circles', { body: { home: household } }))
    expect(own).toMatchObject({ looksAfter: true, cadre: { conflict: true } })
  })

  test('is refused and stored nowhere, and is taken by inspection under the same id', async () => {
    const ticket = aTicket('complaint', { about: township, text: '镇里的人叫我请吃饭' })
    expect(await call(desk, ticket)).toMatchObject({ problem: 'takerInConflict' })
    expect(await letter(inspector, ticket.id)).toMatchObject({ problem: 'notFound' })
    good(await call(inspector, { ...ticket, text: '叫我请吃饭' }))
    expect(good(await letter(inspector, ticket.id))).toMatchObject({ text: '叫我请吃饭', aboutName: '民乐镇政府' })
    expect(await letter(desk, ticket.id)).toMatchObject({ problem: 'notFound' })
  })

  test('gives whoever took another one no right to read it', async () => {
    const ticket = aTicket('complaint', { about: water })
    good(await call(desk, ticket))
    expect(await letter(desk, ticket.id)).toMatchObject({ problem: 'notFound' })
    const { items } = good(await as(inspector)('GET /v1/letters', { query: { box: 'inspection' } }))
    expect(items.map(({ id }) => id)).toContain(ticket.id)
  })
})

describe('a pick-up code', () => {
  const guesses = (right: string) => Array.from({ length: 5 }, (_, n) => String((Number(right) + n + 1) % 1_000_000).padStart(6, '0'))

  test('may be mistyped five times a day, and is good again tomorrow', async () => {
    const taken = good(await call(desk, aTicket('help')))
    for (const pickUpCode of guesses(taken.pickUpCode))
      expect(await ask(office, { ...taken, pickUpCode })).toMatchObject({ problem: 'pickUpWrong' })
    expect(await ask(office, taken)).toMatchObject({ problem: 'tooManyTries' })
    now = later(now, day)
    await everybodySignsIn()
    expect(good(await ask(office, taken)).number).toBe(taken.number)
    // A right code costs nothing.
    for (let n = 0; n < 6; n++) good(await ask(office, taken))
  })

  test('opens nothing to whom the complaint is about, who learns no more than from a wrong one', async () => {
    const taken = good(await call(inspector, aTicket('complaint', { about: bureau }), { home: neighbour }))
    const refused = await ask(agriculture, taken)
    expect(refused).toMatchObject({ problem: 'pickUpWrong' })
    expect(await ask(agriculture, { ...taken, number: 'T20261118-9999' })).toEqual(refused)
    expect(good(await ask(office, taken)).kind).toBe('complaint')
    const word = { step: step(), number: taken.number, code: taken.pickUpCode, word: 'confirm', face: 5 } as const
    expect(await as(agriculture)('POST /v1/intake/inquiries/word', { body: word })).toEqual(refused)
  })
})

describe('a suggestion box', () => {
  const input = { id: BoxOpeningId.parse(randomId()), boxName: '镇政府门口', villageId: ids.village('ML01'), slips: 2 }
  const open = (partnerId: ReturnType<typeof ids.cadre>) => as(desk)('POST /v1/intake/box-openings', { body: { ...input, partnerId } })
  const type = (person: string, ticket: SubmitTicket, more: { name?: string } = {}) =>
    as(person)('POST /v1/intake/slips', { body: { openingId: input.id, ticket, ...more } })
  const aSlip = (kind: Kind, more: object = {}) => aTicket(kind, { media: [{ id: randomId(), kind: 'photo' }], ...more })
  const confirm = (person: string) => as(person)('POST /v1/intake/box-openings/{id}/confirm', { params: { id: input.id } })

  test('is opened by two of the unit, each in a session of their own', async () => {
    const { items } = good(await as(desk)('GET /v1/intake/colleagues'))
    expect(items.map(({ id }) => id)).toContain(ids.cadre('G039'))
    expect(items.map(({ id }) => id)).not.toContain(ids.cadre('G026'))
    expect(await open(ids.cadre('G002'))).toMatchObject({ problem: 'partnerUnfit' })
    expect(good(await open(ids.cadre('G039')))).toMatchObject({ slips: 2, typed: 0, partner: { name: '陈文平' } })
    good(await open(ids.cadre('G039')))
    expect(await open(ids.cadre('G013'))).toMatchObject({ problem: 'changedReplay' })
    expect(await type(desk, aSlip('suggestion'))).toMatchObject({ problem: 'notConfirmedYet' })
    for (const other of [desk, office, inspector]) expect(await confirm(other)).toMatchObject({ problem: 'notFound' })
    const waiting = good(await as(colleague)('GET /v1/intake/box-openings', { query: {} })).items
    expect(waiting).toEqual([expect.objectContaining({ id: input.id, mine: true })])
    expect(good(await confirm(colleague)).confirmedAt).toBe(now)
  })

  test('gives no ticket for a slip of which there is no photo', async () => {
    for (const media of [[], [{ id: MediaId.parse(randomId()), kind: 'voice' }]]) {
      const slip = aTicket('suggestion', { media })
      expect(await type(office, slip)).toMatchObject({ problem: 'slipNotShown' })
      expect(await letter(desk, slip.id)).toMatchObject({ problem: 'notFound' })
    }
    expect(good(await as(desk)('GET /v1/intake/box-openings', { query: {} })).items[0]).toMatchObject({ id: input.id, typed: 0 })
  })

  test('gives as many tickets as it had slips, named or not, and a retry is the same one', async () => {
    const slip = aSlip('suggestion', { text: '村口装一盏灯' })
    const [first, again] = [good(await type(office, slip)), good(await type(office, slip))]
    expect(again).toEqual(first)
    expect(good(await letter(desk, slip.id))).toMatchObject({ channel: 'box', text: '村口装一盏灯', sender: { name: '没有留名' } })

    const against = aSlip('complaint', { about: township, text: '盖章要等三天' })
    expect(await type(desk, against)).toMatchObject({ problem: 'takerInConflict' })
    good(await type(inspector, against, { name: '莫某' }))
    expect(good(await letter(inspector, against.id)).timeline[0]).toMatchObject({ by: '村民(北流市督查组 韦水才 照意见箱里的信录入)' })
    expect(await type(desk, aSlip('suggestion'))).toMatchObject({ problem: 'slipsDone' })
    const { items } = good(await as(inspector)('GET /v1/intake/box-openings', { query: {} }))
    expect(items).toEqual([expect.objectContaining({ id: input.id, slips: 2, typed: 2, boxName: '镇政府门口' })])
  })

  test('shows the slip itself to whoever may read the ticket', async () => {
    const another = { ...input, id: BoxOpeningId.parse(randomId()) }
    good(await as(desk)('POST /v1/intake/box-openings', { body: { ...another, partnerId: ids.cadre('G039') } }))
    good(await as(colleague)('POST /v1/intake/box-openings/{id}/confirm', { params: { id: another.id } }))
    const photo = { id: MediaId.parse(randomId()), kind: 'photo' } as const
    const paper = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#fffbe8' } })
      .jpeg()
      .toBuffer()
    expect(await upload(as(office), { ...photo, type: 'image/jpeg' }, paper)).toEqual({ status: 204 })
    const slip = aTicket('help', { media: [photo] })
    good(await as(office)('POST /v1/intake/slips', { body: { openingId: another.id, ticket: slip } }))
    await town.looked()
    const shown = async () => good(await letter(desk, slip.id)).media
    // WeChat pushes its verdict when it has one.
    for (let look = 0; (await shown())[0]?.state === 'checking' && look < 100; look++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    const media = await shown()
    expect(media).toEqual([expect.objectContaining({ ...photo, state: 'ready' })])
    expect((await fetch(media[0]!.url!)).headers.get('content-type')).toBe('image/jpeg')
  })

  test('is no business of another unit', async () => {
    expect(await type(agriculture, aSlip('suggestion'))).toMatchObject({ problem: 'notFound' })
    expect(good(await as(agriculture)('GET /v1/intake/box-openings', { query: {} })).items).toEqual([])
  })
})

describe('written for a villager who sits beside', () => {
  const card = async (): Promise<Home> => ({ by: 'card', cardCode: await town.cardCode('ML01-0217') })

  test('it names the helper, who saw the card, and a retry is the same ticket even with the card replaced', async () => {
    const home = await card()
    const ticket = aTicket('complaint', { about: water })
    const first = good(await visit(helper, ticket, home))
    const { timeline, channel, sender } = good(await letter(inspector, ticket.id))
    expect([channel, sender, timeline[0]?.by]).toEqual(['helper', undefined, '村民(桃冲村委会 帮办员 黄金勇 代写)'])
    const roster = openPairing({ table: town.database.table, tag: tagger(secrets.tagKey) })
    await roster.reissueCard(ids.household('ML01-0217'))
    expect(await visit(helper, aTicket('help'), home)).toMatchObject({ problem: 'cardRevoked' })
    expect(good(await visit(helper, ticket, home))).toEqual(first)
    expect(await visit(helper, { ...ticket, text: '别的事' }, home)).toMatchObject({ problem: 'changedReplay' })
  })

  test('it is barred where it is about the helper’s own township or the cadre’s own bureau', async () => {
    const home = await card()
    expect(await visit(helper, aTicket('complaint', { about: township }), home)).toMatchObject({ problem: 'takerInConflict' })
    for (const about of [bureau, { who: 'myCadre' }])
      expect(await visit(cadre, aTicket('complaint', { about }), household)).toMatchObject({ problem: 'takerInConflict' })
  })

  test('the cadre who wrote a complaint down may not follow it unless asked to', async () => {
    const [kept, followed] = [aTicket('complaint', { about: water }), aTicket('complaint', { about: water, cadreMayFollow: true })]
    const first = good(await visit(cadre, kept, household))
    good(await visit(cadre, followed, household))
    expect(await letter(cadre, kept.id)).toMatchObject({ problem: 'notFound' })
    expect(await ask(cadre, first)).toMatchObject({ problem: 'notAllowed' })
    expect(good(await letter(cadre, followed.id)).timeline[0]).toMatchObject({ by: '村民(北流市农业局 干部 陈建华 代写)' })
  })

  test('a household is one’s own or shown by its card; nobody types a name or a village', async () => {
    for (const [person, home] of [
      [cadre, elsewhere],
      [helper, household],
      [helper, village],
    ] as const)
      expect(await visit(person, aTicket('help'), home)).toMatchObject({ problem: 'notAllowed' })
    expect(await as(helper)('POST /v1/intake/callers', { body: { phone: PHONE } })).toMatchObject({ problem: 'notAllowed' })
    const wrong = await as(helper)('POST /v1/intake/circles', { body: { home: { by: 'card', cardCode: '000000000000098' } } })
    expect(wrong).toMatchObject({ problem: 'cardUnknown' })
  })

  test('three taps at once make one ticket', async () => {
    const ticket = aTicket('help')
    const answers = await Promise.all([1, 2, 3].map(() => visit(cadre, ticket, household)))
    expect(new Set(answers.map((answer) => good(answer).number)).size).toBe(1)
  })
})
