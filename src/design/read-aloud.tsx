import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'

import { Icon } from './icon'
import { Press } from './press'
import './read-aloud.css'
import { speech } from './speech'

/** Digits one by one, as a telephone or ticket number is read out. */
const spelt = (text: string) => text.replace(/\d{5,}/g, (digits) => Array.from(digits).join(' '))

/** Reads `of` aloud at a tap, and stops at the next one or when the person goes on. Not there where the phone cannot. */
export function ReadAloud({ of, words = '读给我听' }: { of: string; words?: string }) {
  const [speaking, speak] = useState(false)
  useEffect(() => (speaking ? () => speech.stop() : undefined), [speaking])
  if (!speech.can()) return null
  const press = () => {
    if (speaking) return speech.stop()
    speak(true)
    speech.say(spelt(of), () => speak(false))
  }
  return (
    <Press className="read-aloud" onPress={press}>
      <Icon name={speaking ? 'stop' : 'speak'} />
      <View className="read-aloud-words">{speaking ? '不念了' : words}</View>
    </Press>
  )
}
