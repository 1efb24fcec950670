import { View } from '@tarojs/components'

import { Button } from '../../design/button'
import { Icon } from '../../design/icon'
import { Page } from '../../design/page'
import { restart } from '../../ways'
import { grouped } from '../receipt'
import '../receipt.css'

/** The ballot is in. The receipt shows that it is, and not what it says. */
export const Done = ({ receipt }: { receipt: string }) => (
  <Page title="万名群众评机关" foot={<Button onPress={() => restart('pages/home')}>回首页</Button>}>
    <View className="sent">
      <View className="sent-sign">
        <Icon name="check" large />
      </View>
      <View className="h2">已经投进票箱</View>
      <View className="soft">您选了什么,手机里已经擦掉了,谁也看不到。</View>
    </View>
    <View className="small">回执(存在手机里,公布以后可以用它找到您的票)</View>
    <View className="receipt">{grouped(receipt)}</View>
  </Page>
)
