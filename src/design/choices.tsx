import { View } from '@tarojs/components'

import './choices.css'
import { Press } from './press'
import { spoken } from './spoken'

type Props<Value> = {
  label: string
  options: readonly (readonly [value: Value, words: string, small?: string])[]
  value?: Value
  onChange: (value: Value) => void
  /** Side by side in elder mode too: for short words. */
  row?: boolean
}

/** One of several, each large enough for a thumb, all in sight; a second line may say more. */
export const Choices = <Value extends string | number>({ label, options, value, onChange, row }: Props<Value>) => (
  <View className={`choices ${row ? 'choices-row' : ''}`} {...spoken({ role: 'radiogroup', label })}>
    {options.map(([option, words, small]) => (
      <Press
        key={option}
        className={`choice ${option === value ? 'choice-on' : ''}`}
        role="radio"
        label={small ? `${words},${small}` : words}
        checked={option === value}
        onPress={() => onChange(option)}
      >
        <View className="choice-words">{words}</View>
        {small && <View className="choice-small">{small}</View>}
      </Press>
    ))}
  </View>
)
