import Taro from '@tarojs/taro'
import * as z from 'zod/mini'

import { sentences } from './sentences'
import type { Speech } from './speech'

/** The plugin 微信同声传译 takes 1,000 bytes at once. Its page: mp.weixin.qq.com/wxopen/plugindevdoc?appid=wx069ba97219f66d99 */
const MOST = 300

const Spoken = z.object({ filename: z.string().check(z.minLength(1)) })

// A build without the plugin must not name it: WeChat refuses to start a program that asks for a plugin it did not declare.
const plugin = SPEECH_PLUGIN ? requirePlugin('WechatSI') : undefined

const recorded = (content: string) =>
  new Promise<string>((resolve, reject) => {
    const success = (answer: unknown) => {
      const spoken = Spoken.safeParse(answer)
      if (spoken.success) resolve(spoken.data.filename)
      else reject(new Error('nothing was spoken'))
    }
    plugin?.textToSpeech({ lang: 'zh_CN', tts: true, content, success, fail: () => reject(new Error('not spoken')) })
  })

let stopPlaying: (() => void) | undefined
let running = 0

function played(src: string) {
  return new Promise<void>((resolve) => {
    const audio = Taro.createInnerAudioContext()
    const end = () => {
      audio.destroy()
      stopPlaying = undefined
      resolve()
    }
    stopPlaying = end
    audio.onEnded(end)
    audio.onError(end)
    audio.src = src
    audio.play()
  })
}

async function read(text: string, mine: number) {
  try {
    for (const piece of sentences(text, MOST)) {
      const src = await recorded(piece)
      if (mine !== running) return
      await played(src)
      if (mine !== running) return
    }
  } catch {
    // Without signal nothing is spoken; the words stand there to read.
  }
}

export const speech: Speech = {
  can: () => plugin !== undefined,
  say: (text, done) => {
    speech.stop()
    void read(text, ++running).then(done)
  },
  stop: () => {
    running++
    stopPlaying?.()
  },
}
