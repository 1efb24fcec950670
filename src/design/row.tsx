import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

import { Icon, type IconName } from './icon'
import { Press } from './press'
import './row.css'
import { spoken, type Spoken } from './spoken'

type Props = {
  title: ReactNode
  small?: ReactNode
  icon?: IconName
  /** What stands before the words, as a household's initial. */
  start?: ReactNode
  end?: ReactNode
  onPress?: () => void
  label?: string
  role?: Spoken['role']
  checked?: boolean
  /** Words of running text instead of a bold title. */
  plain?: boolean
}

/** A line of a card. With `onPress` the whole line is the control. */
export function Row({ title, small, icon, start, end, onPress, label, role, checked, plain }: Props) {
  const inside = (
    <>
      {start}
      {icon && (
        <View className="row-icon">
          <Icon name={icon} />
        </View>
      )}
      <View className="row-words">
        <View className={plain ? '' : 'row-title'}>{title}</View>
        {small && <View className="row-small">{small}</View>}
      </View>
      {end && <View className="row-end">{end}</View>}
    </>
  )
  if (!onPress) return <View className="row">{inside}</View>
  return (
    <Press className="row" onPress={onPress} label={label} role={role} checked={checked}>
      {inside}
    </Press>
  )
}

/** Shows that a line leads somewhere. */
export const Onward = () => <View className="row-onward" />

/** A person's or household's first character on a soft ground. */
export const Initial = ({ of, large }: { of: string; large?: boolean }) => (
  <View className={`initial ${large ? 'initial-large' : ''}`} {...spoken({ hidden: true })}>
    {Array.from(of)[0] ?? ''}
  </View>
)
