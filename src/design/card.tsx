import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

import './card.css'

/** A raised ground; `head` is the vermilion band of the service card. */
export function Card({
  head,
  pad,
  tone,
  children,
}: {
  head?: ReactNode
  pad?: boolean
  tone?: 'field' | 'grain' | 'seal'
  children: ReactNode
}) {
  return (
    <View className={`card ${tone ? `card-${tone}` : ''}`}>
      {head && <View className="card-head">{head}</View>}
      <View className={pad ? 'card-pad' : ''}>{children}</View>
    </View>
  )
}
