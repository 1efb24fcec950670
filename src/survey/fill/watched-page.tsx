import { View } from '@tarojs/components'

import type { Questions } from '../../../contract/survey'
import { Card } from '../../design/card'
import { Choices } from '../../design/choices'
import { ReadAloud } from '../../design/read-aloud'
import type { Watched } from '../answers'

const answers: readonly (readonly [Watched, string])[] = [
  ['nobody', '没有,我自己填的'],
  ['helped', '有人帮我点'],
  ['watched', '有人在旁边看'],
]

type Props = { questions: Questions; value?: Watched; onSay: (watched: Watched) => void }

/** The last question, whether anybody was helping or watching. */
export const WatchedPage = ({ questions, value, onSay }: Props) => (
  <Card>
    <View className="fill-card">
      <View className="fill-unit">
        <View className="fill-name">最后一个问题</View>
        <ReadAloud of={`${questions.watched}${answers.map(([, words]) => words).join('。')}。`} words="念一念" />
      </View>
      <View className="fill-question fill-watched">
        <View className="fill-asks">{questions.watched}</View>
        <Choices label={questions.watched} options={answers} value={value} onChange={onSay} />
      </View>
      <View className="small gap">这一条也封在票里,只用来看看大家填的时候自在不自在。</View>
    </View>
  </Card>
)
