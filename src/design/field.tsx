import { Input, Textarea, View } from '@tarojs/components'

import { phone } from '../api/phone'
import './field.css'
import { spoken } from './spoken'

type WordsProps = {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder: string
  most: number
  autoFocus?: boolean
}

/** From this share on, what is left is shown. */
const NEAR_THE_END = 0.8

/** Room for many words. */
export const Words = ({ label, value, onChange, placeholder, most, autoFocus }: WordsProps) => (
  <View className="field">
    <Textarea
      className="field-words"
      value={value}
      placeholder={placeholder}
      placeholderClass="field-hint"
      maxlength={most}
      autoHeight={false}
      focus={autoFocus}
      showConfirmBar={false}
      cursorSpacing={120}
      onInput={({ detail }) => onChange(detail.value)}
      {...spoken({ label })}
    />
    {value.length > most * NEAR_THE_END && (
      <View className="field-count">{value.length >= most ? `已经写满 ${most} 个字了` : `还能写 ${most - value.length} 个字`}</View>
    )}
  </View>
)

// Taro's list of types leaves out `tel`, which a browser knows.
const KEYPAD = phone.keypad as 'number'

type LineProps = {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder: string
  most: number
  /** Digits are typed on a keypad and stand large. */
  digits?: boolean
}

/** Room for one line. */
export const Line = ({ label, value, onChange, placeholder, most, digits }: LineProps) => (
  <View className="field field-one">
    <View className="field-label">{label}</View>
    <Input
      className={`field-line ${digits ? 'field-digits' : ''}`}
      value={value}
      type={digits ? KEYPAD : 'text'}
      placeholder={placeholder}
      placeholderClass="field-hint"
      maxlength={most}
      cursorSpacing={120}
      onInput={({ detail }) => onChange(detail.value)}
      {...spoken({ label })}
    />
  </View>
)
