import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

import { Row } from './row'
import './toggle.css'

type Props = { title: string; small?: ReactNode; on: boolean; onChange: (on: boolean) => void }

/** A line with a switch; the word beside it says where it stands. */
export const Toggle = ({ title, small, on, onChange }: Props) => (
  <Row
    title={title}
    small={small}
    role="switch"
    label={title}
    checked={on}
    onPress={() => onChange(!on)}
    end={
      <View className="toggle-side">
        <View className="toggle-word">{on ? '开' : '关'}</View>
        <View className={`toggle ${on ? 'toggle-on' : ''}`}>
          <View className="toggle-knob" />
        </View>
      </View>
    }
  />
)
