import { View } from '@tarojs/components'

import { ratedQuestions, type UnitResult } from '../../../contract/survey'
import { Card } from '../../design/card'
import { Bar } from './bar'

const names = { service: '办事', conduct: '作风', results: '办成事' } as const
const share = (value: number) => `${value < 1 && value > 0 ? '不到 1' : Math.round(value)}%`

/** What was published of one unit. Where too few answered, it says so and shows nothing. */
export const UnitCard = ({ unit }: { unit: UnitResult }) => (
  <Card pad>
    <View className="h2">{unit.name}</View>
    {unit.score ? <Bar name="总分" of={unit.score} /> : <View className="soft">了解它的人太少,没有公布分数。</View>}
    {ratedQuestions.map((question) => {
      const result = unit.questions[question]
      return result && <Bar key={question} name={names[question]} of={result.mean} />
    })}
    <View className="small gap">
      {unit.asked} 张票上有这个单位
      {unit.dontKnow && `,${share(unit.dontKnow.value)}说不了解`}。{unit.money && `有没有收钱物:${share(unit.money.share.value)}的人说有。`}
    </View>
  </Card>
)
