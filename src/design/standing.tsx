import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

import { Button } from './button'
import { Icon, type IconName } from './icon'
import { spoken } from './spoken'
import './standing.css'

/** While the first content is on its way: its place, so that nothing jumps. */
export const Loading = () => (
  <View className="loading" {...spoken({ role: 'status', label: '正在打开' })}>
    <View className="loading-bar loading-bar-wide" />
    <View className="loading-bar" />
    <View className="loading-bar loading-bar-short" />
  </View>
)

/** There is nothing, and that is fine. */
export const Empty = ({ icon, title, children }: { icon: IconName; title: string; children?: ReactNode }) => (
  <View className="empty">
    <Icon name={icon} large />
    <View className="empty-title">{title}</View>
    {children && <View className="empty-words">{children}</View>}
  </View>
)

/** Content did not come; the person can try again. */
export const Trouble = ({ says, again }: { says: string; again: () => void }) => (
  <View className="empty" {...spoken({ role: 'status' })}>
    <Icon name="clock" large />
    <View className="empty-title">{says}</View>
    <View className="empty-again">
      <Button tone="line" onPress={again}>
        再试一次
      </Button>
    </View>
  </View>
)

/** A line above the content about its state. */
export const Note = ({ tone = 'grain', children }: { tone?: 'grain' | 'seal' | 'field'; children: ReactNode }) => (
  <View className={`note note-${tone}`} {...spoken({ role: 'status' })}>
    {children}
  </View>
)
