import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

import './button.css'
import { Icon, type IconName } from './icon'
import { Press } from './press'

export type ButtonTone = 'field' | 'seal' | 'line' | 'plain' | 'quiet'

type Props = {
  onPress: () => void
  tone?: ButtonTone
  icon?: IconName
  /** Elder mode's great buttons. */
  great?: boolean
  disabled?: boolean
  label?: string
  children: ReactNode
}

/** A full-width button; a screen has one that is filled. */
export const Button = ({ onPress, tone = 'field', icon, great, disabled, label, children }: Props) => (
  <Press
    className={`button button-${tone} ${great ? 'button-great' : ''} ${disabled ? 'button-off' : ''}`}
    onPress={onPress}
    disabled={disabled}
    label={label}
  >
    {icon && (
      <View className="button-icon">
        <Icon name={icon} large={great} />
      </View>
    )}
    {children}
  </Press>
)
