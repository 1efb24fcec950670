import { View } from '@tarojs/components'

import { type Going, goingWords } from './going'
import './media.css'

/** How far the files are of what was just decided. */
export const Sending = ({ of }: { of: Going }) => (
  <View className="sending">
    <View className="h2">{goingWords(of)[0]}</View>
    <View className="soft">{goingWords(of)[1]}</View>
    <View className="sending-bar">
      <View className="sending-done" style={{ width: `${of.percent ?? 0}%` }} />
    </View>
    <View className="gap soft">传完自动交上去。可以先去做别的事。</View>
  </View>
)
