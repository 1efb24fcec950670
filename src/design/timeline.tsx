import { View } from '@tarojs/components'

import type { Attached } from '../../contract/media'
import { AttachedMedia } from '../media/attached'
import { Parts } from './parts'
import { ReadAloud } from './read-aloud'
import './timeline.css'

export type Step = {
  key: string
  title: string
  text?: string
  small?: readonly string[]
  look: 'done' | 'now' | 'todo'
  /** What came with the words. */
  media?: readonly Attached[]
  /** Offered to be read out: an answer, not everything. */
  aloud?: boolean
}

/** What has happened, and greyed what comes next. */
export const Timeline = ({ steps }: { steps: readonly Step[] }) => (
  <View>
    {steps.map(({ key, title, text, small, media, look, aloud }, place) => (
      <View className="step" key={key}>
        <View className="step-side">
          <View className={`step-dot step-dot-${look}`} />
          {place < steps.length - 1 && <View className={`step-rail ${look === 'done' ? 'step-rail-done' : ''}`} />}
        </View>
        <View className="step-words">
          <View className={look === 'todo' ? 'step-later' : 'step-title'}>{title}</View>
          {text && <View className="step-text">{text}</View>}
          <AttachedMedia of={media} />
          {small && (
            <View className="step-small">
              <Parts of={small} />
            </View>
          )}
          {aloud && <ReadAloud of={`${title}。${text ?? ''}`} />}
        </View>
      </View>
    ))}
  </View>
)
