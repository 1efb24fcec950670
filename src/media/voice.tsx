import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'

import { Icon } from '../design/icon'
import { Press } from '../design/press'
import { device } from './device'
import './media.css'

/** Only one recording sounds at a time. */
let stopOther: (() => void) | undefined

type Props = { src: string; seconds?: number; words?: string }

/** A recording with its length; a tap plays it, the next one stops it. */
export function Voice({ src, seconds, words = '听录音' }: Props) {
  const [playing, setPlaying] = useState(false)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  function press() {
    if (playing) return stop.current?.()
    stopOther?.()
    setPlaying(true)
    stop.current = device.play(src, () => setPlaying(false))
    stopOther = stop.current
  }
  const length = seconds ? ` ${seconds} 秒` : ''
  return (
    <Press className="voice" label={playing ? '停下录音' : `${words}${length}`} onPress={press}>
      <Icon name={playing ? 'stop' : 'speak'} />
      <View className="voice-words">
        {playing ? '停' : words}
        {length}
      </View>
    </Press>
  )
}
