import { act, fireEvent, screen, waitFor } from '@testing-library/react'

import { mediaLimits } from '../../contract/media'
import { show, signedIn } from '../../tests/stand-ins/show'
import { audios, hide, phone } from '../../tests/stand-ins/taro'
import { media } from '../../tests/stand-ins/taro-media'
import { draft, NEW_TICKET } from '../api/draft'
import { accountId } from '../api/session'
import { Attach } from './attach'
import { openShelf, useShelf } from './shelf'

jest.mock('./device', () => jest.requireActual('./device.weapp'))

beforeEach(() => {
  signedIn()
  act(() => openShelf(accountId()))
})

// What the screen still looks for when a test ends.
afterEach(() => act(async () => undefined))

const button = (name: string | RegExp) => screen.findByRole('button', { name })
const buttons = (name: string | RegExp) => screen.queryAllByRole('button', { name })
const tap = async (name: string | RegExp) => void fireEvent.click(await button(name))
const photo = (more: object = {}) => ({ bytes: 2_000_000, width: 4000, height: 3000, ...more })
const chosen = () => draft(NEW_TICKET).media ?? []
/** Waits until so many photos stand in the form. */
const shows = (count: number) => waitFor(() => expect(buttons(/看大图$/)).toHaveLength(count))
const kept = () => [...media.files.keys()].filter((path) => path.startsWith('wxfile://usr/'))
const attach = (more: object = {}) => show(<Attach name={NEW_TICKET} voice {...more} />)

async function take(...photos: object[]) {
  media.album = photos as never
  await tap('拍照片')
}

describe('photos', () => {
  it('are asked for at the tap, made small, kept under their ids, and can be seen large', async () => {
    attach()
    await take(photo(), photo({ width: 900, height: 1200 }))
    await shows(2)
    expect(kept().sort()).toEqual(
      chosen()
        .map(({ id }) => `wxfile://usr/${id}.jpg`)
        .sort(),
    )
    expect([...media.sizes.values()]).toContainEqual({ width: 1600, height: 1200 })
    expect(useShelf.getState().uploads.every(({ bytes }) => bytes > 0 && bytes <= mediaLimits.photo.bytes)).toBe(true)
    await tap('照片 2,看大图')
    expect(phone.requests).toEqual([])
  })

  it('are six at most, however many are chosen', async () => {
    attach()
    await take(...Array.from({ length: 4 }, () => photo()))
    await shows(4)
    await take(...Array.from({ length: 4 }, () => photo()))
    await screen.findByText('照片放满 6 张了。')
    expect([chosen().length, buttons('拍照片').length]).toEqual([6, 0])
  })

  it('can be taken out again, with their files', async () => {
    attach()
    await take(photo(), photo())
    await tap('去掉照片 1')
    await shows(1)
    await waitFor(() => expect(kept()).toEqual([`wxfile://usr/${chosen()[0]?.id}.jpg`]))
  })

  it('come from the older function where WeChat has no other', async () => {
    media.unknown.add('chooseMedia')
    attach()
    await take(photo())
    await shows(1)
  })

  it('that cannot be read, or stay too large, are left out and said', async () => {
    attach()
    await take(photo({ width: 0 }), photo())
    await screen.findByText(/打不开/)
    await shows(1)
    await take(photo({ bytes: 90_000_000 }))
    await screen.findByText(/太大/)
    expect(chosen()).toHaveLength(1)
  })

  it('are pressed harder where the first try leaves too much', async () => {
    attach()
    await take(photo({ bytes: 45_000_000 }))
    await shows(1)
    expect(useShelf.getState().uploads[0]?.bytes).toBeLessThanOrEqual(mediaLimits.photo.bytes)
  })

  it('that were given up say nothing', async () => {
    attach()
    await take()
    await waitFor(() => expect(useShelf.getState().arriving).toEqual([]))
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('are not needed where the camera was refused; the way to the settings is shown', async () => {
    media.refused.add('camera')
    attach()
    await take(photo())
    await screen.findByText(/手机没让用相机或相册。不放照片也能交/)
    await tap('去设置里打开')
    expect(media.settingsOpened).toBe(1)
  })

  it('that the phone has no room for are not promised', async () => {
    media.diskFull = true
    attach()
    await take(photo())
    await screen.findByText(/手机存满了/)
    expect([chosen(), useShelf.getState().uploads]).toEqual([[], []])
  })

  it('say whether they show before or after', async () => {
    attach({ beforeAndAfter: true, voice: false })
    media.album = [photo()] as never
    await tap('放办之前的照片')
    await button('办之前的照片 1,看大图')
    media.album = [photo()] as never
    await tap('放办之后的照片')
    await button('办之后的照片 1,看大图')
    expect(chosen().map(({ when }) => when)).toEqual(['before', 'after'])
    expect(buttons('说一段话')).toEqual([])
  })
})

describe('a voice note', () => {
  const speak = async () => {
    await tap('说一段话')
    await screen.findByText('正在录音,请说话')
  }

  it('is recorded after the microphone was allowed, and can be heard and taken out again', async () => {
    attach()
    await speak()
    expect(media.recorder.running).toBe(true)
    await tap('说完了')
    await tap('听一遍 3 秒')
    expect(audios[audios.length - 1]).toMatchObject({ src: `wxfile://usr/${chosen()[0]?.id}.mp3`, playing: true })
    // One is enough.
    expect(buttons('说一段话')).toEqual([])
    await tap('去掉录音')
    await waitFor(() => expect([chosen(), kept()]).toEqual([[], []]))
    await button('说一段话')
  })

  it('ends by itself after sixty seconds', async () => {
    jest.useFakeTimers()
    try {
      attach()
      fireEvent.click(screen.getByRole('button', { name: '说一段话' }))
      await act(() => jest.advanceTimersByTimeAsync(0))
      await act(() => jest.advanceTimersByTimeAsync(1_000))
      expect(screen.getByText('59')).toBeTruthy()
      await act(() => jest.advanceTimersByTimeAsync(58_000))
      expect(media.recorder.running).toBe(true)
      await act(() => jest.advanceTimersByTimeAsync(2_000))
      expect(media.recorder.running).toBe(false)
      expect(chosen()).toMatchObject([{ kind: 'voice' }])
    } finally {
      jest.useRealTimers()
    }
  })

  it('is kept as far as it goes when a call comes in, or the program is put away', async () => {
    attach()
    await speak()
    act(() => media.recorder.interrupt())
    await button('听一遍 3 秒')
    await tap('去掉录音')
    await speak()
    act(() => hide())
    await button('听一遍 3 秒')
  })

  it('that is given up leaves nothing', async () => {
    attach()
    await speak()
    await tap('不要了')
    expect([media.recorder.running, chosen(), kept()]).toEqual([false, [], []])
    expect(screen.queryByRole('status')).toBeNull()
    await speak()
  })

  it('of less than a second is not kept', async () => {
    attach()
    await speak()
    act(() => media.recorder.end(300))
    await screen.findByText(/太短了/)
    expect(chosen()).toEqual([])
  })

  it('is not needed where the microphone was refused', async () => {
    media.refused.add('scope.record')
    attach()
    await tap('说一段话')
    await screen.findByText(/手机没让用麦克风。不录音也能交/)
    expect(media.recorder.running).toBe(false)
  })
})
