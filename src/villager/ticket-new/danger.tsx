import { View } from '@tarojs/components'

import { call } from '../../api/call'
import { Button } from '../../design/button'
import { Card } from '../../design/card'

/** Where somebody is in danger, minutes count: the emergency numbers come before any form. */
export const Danger = () => (
  <Card pad tone="seal">
    <View className="h2">先打 110 或 120</View>
    <View className="stack-item">人命要紧,打完电话再交。</View>
    <View className="pair danger-calls">
      <View className="pair-half">
        <Button tone="seal" icon="phone" onPress={() => call('120')}>
          救护 120
        </Button>
      </View>
      <View className="pair-half">
        <Button tone="line" icon="phone" onPress={() => call('110')}>
          报警 110
        </Button>
      </View>
    </View>
  </Card>
)
