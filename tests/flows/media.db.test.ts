import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import sharp from 'sharp'

import { MediaId, type MediaRef } from '../../contract/media'
import type { Instant } from '../../contract/route'
import type { TicketId } from '../../contract/ticket'
import { StepId, SubmitTicket } from '../../contract/ticket'
import { day, hour, instant, later, minute } from '../../contract/time'
import { bucket } from '../../functions/platform/blobs'
import { randomId } from '../../functions/platform/tag'
import { good, openProduct, type Product } from '../bench/product'
import { minlePersons } from '../fixtures/minle/persons'
import { post, upload } from '../fixtures/upload'
import { mp3 } from '../fixtures/voices/voices'
import { openTown, type Town } from '../town'

jest.setTimeout(120_000)

const who = (part: string) => minlePersons.find(({ label, note }) => `${label} ${note}`.includes(part))!.id
const [villager, other, cadre, inspector] = [
  who('干部是陈建华'),
  minlePersons.filter(({ householdCode }) => householdCode)[1]!.id,
  who('农技站站长'),
  who('督查'),
]

const CANARY = 'CANARY-19907750001'

let town: Town
let product: Product
type Phone = Awaited<ReturnType<Product['as']>>
let phones: Record<'villager' | 'other' | 'cadre' | 'inspector', Phone>
let now: Instant = instant(new Date())
const clock = () => now

const people = { villager, other, cadre, inspector }
let tied = false
/** Everybody opens the mini-program: WeChat looks only at what is written by people who were here just now. */
async function signInAll() {
  const open = async (person: string) => (tied ? product.with(await product.signIn(person)) : product.as(person))
  const opened = await Promise.all(Object.entries(people).map(async ([name, person]) => [name, await open(person)] as const))
  tied = true
  phones = Object.fromEntries(opened) as typeof phones
}

beforeAll(async () => {
  town = await openTown({ clock, households: /^(ML01-021|ML05-003)/ })
  product = openProduct(town, { clock })
  await signInAll()
})
afterAll(() => town.close())
beforeEach(() => town.judge('look'))

const photo = (background = '#4a8') => sharp({ create: { width: 900, height: 600, channels: 3, background } })
const jpeg = (background?: string) => photo(background).jpeg().toBuffer()
const newId = () => MediaId.parse(randomId())
const aPhoto = (id: MediaId) => ({ id, kind: 'photo' as const, type: 'image/jpeg' as const })

async function ticketWith(media: MediaRef[], more: object = {}) {
  const body = SubmitTicket.parse({ id: randomId(), kind: 'help', about: { who: 'myCadre' }, text: '屋后的水渠堵了', media, ...more })
  return good(await phones.villager('POST /v1/tickets', { body })).id
}
const seenBy = async (phone: Phone, id: TicketId) => good(await phone('GET /v1/letters/{id}', { params: { id } })).media
const ownView = async (id: TicketId) => good(await phones.villager('GET /v1/tickets/{id}', { params: { id } })).media
const held = async (phone = phones.inspector) => good(await phone('GET /v1/media/held', { query: {} })).items
const state = async (id: MediaId, phone = phones.villager) => good(await phone('GET /v1/media/{id}', { params: { id } })).state

/** Until every verdict that WeChat has to give is here. */
async function judged(id: MediaId) {
  await town.looked()
  for (let look = 0; (await state(id)) === 'checking' && look < 100; look++) await new Promise((resolve) => setTimeout(resolve, 20))
  return state(id)
}
/** Time goes by, and the clock does what falls due. */
async function wait(milliseconds: number) {
  now = later(now, milliseconds)
  await product.sweep()
  // Sessions last half an hour.
  await signInAll()
}

