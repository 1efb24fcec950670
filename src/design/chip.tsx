import { View } from '@tarojs/components'

import './chip.css'

export type ChipTone = 'field' | 'grey' | 'seal' | 'grain'

/** A word about where something stands; the colour only repeats it. */
export const Chip = ({ tone = 'field', children }: { tone?: ChipTone; children: string }) => (
  <View className={`chip chip-${tone}`}>{children}</View>
)
