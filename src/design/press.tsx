import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

import './press.css'
import { spoken, type Spoken } from './spoken'

type Props = {
  onPress: () => void
  /** What a screen reader says where the words inside do not say it all. */
  label?: string
  role?: Spoken['role']
  checked?: boolean
  disabled?: boolean
  className?: string
  children: ReactNode
}

/** Whatever can be tapped. */
export function Press({ onPress, label, role = 'button', checked, disabled, className = '', children }: Props) {
  return (
    <View
      className={`press ${disabled ? 'press-off' : ''} ${className}`}
      hoverClass={disabled ? 'none' : 'press-down'}
      onClick={disabled ? undefined : onPress}
      {...spoken({ role, label, checked, disabled })}
    >
      {children}
    </View>
  )
}
