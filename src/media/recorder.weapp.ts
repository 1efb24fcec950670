import Taro from '@tarojs/taro'

import type { Device, Recorded } from './device'

/** Mono at 16 kHz and 32 kbit/s: speech in 240 KB a minute, as mp3, which every phone and browser plays. */
const FORM = { format: 'mp3', sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 32_000 } as const
const TYPE = 'audio/mpeg'

let running: { done: (recorded?: Recorded) => void; isWanted: boolean } | undefined

function end(recorded?: Recorded) {
  const ended = running
  running = undefined
  ended?.done(ended.isWanted ? recorded : undefined)
}

let manager: Taro.RecorderManager | undefined

/** WeChat has one recorder, whose listeners stay. */
function recorder(): Taro.RecorderManager {
  if (manager) return manager
  const opened = Taro.getRecorderManager()
  opened.onStop(({ tempFilePath, duration }) => end({ path: tempFilePath, type: TYPE, seconds: Math.round(duration / 1000) }))
  opened.onError(() => end())
  // A telephone call comes in: what was said so far is kept.
  opened.onInterruptionBegin(() => opened.stop())
  manager = opened
  return opened
}

export const canRecord = () => true

export const record: Device['record'] = async (seconds, done) => {
  try {
    await Taro.authorize({ scope: 'scope.record' })
  } catch {
    return 'denied'
  }
  const mine = { done, isWanted: true }
  running = mine
  recorder().start({ ...FORM, duration: seconds * 1000 })
  return {
    stop: () => recorder().stop(),
    giveUp: () => {
      mine.isWanted = false
      recorder().stop()
    },
  }
}
