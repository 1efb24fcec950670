import { View } from '@tarojs/components'

import type { Interval } from '../../../contract/survey'
import { spoken } from '../../design/spoken'

const percent = (value: number) => `${Math.max(0, Math.min(100, value))}%`
const whole = (value: number) => String(Math.round(value))

/** `78 分(75 到 81)`. */
const inWords = ({ value, low, high }: Interval) => `${whole(value)} 分(${whole(low)} 到 ${whole(high)})`

/** A mean from 0 to 100 as a bar, and over it the range in which it may lie. */
export const Bar = ({ name, of }: { name: string; of: Interval }) => (
  <View className="result-line" {...spoken({ label: `${name} ${inWords(of)}` })}>
    <View className="result-words">
      <View>{name}</View>
      <View className="result-figure">{inWords(of)}</View>
    </View>
    <View className="result-track">
      <View className="result-bar" style={{ width: percent(of.value) }} />
      <View className="result-range" style={{ left: percent(of.low), width: percent(of.high - of.low) }} />
    </View>
  </View>
)
