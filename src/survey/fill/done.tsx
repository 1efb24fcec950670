import { View } from '@tarojs/components'

import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Outcome } from '../../design/outcome'
import { Page } from '../../design/page'
import { restart } from '../../ways'
import { Receipt } from '../receipt'

/** The ballot is in. The receipt shows that it is, and not what it says. */
export const Done = ({ receipt }: { receipt: string }) => (
  <Page title="万名群众评机关" foot={<Button onPress={() => restart('pages/home')}>回首页</Button>}>
    <Outcome title="已经投进票箱">
      <View className="soft">您选了什么,手机里已经擦掉了,谁也看不到。</View>
    </Outcome>
    <Card pad>
      <View className="small">回执。已经存在手机里,公布以后可以用它找到您的票。</View>
      <Receipt of={receipt} />
    </Card>
  </Page>
)
