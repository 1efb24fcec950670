import { View } from '@tarojs/components'

import { ratedQuestions, type Questions, type RatedUnit } from '../../../contract/survey'
import { faces } from '../../../contract/ticket'
import { Card } from '../../design/card'
import { Choices } from '../../design/choices'
import { Faces } from '../../design/faces'
import { ReadAloud } from '../../design/read-aloud'
import type { Money, Said } from '../answers'

const money: readonly (readonly [Money, string])[] = [
  ['no', '没有'],
  ['yes', '有'],
]

/** What is read out of a unit's page: its name, what it does, and each question with its answers. */
function spokenPage({ name, does }: RatedUnit, questions: Questions): string {
  const rated = ratedQuestions.map((question) => `${questions[question]}${faces.join('、')}。`).join('')
  return `${name},${does}。${rated}${questions.money}没有、有。不了解的,点不了解,跳过。`
}

type Props = { unit: RatedUnit; questions: Questions; said: Said; onSay: (answer: Partial<Said>) => void }

/** One unit: three questions on five levels, and whether it took money or goods. Nothing is chosen beforehand, and nothing here praises or blames. */
export const UnitPage = ({ unit, questions, said, onSay }: Props) => (
  <Card>
    <View className="fill-card">
      <View className="fill-unit">
        <View className="fill-name">{unit.name}</View>
        <ReadAloud key={unit.id} of={spokenPage(unit, questions)} words="念一念" />
      </View>
      <View className="fill-does">{unit.does}</View>
      {ratedQuestions.map((question) => (
        <View className="fill-question" key={question}>
          <View className="fill-asks">{questions[question]}</View>
          <Faces row label={questions[question]} value={said[question]} onChange={(face) => onSay({ [question]: face })} />
        </View>
      ))}
      <View className="fill-question">
        <View className="fill-asks">{questions.money}</View>
        <Choices row label={questions.money} options={money} value={said.money} onChange={(answer) => onSay({ money: answer })} />
      </View>
    </View>
  </Card>
)
