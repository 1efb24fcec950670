import { View } from '@tarojs/components'

import { faces, type Face } from '../../contract/ticket'
import './faces.css'
import { Icon, type IconName } from './icon'
import { Press } from './press'
import { spoken } from './spoken'

const drawn: readonly (readonly [Face, IconName])[] = [
  [1, 'bad'],
  [2, 'poor'],
  [3, 'fair'],
  [4, 'good'],
  [5, 'fine'],
]

/** The word for a face. */
export const faceWord = (face: Face) => faces[face - 1] ?? ''

type Props = {
  label: string
  value?: Face
  onChange: (face: Face) => void
  /** Side by side in elder mode too, where several questions stand on one page. */
  row?: boolean
}

/** Five faces with their words, worst first. */
export const Faces = ({ label, value, onChange, row }: Props) => (
  <View className={`faces ${row ? 'faces-row' : ''}`} {...spoken({ role: 'radiogroup', label })}>
    {drawn.map(([face, icon]) => (
      <Press
        key={face}
        className={`face ${face === value ? 'face-on' : ''}`}
        role="radio"
        label={faceWord(face)}
        checked={face === value}
        onPress={() => onChange(face)}
      >
        <Icon name={icon} large />
        <View className="face-word">{faceWord(face)}</View>
      </Press>
    ))}
  </View>
)
