import type { Kind } from '../../contract/ticket'
import { SubmitTicket, StepId, TicketId } from '../../contract/ticket'
import { randomId } from '../../functions/platform/tag'
import { good, openProduct, type Product } from '../bench/product'
import { daytime } from '../fixtures/daytime'
import { minlePersons } from '../fixtures/minle/persons'
import { openTown, type Town } from '../town'

jest.setTimeout(120_000)

const who = (part: string) => minlePersons.find(({ label, note }) => `${label} ${note}`.includes(part))!.id
const [villager, cadre, agriculture, water, inspector] = ['干部是陈建华', '农技站站长', '农业局 副局长', '水利局', '督查'].map(who) as [
  string,
  string,
  string,
  string,
  string,
]

let town: Town
let product: Product
type Phone = Awaited<ReturnType<Product['as']>>
let phones: Record<'villager' | 'cadre' | 'agriculture' | 'water' | 'inspector', Phone>

beforeAll(async () => {
  town = await openTown({ clock: daytime })
  product = openProduct(town, { clock: daytime })
  const [a, b, c, d, e] = await Promise.all([villager, cadre, agriculture, water, inspector].map((person) => product.as(person)))
  phones = { villager: a!, cadre: b!, agriculture: c!, water: d!, inspector: e! }
})
afterAll(() => town.close())

const aTicket = (kind: Kind, more: object = {}) =>
  SubmitTicket.parse({
    ...{ id: randomId(), kind, about: { who: 'unknown' }, text: '屋后的水渠堵了半个月' },
    ...(kind === 'complaint' && { confidential: true, cadreMayFollow: false }),
    ...more,
  })
const send = async (body: SubmitTicket) => good(await phones.villager('POST /v1/tickets', { body }))
const step = () => StepId.parse(randomId())

/** Does all that is owed, as stream and clock would. */
async function settle() {
  for (let keys = await product.owing(); keys.length; keys = await product.owing()) await Promise.all(keys.map(product.dispatch))
}
const inbox = async (phone: Phone) => good(await phone('GET /v1/inbox', { query: {} })).items
const waterUnit = async () => good(await phones.villager('GET /v1/units/nearby')).items.find(({ name }) => name.includes('水利'))!

test('a request for help is told to the cadre and the desk, answered, resolved, and confirmed with a face', async () => {
  await Promise.all([town.agree(cadre), town.agree(villager)])
  const { id, number } = await send(aTicket('help', { about: { who: 'myCadre' } }))
  await settle()
  for (const phone of [phones.cadre, phones.agriculture])
    expect((await inbox(phone))[0]).toMatchObject({ occasion: 'letterArrived', ticket: { id, number } })
  const [message] = await town.messages(cadre)
  expect(JSON.stringify(message)).toContain(number)
  expect(JSON.stringify(message)).not.toMatch(/水渠|何桂辉|桃冲/)

  const params = { id }
  const letter = good(await phones.cadre('GET /v1/letters/{id}', { params }))
  expect(letter).toMatchObject({
    text: '屋后的水渠堵了半个月',
    sender: { name: '何桂辉', phone: '19907751217' },
    can: expect.arrayContaining(['accept', 'answer', 'resolve']),
  })
  good(await phones.cadre('POST /v1/letters/{id}/answer', { params, body: { step: step(), text: '明天上午带人来看' } }))
  good(await phones.cadre('POST /v1/letters/{id}/resolve', { params, body: { step: step(), text: '清好了' } }))
  await settle()
  expect((await inbox(phones.villager)).map(({ occasion }) => occasion)).toEqual(['resolved', 'answered'])
  expect(JSON.stringify(await town.messages(villager))).toContain(number)

  const confirmed = good(await phones.villager('POST /v1/tickets/{id}/confirm', { params, body: { step: step(), face: 5 } }))
  expect(confirmed).toMatchObject({ state: 'confirmed', can: [] })
  expect(confirmed.timeline.map((entry) => entry.step)).toEqual(['submitted', 'answered', 'resolved', 'confirmed'])
})

test('what is not good enough is reopened, and its handlers are told', async () => {
  const { id } = await send(aTicket('suggestion'))
  const params = { id }
  good(await phones.agriculture('POST /v1/letters/{id}/resolve', { params, body: { step: step(), text: '已经记下' } }))
  good(await phones.villager('POST /v1/tickets/{id}/reopen', { params, body: { step: step(), text: '还没有人来' } }))
  await settle()
  expect((await inbox(phones.cadre))[0]).toMatchObject({ occasion: 'reopened', ticket: { id } })
})

