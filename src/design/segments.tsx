import { View } from '@tarojs/components'

import { Press } from './press'
import './segments.css'
import { spoken } from './spoken'

type Props<Value extends string> = {
  label: string
  options: readonly (readonly [Value, string])[]
  value: Value
  onChange: (value: Value) => void
}

/** A choice among a few, all in sight. */
export const Segments = <Value extends string>({ label, options, value, onChange }: Props<Value>) => (
  <View className={`segments ${options.length > 3 ? 'segments-many' : ''}`} {...spoken({ role: 'tablist', label })}>
    {options.map(([option, words]) => (
      <Press
        key={option}
        className={`segment ${option === value ? 'segment-on' : ''}`}
        role="tab"
        checked={option === value}
        onPress={() => onChange(option)}
      >
        {words}
      </Press>
    ))}
  </View>
)
