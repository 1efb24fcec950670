import Taro from '@tarojs/taro'

import type { Phone } from './phone'

const GAP = 16

function inset(): { top: number; right: number } {
  try {
    const capsule = Taro.getMenuButtonBoundingClientRect()
    const { windowWidth, statusBarHeight = 20 } = Taro.getWindowInfo()
    if (capsule?.left) return { top: Math.max(capsule.top - 8, 0), right: windowWidth - capsule.left + 8 }
    return { top: statusBarHeight, right: GAP }
  } catch {
    return { top: 20, right: GAP }
  }
}

async function scan(): Promise<string | undefined> {
  try {
    const { result, path } = await Taro.scanCode({})
    // A mini-program code answers with the page it opens, a plain code with its text.
    return path || result
  } catch {
    return undefined
  }
}

/** Old WeChat has no random source of its own; ids need to differ, not to be secret. */
const guessed = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(Math.random() * 256))

/** Taro makes no promise of this one of WeChat's calls. */
const secretBytes = (count: number) =>
  new Promise<Uint8Array>((resolve, reject) => {
    const fail = () => reject(new Error('getRandomValues:fail'))
    void Taro.getRandomValues({ length: count, success: ({ randomValues }) => resolve(new Uint8Array(randomValues)), fail })
  })

async function randomBytes(count: number): Promise<Uint8Array> {
  try {
    return await secretBytes(count)
  } catch {
    return guessed(count)
  }
}

async function online(): Promise<boolean> {
  try {
    return (await Taro.getNetworkType()).networkType !== 'none'
  } catch {
    return true
  }
}

export const phone: Phone = {
  person: () => '',
  loginCode: async () => (await Taro.login()).code,
  proof: 'wechat',
  keypad: 'number',
  scan,
  inset,
  online,
  onOnline: (listener) => {
    Taro.onNetworkStatusChange(({ isConnected }) => isConnected && listener())
    Taro.onAppShow(listener)
  },
  randomBytes,
  secretBytes,
  votes: true,
  consent: async (templates) => {
    try {
      return { ...(await Taro.requestSubscribeMessage({ tmplIds: templates, entityIds: [] })) }
    } catch {
      // Consent to messages never stands in the way of what the person came for.
      return {}
    }
  },
}
