import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'

import { aHome, aLetter, anOwnTicket, id } from '../../tests/stand-ins/makers'
import { reopened, serve, show, signedIn } from '../../tests/stand-ins/show'
import { phone } from '../../tests/stand-ins/taro'
import { media } from '../../tests/stand-ins/taro-media'
import LetterScreen from '../cadre/letter/screen'
import TicketNewScreen from '../villager/ticket-new/screen'
import TicketScreen from '../villager/ticket/screen'
import { Waiting } from '../waiting/list'
import { accountId } from '../api/session'
import { openShelf } from './shelf'
import { keepUploading } from './uploading'

jest.mock('./device', () => jest.requireActual('./device.weapp'))

const form = { url: 'https://files.example/', fields: { key: 'raw/1' }, expiresAt: '2026-11-18T02:00:00.000Z' }
const reading = { 'GET /v1/home': aHome(), 'GET /v1/units/nearby': { items: [] }, 'GET /v1/templates': { villager: 'v', staff: 's' } }

beforeAll(() => keepUploading())
beforeEach(() => {
  signedIn()
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(true)
  act(() => openShelf(accountId()))
  phone.params = { id: id(5) }
})

const tap = async (name: string | RegExp) => void fireEvent.click(await screen.findByRole('button', { name }))
const sent = (end: string) => phone.requests.filter(({ url, method }) => method === 'POST' && url.endsWith(end)).map(({ data }) => data)

async function takesPhoto(button: string | RegExp = '拍照片') {
  media.album = [{ bytes: 900_000 }]
  await tap(button)
  await screen.findByRole('button', { name: /^去掉.*照片 1$/ })
}
async function speaks() {
  await tap('说一段话')
  await tap('说完了')
  await screen.findByRole('button', { name: '听一遍 3 秒' })
}
const arrives = async (status: number) => {
  await waitFor(() => expect(media.uploads.length).toBeGreaterThan(0))
  await act(async () => media.uploads.splice(0).forEach((upload) => upload.answer(status)))
}

it('who speaks instead of writing submits a recording', async () => {
  serve({ ...reading, 'POST /v1/media': { state: 'waiting', form }, 'POST /v1/tickets': anOwnTicket() })
  show(<TicketNewScreen />)
  await speaks()
  await tap('提交')
  await arrives(204)
  await screen.findByText('T20261118-0043')
  expect(sent('/v1/tickets')).toMatchObject([{ text: '见语音', media: [{ kind: 'voice' }] }])
})

it('the person sees how far the photo is, and then the number', async () => {
  serve({ ...reading, 'POST /v1/media': { state: 'waiting', form }, 'POST /v1/tickets': anOwnTicket() })
  show(<TicketNewScreen />)
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '屋后水渠堵了' } })
  await takesPhoto()
  await tap('提交')
  await waitFor(() => expect(media.uploads).toHaveLength(1))
  act(() => media.uploads[0]?.told(45))
  await screen.findByText('正在传照片')
  await screen.findByText('45%')
  cleanup()
  show(<Waiting staff={false} />)
  await screen.findByText('正在传照片,45%,传完就交')
  cleanup()
  await arrives(204)
  await waitFor(() => expect(sent('/v1/tickets')).toHaveLength(1))
})

it('a photo that is refused is said beside the number, until it was read', async () => {
  const refusal = () => undefined
  serve({ ...reading, 'POST /v1/media': refusal, 'POST /v1/tickets': (body: { id: string }) => anOwnTicket({ id: body.id }) })
  show(<TicketNewScreen />)
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '屋后水渠堵了' } })
  await takesPhoto()
  await tap('提交')
  await screen.findByText('T20261118-0043')
  expect(sent('/v1/tickets')).toMatchObject([{ media: [] }])
  expect(screen.getByText('有一张照片没有交上:系统没有收下,可以换一个补充上来。其他的都交上去了。')).toBeTruthy()
  await tap('知道了')
  expect(screen.queryByText(/没有交上/)).toBeNull()
})

it('whoever is in danger gets the number at once, and reads that the photo follows', async () => {
  serve({
    ...reading,
    'POST /v1/media': { state: 'waiting', form },
    'POST /v1/tickets': (body: { id: string }) => anOwnTicket({ id: body.id }),
  })
  show(<TicketNewScreen />)
  fireEvent.click(screen.getByText('求助'))
  fireEvent.click(screen.getByRole('radio', { name: /^有人有危险/ }))
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '墙要倒了' } })
  await takesPhoto()
  await tap('提交')
  await screen.findByText('T20261118-0043')
  await screen.findByText('照片和录音还有 1 个在传,传完自动补上。')
  await arrives(204)
  await waitFor(() => expect(screen.queryByText(/传完自动补上/)).toBeNull())
})

it('the handler’s answer goes with photos of before and after, in that order of the form', async () => {
  const answers = { 'GET /v1/letters/{id}': aLetter() }
  serve({
    ...reading,
    [`GET /v1/letters/${id(5)}`]: aLetter(),
    [`POST /v1/letters/${id(5)}/resolve`]: aLetter(),
    'POST /v1/media': { state: 'checking' },
    ...answers,
  })
  show(<LetterScreen />)
  await tap('办结答复')
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '清通了' } })
  await takesPhoto('放办之前的照片')
  await takesPhoto('放办之后的照片')
  await tap('办结,请村民评价')
  await waitFor(() => expect(sent('/resolve')).toMatchObject([{ media: [{ when: 'before' }, { when: 'after' }] }]))
})

it('a photo put into a supplement is there after a kill, and waits with the words where there is no signal', async () => {
  serve({ ...reading, [`GET /v1/tickets/${id(5)}`]: anOwnTicket() })
  show(<TicketScreen />)
  await tap('补充说明')
  await takesPhoto()
  cleanup()
  reopened()
  act(() => openShelf(accountId()))
  show(<TicketScreen />)
  await screen.findByRole('button', { name: '照片 1,看大图' })
  jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false)
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '又堵了' } })
  await tap('交上去')
  await screen.findByText('补充说明:又堵了(等有网时自动发出)')
  expect(media.uploads).toEqual([])
})

it('a photo that is being checked shows up by itself', async () => {
  jest.useFakeTimers()
  try {
    let state = 'checking'
    const photo = () => ({ id: id(7), kind: 'photo', state, ...(state === 'ready' && { url: 'https://files.example/7' }) })
    serve({ ...reading, [`GET /v1/tickets/${id(5)}`]: () => anOwnTicket({ media: [photo()] }) })
    show(<TicketScreen />)
    await act(() => jest.advanceTimersByTimeAsync(100))
    expect(screen.getByText('1 张照片正在检查,稍后能看到')).toBeTruthy()
    state = 'ready'
    await act(() => jest.advanceTimersByTimeAsync(6_000))
    expect(screen.getByRole('button', { name: '照片 1,看大图' })).toBeTruthy()
    const looks = phone.requests.length
    await act(() => jest.advanceTimersByTimeAsync(600_000))
    expect(phone.requests).toHaveLength(looks)
  } finally {
    jest.useRealTimers()
  }
})
