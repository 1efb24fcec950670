import { useEffect } from 'react'

import { newMedia, taroMedia } from './taro-media'

type Request = { method: string; url: string; data?: unknown; header: Record<string, string> }
type Reply = { statusCode: number; data: unknown }

/** What a test arranges and reads of the phone under the screens. */
export const phone = {
  storage: new Map<string, string>(),
  full: false,
  fontSizeSetting: 17,
  params: {} as Record<string, string>,
  requests: [] as Request[],
  answer: (_request: Request): Reply | Promise<Reply> => ({ statusCode: 404, data: {} }),
  calls: [] as string[],
  ways: [] as string[],
}

/** A phone fresh from the shop. */
export function newPhone() {
  phone.storage.clear()
  newMedia()
  Object.assign(phone, { full: false, fontSizeSetting: 17, params: {}, requests: [], calls: [], ways: [] })
  phone.answer = () => ({ statusCode: 404, data: {} })
}

const way = ({ url }: { url: string }) => void phone.ways.push(url)

export const useRouter = () => ({ params: phone.params })
const hides = new Set<() => void>()
/** The person puts the program away. */
export const hide = () => hides.forEach((hidden) => hidden())
export const useDidHide = (hidden: () => void) =>
  useEffect(() => {
    hides.add(hidden)
    return () => void hides.delete(hidden)
  })
export const useDidShow = (shown: () => void) => useEffect(shown, []) // eslint-disable-line react-hooks/exhaustive-deps

type Audio = { src: string; playing: boolean; end: () => void }
/** Every sound that was begun, the newest last. */
export const audios: Audio[] = []

function createInnerAudioContext() {
  const ends: (() => void)[] = []
  const audio = {
    src: '',
    playing: false,
    play: () => void (audio.playing = true),
    stop: () => void (audio.playing = false),
    destroy: () => void (audio.playing = false),
    onEnded: (listener: () => void) => ends.push(listener),
    onError: () => undefined,
    end: () => ends.forEach((listener) => listener()),
  }
  audios.push(audio)
  return audio
}

const Taro = {
  ...taroMedia,
  createInnerAudioContext,
  setStorageSync(key: string, value: string) {
    if (phone.full) throw new Error('setStorage:fail quota exceeded')
    phone.storage.set(key, value)
  },
  getStorageSync: (key: string) => phone.storage.get(key) ?? '',
  removeStorageSync: (key: string) => void phone.storage.delete(key),
  async request(request: Request) {
    phone.requests.push(request)
    return phone.answer(request)
  },
  getAppBaseInfo: () => ({ fontSizeSetting: phone.fontSizeSetting }),
  makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => void phone.calls.push(phoneNumber),
  getCurrentPages: () => [{}, {}],
  pageScrollTo: () => undefined,
  navigateTo: way,
  redirectTo: way,
  reLaunch: way,
  navigateBack: () => way({ url: 'back' }),
}
export default Taro
