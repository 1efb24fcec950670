import { View } from '@tarojs/components'

import { Icon } from '../../design/icon'

/** What is true of every page: the answers are sealed on the phone. */
export const SealedNote = () => (
  <View className="fill-promise">
    <View className="fill-promise-icon">
      <Icon name="box" />
    </View>
    <View>像投进票箱一样:您的答案在手机里封好才送出,管理员也打不开。</View>
  </View>
)
