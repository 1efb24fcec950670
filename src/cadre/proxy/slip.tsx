import { View } from '@tarojs/components'

import type { Written } from '../../api/written'
import { Card } from '../../design/card'
import { ReadAloud } from '../../design/read-aloud'
import './screen.css'

/** What the villager takes home: the number and the code by which anybody at a desk tells how far it is. */
export const Slip = ({ of: { villagerName, number, pickUpCode, told } }: { of: Written }) => (
  <>
    <View className="soft stack-item">请抄给{villagerName}。凭编号和查询码,可以到乡镇、村里或者打电话问进展。</View>
    <Card pad>
      <View className="soft">编号</View>
      <View className="proxy-number">{number}</View>
      <View className="soft">查询码</View>
      <View className="proxy-number">{pickUpCode}</View>
      <ReadAloud of={`编号 ${number},查询码 ${pickUpCode}。`} words="读给村民听" />
    </Card>
    {told === 'sms' && <View className="small">编号也发短信到他的手机了。</View>}
  </>
)
