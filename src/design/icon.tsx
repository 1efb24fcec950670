import { View } from '@tarojs/components'

import './icon.css'
import { spoken } from './spoken'

export type IconName =
  | 'phone'
  | 'box'
  | 'pin'
  | 'home'
  | 'people'
  | 'bell'
  | 'pen'
  | 'scan'
  | 'keypad'
  | 'badge'
  | 'check'
  | 'clock'
  | 'speak'
  | 'stop'
  | 'mic'
  | 'cam'
  | 'bad'
  | 'poor'
  | 'fair'
  | 'good'
  | 'fine'

/** A drawn sign in the colour of the text around it; the words beside it say the same. */
export const Icon = ({ name, large }: { name: IconName; large?: boolean }) => (
  <View className={`icon icon-${name} ${large ? 'icon-large' : ''}`} {...spoken({ hidden: true })} />
)
