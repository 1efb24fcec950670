import { View } from '@tarojs/components'

import type { MySurvey } from '../../../contract/survey'
import { Card } from '../../design/card'
import { Receipt } from '../receipt'

const drewWords = { phone: '用手机领了选票', paper: '领了纸质问卷', telephone: '用电话评过了' } as const

/** The household's own number on the public roll, and whether anybody drew in its name. */
export const Mine = ({ mine }: { mine: NonNullable<MySurvey['mine']> }) => (
  <Card pad>
    <View className="small">您家在公开名单上的号码</View>
    <Receipt of={mine.rollId} />
    <View>{mine.drew ? `您家已经${drewWords[mine.drew]}。` : '您家还没有领过选票。'}</View>
    {mine.drew && <View className="small">不是您家领的?请打督查组的电话。</View>}
  </Card>
)