test('a photo is sent after its ticket, hidden until the verdict, and then seen by the cadre as JPEG without a note', async () => {
  const id = newId()
  const ticket = await ticketWith([{ id, kind: 'photo' }])
  expect(await seenBy(phones.cadre, ticket)).toEqual([{ id, kind: 'photo', state: 'waiting' }])
  await town.fail('mediaCheckAsync', 'busy', 'always')
  const raw = await photo()
    .withExif({ IFD0: { Make: CANARY }, IFD3: { GPSLatitude: '22/1 40/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect(await upload(phones.villager, aPhoto(id), raw)).toEqual({ status: 204 })
  await town.looked()
  expect(await seenBy(phones.cadre, ticket)).toEqual([{ id, kind: 'photo', state: 'checking' }])
  await town.fail('mediaCheckAsync', 'busy', 'off')
  await wait(minute)
  expect(await judged(id)).toBe('ready')
  const [shown] = await seenBy(phones.cadre, ticket)
  const answer = await fetch(shown!.url!)
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([answer.headers.get('content-type'), bytes.includes(CANARY)]).toEqual(['image/jpeg', false])
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 900 })
  expect((await ownView(ticket))[0]).toMatchObject({ id, state: 'ready' })
  // Of what was uploaded nothing is left.
  expect(await bucket(town.bucket, clock).get(`raw/${id}`)).toBeUndefined()
})

test('a voice note can be heard, and its length is known', async () => {
  const id = newId()
  const ticket = await ticketWith([{ id, kind: 'voice' }])
  await upload(phones.villager, { id, kind: 'voice', type: 'audio/mpeg' } as never, mp3(7))
  expect(await judged(id)).toBe('ready')
  const [shown] = await seenBy(phones.cadre, ticket)
  expect(shown).toMatchObject({ kind: 'voice', state: 'ready', seconds: 7 })
  expect((await fetch(shown!.url!)).headers.get('content-type')).toBe('audio/mpeg')
})

test('a risky photo is shown to nobody, marks the ticket, and inspection decides', async () => {
  const [bad, doubtful] = [newId(), newId()]
  const ticket = await ticketWith([bad, doubtful].map((id) => ({ id, kind: 'photo' as const })))
  await upload(phones.villager, aPhoto(bad), await jpeg('#f00'))
  expect(await judged(bad)).toBe('held')
  now = later(now, 1)
  await town.judge('review')
  await upload(phones.villager, aPhoto(doubtful), await jpeg())
  expect(await judged(doubtful)).toBe('held')
  expect((await seenBy(phones.cadre, ticket)).map(({ state: how, url }) => [how, url])).toEqual([
    ['held', undefined],
    ['held', undefined],
  ])
  await product.sweep()
  const letter = good(await phones.inspector('GET /v1/letters/{id}', { params: { id: ticket } }))
  expect(letter.flagged).toBe(true)
  const waiting = (await held()).filter(({ id }) => [bad, doubtful].includes(id))
  expect(waiting.map(({ id, because }) => [id, because])).toEqual([
    [bad, 'risky'],
    [doubtful, 'review'],
  ])
  expect((await fetch(waiting[0]!.url)).status).toBe(200)
  const verdict = (id: MediaId, release: boolean, phone = phones.inspector) =>
    phone('POST /v1/media/{id}/verdict', { params: { id }, body: { release } })
  expect(await verdict(bad, true, phones.cadre)).toMatchObject({ problem: 'notAllowed' })
  good(await verdict(bad, false))
  good(await verdict(doubtful, true))
  expect((await seenBy(phones.cadre, ticket)).map(({ state: how }) => how)).toEqual(['held', 'ready'])
  expect((await held()).filter(({ id }) => [bad, doubtful].includes(id))).toEqual([])
})

test('what WeChat says nothing about is inspection’s to look at after half an hour', async () => {
  await town.judge('silent')
  const id = newId()
  const ticket = await ticketWith([{ id, kind: 'photo' }])
  await upload(phones.villager, aPhoto(id), await jpeg())
  await town.looked()
  await wait(29 * minute)
  expect(await state(id)).toBe('checking')
  await wait(minute)
  expect(await state(id)).toBe('held')
  expect((await held()).find((one) => one.id === id)?.because).toBe('silent')
  expect(await seenBy(phones.cadre, ticket)).toEqual([{ id, kind: 'photo', state: 'held' }])
  await signInAll()
})

test('a WeChat that is away for so long that nobody has looked within half an hour leaves it to inspection', async () => {
  await town.fail('mediaCheckAsync', 'busy', 'always')
  const id = newId()
  const ticket = await ticketWith([{ id, kind: 'photo' }])
  await upload(phones.villager, aPhoto(id), await jpeg())
  await town.looked()
  for (let minutes = 0; minutes < 29; minutes++) await wait(minute)
  expect(await state(id)).toBe('checking')
  await wait(minute)
  await town.fail('mediaCheckAsync', 'busy', 'off')
  expect(await state(id)).toBe('held')
  expect((await held()).find((one) => one.id === id)?.because).toBe('silent')
  const verdict = { params: { id }, body: { release: true } }
  good(await phones.inspector('POST /v1/media/{id}/verdict', verdict))
  expect((await seenBy(phones.cadre, ticket)).map(({ state: how }) => how)).toEqual(['ready'])
})

test('a WeChat that is away is asked again when it is back', async () => {
  await town.fail('mediaCheckAsync', 'timeout', 2)
  const id = newId()
  await ticketWith([{ id, kind: 'photo' }])
  await upload(phones.villager, aPhoto(id), await jpeg())
  await town.looked()
  expect(await state(id)).toBe('checking')
  await wait(2 * minute)
  await wait(6 * minute)
  expect(await judged(id)).toBe('ready')
}, 60_000)

test('an upload is begun twice, uploaded twice and told three times, and is one photo', async () => {
  const id = newId()
  const ticket = await ticketWith([{ id, kind: 'photo' }])
  const raw = await jpeg()
  const begin = () => phones.villager('POST /v1/media', { body: { ...aPhoto(id), bytes: raw.length } })
  const [first, second] = [good(await begin()), good(await begin())]
  expect(await post(first.form!, raw)).toEqual({ status: 204 })
  expect(await judged(id)).toBe('ready')
  expect(await post(second.form!, (await jpeg('#00f')).subarray(0, raw.length))).toEqual({ status: 204 })
  await town.looked()
  const [shown] = await seenBy(phones.cadre, ticket)
  const { dominant } = await sharp(Buffer.from(await (await fetch(shown!.url!)).arrayBuffer())).stats()
  expect(dominant.b).toBeLessThan(200)
  expect(good(await begin())).toEqual({ state: 'ready' })
})

test('nobody uploads, binds or asks under another’s id', async () => {
  const id = newId()
  await ticketWith([{ id, kind: 'photo' }])
  const body = { ...aPhoto(id), bytes: 1000 }
  expect(await phones.other('POST /v1/media', { body })).toMatchObject({ problem: 'notAllowed' })
  expect(await phones.other('GET /v1/media/{id}', { params: { id } })).toMatchObject({ problem: 'notFound' })
  await upload(phones.villager, aPhoto(id), await jpeg())
  expect(await judged(id)).toBe('ready')
  // The cadre has seen the id, and names it in an answer to somebody else.
  const second = await ticketWith([])
  const answer = {
    params: { id: second },
    body: { step: StepId.parse(randomId()), text: '见照片', media: [{ id, kind: 'photo' as const }] },
  }
  const { timeline } = good(await phones.cadre('POST /v1/letters/{id}/answer', answer))
  expect(timeline.at(-1)?.media ?? []).toEqual([])
})

test('a handler answers with photos, which the villager sees after the verdict', async () => {
  const [ticket, id] = [await ticketWith([]), newId()]
  const body = { step: StepId.parse(randomId()), text: '修好了,看照片', media: [{ id, kind: 'photo' as const }] }
  good(await phones.cadre('POST /v1/letters/{id}/answer', { params: { id: ticket }, body }))
  await upload(phones.cadre, aPhoto(id), await jpeg())
  await town.looked()
  for (let look = 0; look < 100 && (await state(id, phones.cadre)) === 'checking'; look++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  const own = good(await phones.villager('GET /v1/tickets/{id}', { params: { id: ticket } }))
  expect(own.timeline.find(({ step }) => step === 'answered')?.media).toMatchObject([{ id, state: 'ready' }])
})

test.each<[string, () => Promise<Buffer>]>([
  ['an archive', async () => Buffer.from('PK\x03\x04'.repeat(50), 'latin1')],
  ['a page', async () => Buffer.from('<script>1</script>'.repeat(20))],
  ['half a photo', async () => (await jpeg()).subarray(0, 1500)],
  ['a recording', async () => mp3(3)],
])('%s sent as a photo is refused, thrown away, and its sender told so', async (_, file) => {
  const id = newId()
  const ticket = await ticketWith([{ id, kind: 'photo' }])
  await upload(phones.villager, aPhoto(id), await file())
  await town.looked()
  expect(await state(id)).toBe('refused')
  expect(await seenBy(phones.cadre, ticket)).toEqual([{ id, kind: 'photo', state: 'refused' }])
  const blobs = bucket(town.bucket, clock)
  expect([await blobs.get(`raw/${id}`), await blobs.get(`clean/${id}`)]).toEqual([undefined, undefined])
})

test('a photo that no ticket names is gone after a day; one with a ticket stays', async () => {
  const [alone, named] = [newId(), newId()]
  await upload(phones.villager, aPhoto(alone), await jpeg())
  await ticketWith([{ id: named, kind: 'photo' }])
  await upload(phones.villager, aPhoto(named), await jpeg())
  expect([await judged(alone), await judged(named)]).toEqual(['ready', 'ready'])
  await wait(day - hour)
  expect(await state(alone)).toBe('ready')
  await wait(2 * hour)
  expect(await phones.villager('GET /v1/media/{id}', { params: { id: alone } })).toMatchObject({ problem: 'notFound' })
  expect(await bucket(town.bucket, clock).get(`clean/${alone}`)).toBeUndefined()
  expect(await state(named)).toBe('ready')
})

test('who uploaded a photo stands beside it by tag only', async () => {
  const { Items = [] } = await town.database.table.client.send(new ScanCommand({ TableName: town.database.table.name }))
  const photos = Items.filter(({ __edb_e__: entity }) => entity === 'media')
  expect(photos.length).toBeGreaterThan(0)
  const accounts = Items.filter(({ __edb_e__: entity }) => entity === 'account').map(({ id }) => String(id))
  expect(accounts.filter((id) => JSON.stringify(photos).includes(id))).toEqual([])
})
