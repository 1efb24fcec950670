import { Instant } from '../../contract/route'
import { SubmitTicket } from '../../contract/ticket'
import { id } from '../../tests/stand-ins/makers'
import { Errand } from '../api/errand'
import { afterwards, forgotten, toSend, toUpload, Upload } from './uploads'

const at = Instant.parse('2026-11-18T01:00:00.000Z')
const now = Date.parse(at)
const minutes = (count: number) => now + count * 60_000
const hours = (count: number) => minutes(count * 60)

const photo = (n: number) => ({ id: id(n), kind: 'photo' })
const voice = (n: number) => ({ id: id(n), kind: 'voice' })
const anUpload = (n: number, more: object = {}) =>
  Upload.parse({ id: id(n), kind: 'photo', type: 'image/jpeg', bytes: 300_000, draft: 'ticket', ...more })
const there = { sentAt: at }

function anErrand(media: object[], more: object = {}, body: object = {}): Errand {
  const ticket = SubmitTicket.parse({ id: id(90), kind: 'help', about: { who: 'unknown' }, text: '屋后水渠堵了', media, ...body })
  return Errand.parse({ task: 'submit', body: ticket, aboutName: '我不清楚', at, ...more })
}
const namedBy = (errand: Errand | undefined) => (errand?.task === 'submit' ? errand.body.media.map((one) => one.id) : undefined)

describe('words', () => {
  it('go at once where nothing goes with them', () => expect(toSend(anErrand([]), [], now)).toEqual(anErrand([])))

  it('wait until every photo is there', () => {
    const errand = anErrand([photo(1), photo(2)])
    expect(toSend(errand, [anUpload(1, there), anUpload(2)], minutes(9))).toBeUndefined()
    expect(toSend(errand, [anUpload(1, there), anUpload(2, there)], minutes(9))).toEqual(errand)
  })

  it('go ahead of photos that do not get through in ten minutes', () => {
    expect(namedBy(toSend(anErrand([photo(1)]), [anUpload(1)], minutes(10)))).toEqual([id(1)])
  })

  it('wait for nothing where somebody is in danger', () => {
    expect(namedBy(toSend(anErrand([photo(1)], {}, { category: 'danger' }), [anUpload(1)], now))).toEqual([id(1)])
  })

  it('go without a photo that was not taken, or is not on the phone any more', () => {
    const uploads = [anUpload(1, there), anUpload(2, { says: '太大' })]
    expect(namedBy(toSend(anErrand([photo(1), photo(2), photo(3)]), uploads, now))).toEqual([id(1)])
  })

  it('are given back where all was said in a recording that was not taken', () => {
    const uploads = [anUpload(1, { kind: 'voice', says: '太长' })]
    expect(toSend(anErrand([voice(1)], {}, { text: '见语音' }), uploads, now)).toMatchObject({ says: expect.stringContaining('重新说') })
    expect(toSend(anErrand([voice(1)]), uploads, now)?.says).toBeUndefined()
  })

  it('that may have arrived go out again as they were', () => {
    const errand = anErrand([photo(1)], { tried: true })
    expect(toSend(errand, [anUpload(1, { says: '太大' })], now)).toEqual(errand)
  })

  it('ask again for photos that have been there so long that they may have been thrown away', () => {
    const errand = anErrand([photo(1)], { at: Instant.parse(new Date(hours(13)).toISOString()) })
    expect(toSend(errand, [anUpload(1, there)], hours(13))).toBeUndefined()
    expect(toUpload([errand], [anUpload(1, there)], hours(13))).toHaveLength(1)
  })
})

describe('files', () => {
  it('stay on the phone while nothing was decided', () => expect(toUpload([], [anUpload(1)], now)).toEqual([]))

  it('go in the order in which they were decided, and last what follows its ticket', () => {
    const late = anUpload(7, { ticketId: id(80) })
    const errands = [anErrand([photo(3), photo(1)]), anErrand([photo(2)])]
    const order = toUpload(errands, [late, anUpload(1), anUpload(2), anUpload(3), anUpload(4)], now)
    expect(order.map((one) => one.id)).toEqual([3, 1, 2, 7].map(id))
  })

  it('of what was refused do not go', () => {
    expect(
      toUpload([anErrand([photo(1)], { says: '没有这个单位' }), anErrand([photo(2)])], [anUpload(1), anUpload(2, { says: '太大' })], now),
    ).toEqual([])
  })

  it('that are there are done with once the ticket is accepted; the others follow it', () => {
    const { keep, done } = afterwards([anUpload(1, there), anUpload(2), anUpload(3)], anErrand([photo(1), photo(2)]), now)
    expect(done.map((one) => one.id)).toEqual([id(1)])
    expect(keep).toEqual([anUpload(2, { ticketId: id(90) }), anUpload(3)])
  })

  it('that nothing needs any more are forgotten', () => {
    const uploads = [anUpload(1), anUpload(2), anUpload(3, { ticketId: id(80) }), anUpload(4)]
    expect(forgotten(uploads, [anErrand([photo(2)])], (one) => one.id === id(1)).map((one) => one.id)).toEqual([id(4)])
  })
})
