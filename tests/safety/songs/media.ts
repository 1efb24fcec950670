import sharp from 'sharp'

import { good } from '../../bench/product'
import { id3, mp3 } from '../../fixtures/voices/voices'
import { said } from '../canaries'
import { singer, type World } from './singer'

const photoOf = (background: string) =>
  sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .withExif({ IFD0: { Make: said('photo'), ImageDescription: said('headName') } })
    .jpeg()
    .toBuffer()

/** Photos and a voice note; some that WeChat finds risky, as it does the text, and that inspection looks at. */
export async function singMedia(world: World) {
  const { as, settle } = world
  const { submit, assign, on, text, send, newMedia } = singer(world)
  const [photo, voice, risky, hidden, after] = ['photo', 'voice', 'photo', 'photo', 'photo'].map((kind) => newMedia(kind as 'photo'))
  const ticket = await submit('complaint', said('riskyText'), { media: [photo, voice, risky, hidden] })
  await settle()
  const fine = await send('sender', photo!, 'image/jpeg', await photoOf('#4a8'))
  const spoken = await send('sender', voice!, 'audio/mpeg', Buffer.concat([id3(said('voice')), mp3(3)]))
  for (const one of [risky, hidden]) await send('sender', one!, 'image/jpeg', await photoOf('#f00'))
  await settle()
  good(await as('inspector')('GET /v1/media/held', { query: {} }))
  const verdict = (id: (typeof fine)['id'], release: boolean) =>
    as('inspector')('POST /v1/media/{id}/verdict', { params: { id }, body: { release } })
  const released = good(await verdict(risky!.id, true))
  good(await verdict(hidden!.id, false))
  // The handler's own photo goes with the answer.
  await assign(ticket, 'JT01')
  const answered = { ...text(said('answer')).body, media: [after!] }
  good(await as('handlerDesk')('POST /v1/letters/{id}/answer', { ...on(ticket), body: answered }))
  const done = await send('handlerDesk', after!, 'image/jpeg', await photoOf('#48a'))
  await settle()
  return { ticket, shown: [fine, spoken, released, done] }
}