describe('a complaint about the cadre', () => {
  const sent = aTicket('complaint', { about: { who: 'myCadre' }, text: '叫我送两只鸡才肯盖章' })
  beforeAll(async () => {
    await send(sent)
    await settle()
  })
  const params = { id: sent.id }

  test('reaches inspection, with its words and without its sender', async () => {
    const { items } = good(await phones.inspector('GET /v1/letters', { query: { box: 'inspection' } }))
    const line = items.find(({ id }) => id === sent.id)
    expect(line).toMatchObject({ kind: 'complaint', confidential: true })
    expect(JSON.stringify(line)).not.toMatch(/两只鸡|桃冲|何桂辉/)
    const letter = good(await phones.inspector('GET /v1/letters/{id}', { params }))
    expect(letter.text).toBe(sent.text)
    expect(letter.aboutName).toBe('北流市农业局 陈建华')
    expect(letter.sender).toBeUndefined()
    expect(new Set(letter.notices?.map(({ to }) => to))).toEqual(new Set(['督查组']))
  })

  test('does not reach the cadre or the cadre’s unit by any route', async () => {
    for (const [phone, box] of [
      [phones.cadre, 'cadre'],
      [phones.agriculture, 'desk'],
    ] as const) {
      expect(JSON.stringify(good(await phone('GET /v1/letters', { query: { box } })))).not.toContain(sent.id)
      expect(JSON.stringify(await inbox(phone))).not.toContain(sent.id)
      const body = { step: step(), text: '好' }
      const answers = [
        await phone('GET /v1/letters/{id}', { params }),
        await phone('GET /v1/tickets/{id}', { params }),
        await phone('POST /v1/letters/{id}/accept', { params, body: { step: step() } }),
        await phone('POST /v1/letters/{id}/answer', { params, body }),
        await phone('POST /v1/letters/{id}/resolve', { params, body }),
        await phone('POST /v1/tickets/{id}/supplement', { params, body }),
        await phone('POST /v1/tickets/{id}/confirm', { params, body: { step: step(), face: 1 } }),
        await phone('POST /v1/tickets/{id}/reopen', { params, body }),
      ]
      expect(answers.map((answer) => 'problem' in answer && answer.problem)).toEqual(answers.map(() => 'notFound'))
    }
    for (const person of [cadre, agriculture]) expect(JSON.stringify(await town.messages(person))).not.toContain('投诉')
  })

  test('cannot be handed to the unit it is about, and can to another, whose desk then handles it', async () => {
    const { items } = good(await phones.inspector('GET /v1/letters/{id}/desks', { params }))
    expect(items.map(({ name }) => name)).not.toContain('北流市农业局')
    const own = good(await phones.villager('GET /v1/units/nearby')).items.find(({ name }) => name.includes('农业'))!
    const refused = await phones.inspector('POST /v1/letters/{id}/assign', { params, body: { step: step(), unitId: own.id } })
    expect(refused).toMatchObject({ problem: 'unitInConflict' })

    const { id: unitId } = items.find(({ name }) => name.includes('水利'))!
    good(await phones.inspector('POST /v1/letters/{id}/assign', { params, body: { step: step(), unitId } }))
    await settle()
    expect((await inbox(phones.water))[0]).toMatchObject({ occasion: 'letterAssigned', ticket: { id: sent.id } })
    const letter = good(await phones.water('POST /v1/letters/{id}/answer', { params, body: { step: step(), text: '我们来核实' } }))
    expect(letter.sender).toBeUndefined()
    expect(good(await phones.inspector('GET /v1/letters/{id}', { params })).state).toBe('inProgress')
    expect(await phones.cadre('GET /v1/letters/{id}', { params })).toMatchObject({ problem: 'notFound' })
  })
})

test('a complaint about another unit is followed by the cadre where the villager says so', async () => {
  const unit = await waterUnit()
  const followed = await send(aTicket('complaint', { about: { who: 'unit', unitId: unit.id }, cadreMayFollow: true }))
  const kept = await send(aTicket('complaint', { about: { who: 'unit', unitId: unit.id } }))
  await settle()
  expect(await phones.cadre('GET /v1/letters/{id}', { params: followed })).toMatchObject({ id: followed.id })
  expect(await phones.cadre('GET /v1/letters/{id}', { params: kept })).toMatchObject({ problem: 'notFound' })
  expect(await phones.water('GET /v1/letters/{id}', { params: followed })).toMatchObject({ problem: 'notFound' })
})

describe('sending again', () => {
  test('gives the same answer and tells nobody twice', async () => {
    const body = aTicket('help')
    const answers = await Promise.all([send(body), send(body), send(body)])
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1)
    await settle()
    expect(await send(body)).toEqual(answers[0])
    await settle()
    expect((await inbox(phones.cadre)).filter(({ ticket }) => ticket?.id === body.id)).toHaveLength(1)
  })
  test('with another content is refused, whoever sends it', async () => {
    const body = aTicket('help')
    await send(body)
    expect(await phones.villager('POST /v1/tickets', { body: { ...body, text: '别的事' } })).toMatchObject({ problem: 'changedReplay' })
  })
  test('the same step is taken once', async () => {
    const { id } = await send(aTicket('help'))
    const body = { step: step(), text: '已经看到' }
    const twice = await Promise.all([1, 2].map(() => phones.cadre('POST /v1/letters/{id}/answer', { params: { id }, body })))
    expect(twice.map((answer) => good(answer).timeline.length)).toEqual([2, 2])
  })
})

test('what was made up is refused and stored nowhere', async () => {
  const nowhere = { id: TicketId.parse(randomId()) }
  expect(await phones.villager('GET /v1/tickets/{id}', { params: nowhere })).toMatchObject({ problem: 'notFound' })
  expect(await phones.villager('GET /v1/tickets', { query: { after: 'eyJwayI6IngifQ==' } })).toMatchObject({ problem: 'badInput' })
  expect(await phones.villager('GET /v1/letters', { query: { box: 'inspection' } })).toMatchObject({ problem: 'notAllowed' })
  expect(await phones.cadre('GET /v1/letters', { query: { box: 'inspection' } })).toMatchObject({ problem: 'notAllowed' })
  const unitId = randomId()
  expect(
    await phones.villager('POST /v1/tickets', { body: { ...aTicket('help'), about: { who: 'unit', unitId } } as never }),
  ).toMatchObject({ problem: 'unitUnknown' })
})
