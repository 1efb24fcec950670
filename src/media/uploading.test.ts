import { Instant } from '../../contract/route'
import { SubmitTicket } from '../../contract/ticket'
import { aMe, anOwnTicket, aSession, id } from '../../tests/stand-ins/makers'
import { newPhone, phone } from '../../tests/stand-ins/taro'
import { media } from '../../tests/stand-ins/taro-media'
import { draft, NEW_TICKET, openDrafts, write } from '../api/draft'
import type { Errand } from '../api/errand'
import { enqueue, flush, openQueue, useQueue, withdraw } from '../api/queue'
import { useSession } from '../api/session'
import { openShelf, put, useShelf } from './shelf'
import { keepUploading, upload } from './uploading'
import { Upload } from './uploads'

jest.mock('./device', () => jest.requireActual('./device.weapp'))

const me = aMe()
const form = { url: 'https://files.example/', fields: { key: 'raw/1', policy: 'signed' }, expiresAt: '2026-11-18T02:00:00.000Z' }

/** What the server says to each file that is begun; 204 of the bucket is told by hand. */
let begin: (body: unknown) => { statusCode: number; data: unknown }

beforeAll(() => keepUploading())
beforeEach(() => {
  newPhone()
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(true)
  useSession.setState({ session: aSession({}, me), openedAt: 0 })
  begin = () => ({ statusCode: 200, data: { state: 'waiting', form } })
  phone.answer = ({ url, data }) => (url === '/v1/media' ? begin(data) : { statusCode: 200, data: anOwnTicket() })
  reopen()
})

/** The program opened anew on the same phone. */
function reopen() {
  openDrafts(me.accountId)
  openQueue(me.accountId)
  openShelf(me.accountId)
}
async function settled() {
  for (let turn = 0; turn < 80; turn++) await Promise.resolve()
}

let chosen = 0x100
/** A photo put into the draft; its id is nobody else's, as the program remembers what became of each. */
async function choose() {
  const one = Upload.parse({ id: id(++chosen), kind: 'photo', type: 'image/jpeg', bytes: 0, draft: NEW_TICKET })
  media.files.set('wxfile://tmp_photo', 100_000)
  expect(await put(one, 'wxfile://tmp_photo')).toBe(true)
  return { id: one.id, kind: one.kind }
}
const pathOf = (ref: { id: string }) => `wxfile://usr/${ref.id}.jpg`

function ticket(n: number, refs: object[], body: object = {}): Errand {
  const parsed = SubmitTicket.parse({ id: id(n), kind: 'help', about: { who: 'unknown' }, text: '屋后水渠堵了', media: refs, ...body })
  return { task: 'submit', body: parsed, aboutName: '我不清楚', at: Instant.parse(new Date().toISOString()) }
}

const submitted = () => phone.requests.filter(({ url }) => url === '/v1/tickets').map(({ data }) => data as { id: string; media: object[] })
const begun = () => phone.requests.filter(({ url }) => url === '/v1/media').length
const kept = () => [...media.files.keys()].filter((path) => path.startsWith('wxfile://usr/'))
const latest = () => media.uploads[media.uploads.length - 1]!
async function arrives(status = 204) {
  latest().answer(status)
  await settled()
}

it('sends nothing before the person has submitted', async () => {
  await choose()
  await upload()
  expect([begun(), media.uploads.length]).toEqual([0, 0])
})

it('sends the photos one after the other with the form’s fields, then the words that name them, and clears the phone', async () => {
  const refs = [await choose(), await choose()]
  enqueue(ticket(9, refs))
  await settled()
  expect(latest()).toMatchObject({ url: form.url, formData: form.fields, filePath: pathOf(refs[0]!) })
  expect(submitted()).toEqual([])
  await arrives()
  expect([media.uploads.length, submitted().length]).toEqual([2, 0])
  await arrives()
  expect(submitted()).toMatchObject([{ id: id(9), media: refs }])
  expect([kept(), useShelf.getState().uploads]).toEqual([[], []])
})

it('tells how much of it is there', async () => {
  const ref = await choose()
  enqueue(ticket(9, [ref]))
  await settled()
  latest().told(45)
  expect(useShelf.getState().percent[ref.id]).toBe(45)
})

it('sends a file again under the same id after a kill, by its form from the server', async () => {
  const ref = await choose()
  enqueue(ticket(9, [ref]))
  await settled()
  latest().lose()
  await settled()
  reopen()
  void upload()
  await settled()
  expect(media.uploads.map(({ filePath }) => filePath)).toEqual([pathOf(ref), pathOf(ref)])
  await arrives()
  expect(submitted()).toHaveLength(1)
})

