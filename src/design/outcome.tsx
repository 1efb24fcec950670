import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

import { Icon } from './icon'
import './outcome.css'
import { spoken } from './spoken'

type Props = { title: string; /** It is not done yet, and goes on by itself. */ waits?: boolean; children?: ReactNode }

/** How it ended, in the middle of the screen: a sign, and the words for it. */
export const Outcome = ({ title, waits, children }: Props) => (
  <View className="outcome" {...spoken({ role: 'status' })}>
    <View className={`outcome-sign ${waits ? 'outcome-sign-waits' : ''}`}>
      <Icon name={waits ? 'clock' : 'check'} large />
    </View>
    <View className="h2">{title}</View>
    {children}
  </View>
)
