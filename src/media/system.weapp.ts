import Taro from '@tarojs/taro'

import type { Device } from './device'

export const play: Device['play'] = (src, done) => {
  // A recording is heard even where the phone rings for nobody. WeChat before 6.7 does not know the option.
  Taro.setInnerAudioOption({ obeyMuteSwitch: false }).catch(() => undefined)
  const audio = Taro.createInnerAudioContext()
  let ended = false
  const end = () => {
    if (ended) return
    ended = true
    audio.destroy()
    done()
  }
  audio.onEnded(end)
  audio.onError(end)
  audio.src = src
  audio.play()
  return end
}

export const settings = () => void Taro.openSetting({}).catch(() => undefined)