it('uses one form for several tries, and asks for another only once all was sent or the bucket refused', async () => {
  enqueue(ticket(9, [await choose()]))
  await settled()
  for (const lost of [10, 60]) {
    latest().told(lost)
    latest().lose()
    await settled()
    void upload()
    await settled()
  }
  expect(begun()).toBe(1)
  latest().told(100)
  latest().lose()
  await settled()
  begin = () => ({ statusCode: 200, data: { state: 'checking' } })
  void upload()
  await settled()
  // It had arrived; only the answer was lost.
  expect([begun(), submitted().length]).toEqual([2, 1])
})

it('lets other matters pass while one waits for its photos, but not what belongs to the same ticket', async () => {
  enqueue(ticket(9, [await choose()]))
  const supplement = { task: 'supplement', step: id(50), ticketId: id(9), text: '还没修', media: [], at: ticket(1, []).at } as never
  enqueue(supplement)
  enqueue(ticket(8, []))
  await settled()
  expect(submitted().map((sent) => sent.id)).toEqual([id(8)])
  expect(phone.requests.some(({ url }) => url.endsWith('/supplement'))).toBe(false)
  await arrives()
  expect(submitted().map((sent) => sent.id)).toEqual([id(8), id(9)])
  expect(phone.requests.some(({ url }) => url.endsWith('/supplement'))).toBe(true)
})

it('sends the words of somebody in danger at once, and the photo after them', async () => {
  enqueue(ticket(9, [await choose()], { category: 'danger' }))
  await settled()
  expect(submitted()).toHaveLength(1)
  expect(useShelf.getState().uploads).toMatchObject([{ ticketId: id(9) }])
  await arrives()
  expect(useShelf.getState().uploads).toEqual([])
  expect(kept()).toEqual([])
})

it('a refused file never holds the words back, and is said', async () => {
  begin = () => ({ statusCode: 422, data: { problem: 'badInput', says: '填写的内容不对。' } })
  enqueue(ticket(9, [await choose()]))
  await settled()
  expect(submitted()).toMatchObject([{ media: [] }])
  expect(useShelf.getState().uploads).toMatchObject([{ says: expect.stringContaining('没有收下'), ticketId: id(9) }])
})

it('gives a file up that the bucket refuses three times', async () => {
  enqueue(ticket(9, [await choose()]))
  for (let times = 0; times < 3; times++) {
    await settled()
    await arrives(403)
    void upload()
  }
  await settled()
  expect([begun(), submitted().length]).toEqual([3, 1])
  expect(useShelf.getState().uploads[0]?.says).toBeTruthy()
})

it('goes without a file that the phone has lost', async () => {
  enqueue(ticket(9, [await choose()]))
  media.files.clear()
  await settled()
  expect(submitted()).toMatchObject([{ media: [] }])
})

it('stops what is on its way when the person takes it back, and keeps the file for the draft', async () => {
  const ref = await choose()
  const errand = ticket(9, [ref])
  enqueue(errand)
  await settled()
  expect(withdraw(errand)).toBe('done')
  await settled()
  expect(latest().aborted).toBe(true)
  expect(draft(NEW_TICKET).media).toEqual([ref])
  expect(kept()).toHaveLength(1)
  expect(submitted()).toEqual([])
})

it('throws away what no draft and no decision needs when the program is opened, and nothing else', async () => {
  const [needed, waiting] = [await choose(), await choose()]
  await choose()
  write(NEW_TICKET, { text: '', media: [needed] as never })
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false)
  enqueue(ticket(9, [waiting]))
  reopen()
  expect(kept()).toEqual([needed, waiting].map(pathOf))
  expect(useQueue.getState().errands).toHaveLength(1)
})

it('rests where the day’s uploads are used up; the words go ahead in their time', async () => {
  begin = () => ({ statusCode: 429, data: { problem: 'tooManyTries', says: '明天再试' } })
  const early = { ...ticket(9, [await choose()]), at: Instant.parse(new Date(Date.now() - 11 * 60_000).toISOString()) }
  enqueue(early)
  await settled()
  await upload()
  await flush()
  expect([begun(), submitted().length]).toEqual([1, 1])
  expect(useShelf.getState().uploads).toMatchObject([{ ticketId: id(9) }])
})
